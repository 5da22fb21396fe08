//! Keeps what is shown of an event up to date: hints of the server make the queries of answers and events ask again.

use shared::api::Feature;
use shared::ids::EventId;
use yew::{hook, use_effect_with, use_state_eq};

use crate::api::use_revisions;
use crate::browser::live::Live;

/// Listens to an event. While its answers are on their way (`is_loading`) hints wait, so that a crowd of them does not
/// end a request that would have been answered.
#[hook]
pub fn use_live(event: EventId, is_loading: bool) {
    let revisions = use_revisions();
    let hints = use_state_eq(|| 0_u32);
    let followed = use_state_eq(|| 0_u32);
    let setter = hints.setter();
    use_effect_with(event, move |event| {
        let address = ["/api/live?event=", &event.to_string()].concat();
        let count = std::cell::Cell::new(0_u32);
        let live = Live::on(&address, move || {
            count.set(count.get() + 1);
            setter.set(count.get());
        });
        move || drop(live)
    });
    use_effect_with((*hints, is_loading), move |(hints, is_loading)| {
        if *is_loading || *hints == *followed {
            return;
        }
        followed.set(*hints);
        revisions.bump(Feature::Rsvp);
        // The first one only says that the stream has begun.
        if *hints > 1 {
            revisions.bump(Feature::Events);
        }
    });
}
