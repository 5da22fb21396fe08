//! Mails as rows: what they are about, to whom, when, and what has become of them.

use jiff::civil::Date;
use shared::admin::{OutboxPage, OutboxRow};
use shared::ids::MailId;
use shared::words::Text;
use yew::{Html, html};

use crate::browser::intl;
use crate::ui::{chip, empty_state};
use crate::words::Words;

/// The rows; `address` is where a mail is read.
pub fn outbox_list(words: &Words, page: &OutboxPage, address: impl Fn(MailId) -> String) -> Html {
    if page.total == 0 {
        let heading = html! { <h2>{ words.count("outbox.total", 0) }</h2> };
        return empty_state(heading, words.t("outbox.empty"), Html::default());
    }
    html! {
        <>
            <p class="found" role="status">{ words.count("outbox.total", page.total) }</p>
            <ul class="outbox-list">{ for page.mails.iter().map(|mail| row(words, mail, address(mail.id))) }</ul>
        </>
    }
}

fn row(words: &Words, mail: &OutboxRow, address: String) -> Html {
    let to = Text::new("outbox.to").with("name", &mail.to);
    html! {
        <li class="outbox-row">
            <a class="outbox-subject" href={address} dir="auto">{ &mail.subject }</a>
            <p class="outbox-facts">
                { chip(words.t(mail.kind.key())) }
                <span>{ words.say(&to) }</span>
                <span>{ intl::date(words.language(), Date::from(mail.due_at)) }</span>
                <span>{ words.t(mail.state.key()) }</span>
            </p>
        </li>
    }
}
