//! Answers to events: seats, waiting lists, offers, organisers, who sees whom, and what holds when many come at once.

mod answers;
mod door;
mod guests;
mod keys;
mod live;
mod mail_choices;
mod many;
mod offers;
mod organisers;

use shared::ids::EventId;
use shared::rsvp::{Answer, GetRsvp, IfFull, OwnStanding, RsvpInput, RsvpState, SetRsvp};

use crate::support::{Actor, TestApp};

/// Comes to the place, alone.
fn going() -> RsvpInput {
    RsvpInput::of(Answer::InPerson)
}

/// The same, or waits for a seat.
fn waiting() -> RsvpInput {
    RsvpInput {
        if_full: IfFull::Wait,
        ..going()
    }
}

/// Answers with whatever it takes; what has come of it.
async fn join(who: &Actor, event: EventId) -> RsvpState {
    who.call::<SetRsvp>(event, waiting()).await.good()
}

/// How somebody stands, with the place in the list.
async fn standing(who: &Actor, event: EventId) -> Option<(OwnStanding, Option<u32>)> {
    let state = who.call::<GetRsvp>(event, shared::api::Empty {}).await.good();
    state.own.map(|own| (own.standing, own.position))
}

/// Members by their letters, signed in.
async fn members<const N: usize>(t: &TestApp, names: [&str; N]) -> [Actor; N] {
    let mut actors = Vec::new();
    for name in names {
        actors.push(t.member(name).await);
    }
    actors.try_into().unwrap()
}
