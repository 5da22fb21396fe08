//! The reader's own answer to an event, in few words.

use shared::rsvp::{Answer, OwnRsvp, OwnStanding};
use yew::{AttrValue, Html};

use crate::ui::{chip, strong_chip};
use crate::words::Words;

/// The badge; nothing for who let an offer pass or was removed.
pub(super) fn own_badge(words: &Words, own: &OwnRsvp) -> Html {
    let said: AttrValue = match (own.standing, own.answer) {
        (OwnStanding::Confirmed, Answer::Online) => words.t("own_answer.online"),
        (OwnStanding::Confirmed, _) => words.t("own_answer.coming"),
        (OwnStanding::Offered, _) => words.t("own_answer.offered"),
        (OwnStanding::Waiting, _) => match own.position {
            Some(position) => words.ordinal("own_answer.position", position),
            None => words.t("own_answer.waiting"),
        },
        (OwnStanding::Noted, Answer::Maybe) => return chip(words.t("own_answer.maybe")),
        (OwnStanding::Noted, _) => return chip(words.t("own_answer.cannot")),
        (OwnStanding::Passed | OwnStanding::Removed, _) => return Html::default(),
    };
    strong_chip(said)
}
