//! What must be known before anything else: that the event is called off, over, or not published yet.

use shared::events::{EventDetail, EventLife};
use shared::words::Text;
use yew::{Html, html};

use crate::ui::{IconName, icon};
use crate::words::Words;

/// The banner; nothing for an event to come.
pub fn banner(words: &Words, event: &EventDetail) -> Html {
    let (class, key) = match event.summary.life {
        EventLife::Published => return Html::default(),
        EventLife::Cancelled => ("event-banner event-banner--cancelled", "event.cancelled"),
        EventLife::Past => ("event-banner", "event.past"),
        EventLife::Draft | EventLife::Scheduled => ("event-banner", "event.unpublished"),
    };
    let reason = event.cancel_reason.as_ref().filter(|reason| !reason.trim().is_empty());
    let because = |reason: &String| {
        let text = Text::new("event.cancel_reason").with("reason", reason);
        html! { <p>{ words.say(&text) }</p> }
    };
    html! {
        <section {class} role={(event.summary.life == EventLife::Cancelled).then_some("alert")}>
            { icon(if event.summary.life == EventLife::Cancelled { IconName::Alert } else { IconName::Calendar }) }
            <div>
                <p class="event-banner-text">{ words.t(key) }</p>
                { for reason.map(because) }
            </div>
        </section>
    }
}
