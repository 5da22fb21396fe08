//! Two clocks: the venue's and the reader's, each with the zone's name. One, where both show the same.

use shared::events::EventSummary;
use shared::instant::Instant;
use shared::words::Text;
use yew::{AttrValue, Html, html};

use crate::browser::intl::zones;
use crate::words::Words;

/// The clocks of an event.
pub fn event_clocks(words: &Words, event: &EventSummary) -> Html {
    let (language, own) = (words.language(), zones::own());
    let venue = span(language, event, &event.zone);
    let reader = span(language, event, &own);
    let is_same = own == event.zone || venue == reader;
    html! {
        <dl class="clocks">
            { clock(words, "event.clock_venue", venue, &event.zone, event.starts_at) }
            if !is_same {
                { clock(words, "event.clock_own", reader, &own, event.starts_at) }
            }
        </dl>
    }
}

fn clock(words: &Words, label: &'static str, said: AttrValue, zone: &str, at: Instant) -> Html {
    let zone = words.say(&Text::new("event.zone").with("name", zones::name(words.language(), zone)));
    html! {
        <div class="clock">
            <dt>{ words.t(label) }</dt>
            <dd><time datetime={at.to_string()}>{ said }</time>{ " " }<span class="clock-zone">{ zone }</span></dd>
        </div>
    }
}

/// From beginning to end on the clock of a zone: the day is said twice only where it is another one.
fn span(language: &'static str, event: &EventSummary, zone: &str) -> AttrValue {
    zones::span(language, event.starts_at, event.ends_at, zone)
}
