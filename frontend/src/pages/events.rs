//! The events: those to come, or those that are over. The address is the filter, the filter is the question.

use shared::events::EventFilter;
use yew::{Html, component, html};

use super::events_past::PastEvents;
use super::events_upcoming::UpcomingEvents;
use crate::features::events::tabs;
use crate::layout::{page_title, use_title};
use crate::routes::{Route, use_location};
use crate::words::use_words;

/// The page.
#[component]
pub fn EventsPage() -> Html {
    let words = use_words();
    let here = use_location();
    let filter = EventFilter::from_query(&here.location.query);
    use_title(words.t("events.title"));
    let on_change = here
        .push
        .reform(|filter: EventFilter| Route::Events.at(&filter.to_query()));
    html! {
        <div class="events-page">
            { page_title(words.t("events.title"), Some(words.t("events.lead"))) }
            { tabs(&words, &filter) }
            if filter.past {
                <PastEvents {filter} {on_change} />
            } else {
                <UpcomingEvents {filter} {on_change} />
            }
        </div>
    }
}
