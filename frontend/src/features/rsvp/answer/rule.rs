//! How seats are given, in words for everybody: until when one can ask, who is next, and how long an offer is held.

use shared::events::EventDetail;
use shared::rsvp::Summary;
use shared::words::Text;
use yew::{Html, html};

use crate::ui::{moment_on_clocks, offered_pools};
use crate::words::Words;

/// The deadline, and the rule behind a line that unfolds; the rule only where seats are counted.
pub fn rule(words: &Words, event: &EventDetail, seats: &Summary) -> Html {
    let closes = if event.closes_at >= event.summary.starts_at {
        words.t("rsvp.closes_at_start")
    } else {
        let moment = moment_on_clocks(words, event.closes_at, &event.summary.zone);
        words.say(&Text::new("rsvp.closes").with("moment", moment))
    };
    let is_counted = offered_pools(seats).any(|(_, pool)| pool.capacity.is_some());
    let order = if event.fill_seats {
        "rsvp.rule_fill"
    } else {
        "rsvp.rule_strict"
    };
    html! {
        <div class="answer-rule">
            <p>{ closes }</p>
            if is_counted {
                <details>
                    <summary>{ words.t("rsvp.rule") }</summary>
                    <ul>
                        <li>{ words.t("rsvp.rule_people") }</li>
                        <li>{ words.t("rsvp.rule_line") }</li>
                        <li>{ words.t(order) }</li>
                        <li>{ words.count("rsvp.rule_offer", event.hold_hours) }</li>
                        <li>{ words.t("rsvp.rule_change") }</li>
                    </ul>
                </details>
            }
        </div>
    }
}
