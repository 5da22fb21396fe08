//! The door of an event, for its organisers.

use shared::ids::EventId;
use yew::{Html, Properties, component, html};

use super::at_hand::use_at_hand;
use crate::features::rsvp::CheckInPanel;
use crate::layout::{page_title, use_title};
use crate::words::use_words;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// Of which event.
    pub event: EventId,
}

/// The page. It is kept at hand from now on, for a hall without network.
#[component]
pub(super) fn CheckInPage(props: &Props) -> Html {
    let words = use_words();
    use_title(words.t("door.title"));
    use_at_hand();
    html! {
        <div class="door-page">
            { page_title(words.t("door.title"), Some(words.t("door.lead"))) }
            <CheckInPanel event={props.event} />
        </div>
    }
}
