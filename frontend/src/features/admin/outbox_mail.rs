//! One mail: its plain text, in which links can be followed, and the way to its other form.

use shared::admin::MailPreview;
use yew::{Html, html};

use crate::words::Words;

/// The mail. Its HTML has styles of its own, which this page's policy forbids: it is shown by itself.
pub fn outbox_mail(words: &Words, mail: &MailPreview, html_address: String, back: String) -> Html {
    html! {
        <article class="outbox-mail">
            <p><a href={back}>{ words.t("outbox.all") }</a></p>
            <h2 dir="auto">{ &mail.subject }</h2>
            <pre class="outbox-text" dir="auto">{ for mail.text.split_inclusive([' ', '\n']).map(word) }</pre>
            <p><a href={html_address} target="_blank" rel="noopener">{ words.t("outbox.html") }</a></p>
        </article>
    }
}

/// A word with the space after it; addresses of this and other sites are links.
fn word(word: &str) -> Html {
    let address = word.trim_end();
    if address.starts_with("https://") || address.starts_with("http://") {
        html! { <><a href={address.to_owned()}>{ address }</a>{ &word[address.len()..] }</> }
    } else {
        html! { word }
    }
}
