//! What can be answered to an event, and why something cannot be answered now. Pure.

use shared::events::{EventDetail, EventLife};
use shared::instant::Instant;
use shared::rsvp::{Answer, OwnRsvp, OwnStanding, Summary};

use crate::ui::is_offered;

/// The answers that the event takes, in their order.
pub(super) fn answers(seats: &Summary) -> impl Iterator<Item = Answer> + '_ {
    let is_there = |answer: &Answer| answer.pool().is_none_or(|pool| is_offered(seats.pools.get(pool)));
    Answer::ALL.iter().copied().filter(is_there)
}

/// Whether an answer holds something that others could have: seats, an offer, or a place in the line.
pub(super) fn holds(own: Option<&OwnRsvp>) -> bool {
    let holding = [OwnStanding::Confirmed, OwnStanding::Offered, OwnStanding::Waiting];
    own.is_some_and(|own| holding.contains(&own.standing))
}

/// Why nothing can be answered now: the key of the reason.
pub(super) fn why_nothing(event: &EventDetail, own: Option<&OwnRsvp>) -> Option<&'static str> {
    match event.summary.life {
        EventLife::Draft | EventLife::Scheduled => Some("rsvp_refused.not_published"),
        EventLife::Cancelled => Some("rsvp_refused.cancelled"),
        EventLife::Past => Some("rsvp_refused.past"),
        EventLife::Published if own.is_some_and(|own| own.standing == OwnStanding::Removed) => {
            Some("rsvp_refused.removed")
        }
        EventLife::Published => None,
    }
}

/// Why this cannot be answered now: from the deadline on, nobody can ask for seats that they do not have.
pub(super) fn why_not(
    event: &EventDetail,
    own: Option<&OwnRsvp>,
    answer: Answer,
    now: Instant,
) -> Option<&'static str> {
    let has_it = own.is_some_and(|own| {
        let has_seats = matches!(own.standing, OwnStanding::Confirmed | OwnStanding::Offered);
        has_seats && own.answer.pool() == answer.pool()
    });
    let is_late = answer.pool().is_some() && now >= event.closes_at && !has_it;
    why_nothing(event, own).or(is_late.then_some("rsvp_refused.deadline_passed"))
}

/// Whether an answer has more to it than itself.
pub(super) fn has_form(event: &EventDetail, answer: Answer) -> bool {
    answer.pool().is_some() && (event.companions_max > 0 || !event.questions.is_empty())
}
