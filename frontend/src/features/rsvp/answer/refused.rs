//! An answer that was not taken: why, and what can be done. Where there are not enough seats, that is the waiting list.

use shared::rsvp::{Pool, PoolSummary};
use yew::{Callback, Html, html};

use crate::api::Failure;
use crate::ui::{IconName, icon, main_button, press_button, quiet_button};
use crate::words::Words;

/// The refusal that a place in the line is offered after.
const FULL: &str = "rsvp_refused.not_enough_seats";

/// What can be done after a refusal.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ways {
    /// Waits in the line.
    pub on_wait: Callback<()>,
    /// Sends the same again.
    pub on_retry: Callback<()>,
    /// Leaves everything as it is.
    pub on_leave: Callback<()>,
}

/// Whether the wish was refused because there are not enough seats.
pub(super) fn is_full(failure: &Failure) -> bool {
    failure.text().key == FULL
}

/// The panel. `wished` is the pool whose seats were wished for, as it is now; `gives_up` whether waiting would cost what
/// one has.
pub fn refused(
    words: &Words,
    failure: &Failure,
    wished: Option<(Pool, &PoolSummary)>,
    gives_up: bool,
    ways: &Ways,
) -> Html {
    match wished {
        Some((pool, seats)) if is_full(failure) => full(words, pool, seats, gives_up, ways),
        _ => html! {
            <section class="answer-refused" role="alert">
                { icon(IconName::Alert) }
                <div>
                    <p>{ words.say(&failure.text()) }</p>
                    <p class="standing-buttons">
                        if failure.is_passing() {
                            { press_button(words.t("failure.retry"), None, &ways.on_retry) }
                        }
                        { quiet_button(words.t("rsvp.leave_it"), &ways.on_leave) }
                    </p>
                </div>
            </section>
        },
    }
}

fn full(words: &Words, pool: Pool, seats: &PoolSummary, gives_up: bool, ways: &Ways) -> Html {
    let title = match pool {
        Pool::Room => "rsvp.full_room",
        Pool::Online => "rsvp.full_online",
    };
    html! {
        <section class="answer-refused answer-refused--full" role="alert">
            { icon(IconName::People) }
            <div>
                <p class="standing-main">{ words.t(title) }</p>
                <p>{ words.ordinal("rsvp.would_be", seats.waiting.parties.saturating_add(1)) }</p>
                if gives_up {
                    <p><strong>{ words.t("rsvp.wait_gives_up") }</strong></p>
                }
                <p class="standing-buttons">
                    { main_button(words.t("rsvp.wait"), &ways.on_wait) }
                    { press_button(words.t("rsvp.leave_it"), None, &ways.on_leave) }
                </p>
            </div>
        </section>
    }
}
