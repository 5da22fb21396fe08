//! A ticket: large enough to be read across a table.

use shared::rsvp::Ticket;
use shared::words::Text;
use yew::{AttrValue, Html, html};

use super::qr::qr;
use crate::ui::strong_chip;
use crate::words::Words;

/// A ticket, with what the event's own page says of the event.
pub fn ticket_view(words: &Words, ticket: &Ticket, event: Html) -> Html {
    let code = spaced(&ticket.code);
    html! {
        <article class="ticket">
            { event }
            <p class="ticket-name">{ &ticket.name }</p>
            <p class="ticket-people">
                { strong_chip(words.count("ticket.people", ticket.people)) }
                { " " }
                { strong_chip(words.t(ticket.pool.key())) }
            </p>
            { qr(&ticket.code, words.say(&Text::new("ticket.qr").with("code", &code))) }
            <p class="ticket-code">{ code }</p>
            if ticket.checked_in_at.is_some() {
                <p class="notice">{ words.t("ticket.checked_in") }</p>
            }
            <p class="ticket-hint">{ words.t("ticket.offline") }</p>
        </article>
    }
}

/// A code in two halves, as one reads it aloud.
fn spaced(code: &str) -> AttrValue {
    let (first, second) = code.split_at_checked(code.len() / 2).unwrap_or((code, ""));
    AttrValue::from([first, second].join(" "))
}
