//! What is over: the club's own events, and the record of past ones with their sources.

use shared::events::{
    EventFilter, EventMode, EventPage, ListEvents, ListPastEvents, PastEvent, PastEventFilter, PastEventList,
};
use yew::{Html, component, html};

use super::events_upcoming::Props;
use crate::api::{load, use_query};
use crate::features::events::{Choices, event_list, filters, no_events, summary_list};
use crate::ui::{SkeletonShape, skeleton};
use crate::words::{Words, use_words};

/// Skeleton paragraphs; more would be below the first screen.
const WAITING: u32 = 5;

/// Both lists with their filters.
#[component]
pub(super) fn PastEvents(props: &Props) -> Html {
    let words = use_words();
    let filter = &props.filter;
    let asked = EventFilter {
        language: words.language().into(),
        ..filter.clone()
    };
    let club = use_query::<ListEvents>((), asked);
    let record = PastEventFilter {
        country: filter.country,
        kind: filter.kind,
    };
    let record = use_query::<ListPastEvents>((), record);
    let waiting = skeleton(&words, SkeletonShape::Text, WAITING);
    load(&words, &record, waiting.clone(), |record| {
        load(&words, &club, waiting, |club| found(&words, props, &club, &record))
    })
}

/// How many fit, and which.
fn found(words: &Words, props: &Props, club: &EventPage, record: &PastEventList) -> Html {
    let filter = &props.filter;
    let choices = Choices::default().with(&record.countries, &record.kinds);
    let choices = choices.with(&club.countries, &club.kinds);
    // The record knows no such filter: it is small, and is looked through here.
    let is_wanted = |event: &&PastEvent| !filter.online || event.mode == EventMode::Online;
    let recorded: Vec<PastEvent> = record.events.iter().filter(is_wanted).cloned().collect();
    let count = club
        .total
        .saturating_add(u32::try_from(recorded.len()).unwrap_or(u32::MAX));
    html! {
        <>
            { filters(words, filter, &choices, &props.on_change) }
            <p class="found" role="status">{ words.count("events.total", count) }</p>
            if count == 0 {
                { no_events(words, filter, &props.on_change) }
            }
            if !club.events.is_empty() {
                <section class="events-group" aria-label={words.t("events.of_the_club")}>
                    { summary_list(words, &club.events) }
                </section>
            }
            if !recorded.is_empty() {
                <section class="events-group" aria-labelledby="record-title">
                    <h2 id="record-title" class="events-record">{ words.t("events.record") }</h2>
                    <p class="event-hint">{ words.t("events.record_text") }</p>
                    { event_list(words, &recorded) }
                </section>
            }
        </>
    }
}
