//! One's own ticket for an event.

use shared::api::{Empty, ProblemCode};
use shared::events::{EventDetail, GetEvent, LanguageFilter};
use shared::ids::EventId;
use shared::rsvp::GetTicket;
use yew::{Html, Properties, component, html};

use super::at_hand::use_at_hand;
use crate::api::{Failure, load, use_query};
use crate::features::events::event_clocks;
use crate::features::rsvp::ticket_view;
use crate::layout::use_title;
use crate::routes::Route;
use crate::ui::{SkeletonShape, empty_state, skeleton};
use crate::words::{Words, use_words};

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// For which event.
    pub event: EventId,
}

/// The page. It is kept at hand from now on, for the way to a place without network.
#[component]
pub(super) fn TicketPage(props: &Props) -> Html {
    let words = use_words();
    let language = words.language().to_owned();
    let ticket = use_query::<GetTicket>(props.event, Empty {});
    let event = use_query::<GetEvent>(props.event, LanguageFilter { language });
    use_title(words.t("ticket.title"));
    use_at_hand();
    if ticket.failure.as_ref().and_then(Failure::code) == Some(ProblemCode::NotFound) {
        let way_out =
            html! { <a class="button" href={Route::Event(props.event).path()}>{ words.t("ticket.event") }</a> };
        let title = html! { <h1>{ words.t("ticket.none") }</h1> };
        return empty_state(title, words.t("ticket.none_text"), way_out);
    }
    load(&words, &ticket, skeleton(&words, SkeletonShape::Text, 3), |ticket| {
        let event = event
            .data
            .as_ref()
            .map(|event| event_lines(&words, event))
            .unwrap_or_default();
        ticket_view(&words, &ticket, event)
    })
}

/// What the ticket is for, when and where.
fn event_lines(words: &Words, event: &EventDetail) -> Html {
    let summary = &event.summary;
    html! {
        <header class="ticket-event">
            <h1>{ &summary.title }</h1>
            { event_clocks(words, summary) }
            { for summary.venue.iter().map(|venue| html! { <p>{ venue }</p> }) }
            { for event.address.iter().map(|address| html! { <p class="ticket-address">{ address }</p> }) }
        </header>
    }
}
