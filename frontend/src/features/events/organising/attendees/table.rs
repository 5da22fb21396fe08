//! Everybody who answered, as a table.

use shared::events::Question;
use shared::rsvp::{Attendee, OwnStanding};
use yew::{Callback, Html, html};

use super::row::row;
use crate::words::Words;

/// The answers and what goes around them.
pub struct Answers<'a> {
    /// The words of the page.
    pub words: &'a Words,
    /// What was asked.
    pub questions: &'a [Question],
    /// Whether people can still be put in and removed.
    pub is_open: bool,
    /// Called with who is to be removed.
    pub on_remove: Callback<Attendee>,
}

/// The table of those in whose name or answers all typed words stand.
pub fn attendee_table(answers: &Answers<'_>, attendees: &[Attendee], typed: &str) -> Html {
    let words = answers.words;
    let found: Vec<&Attendee> = attendees.iter().filter(|attendee| fits(attendee, typed)).collect();
    let head = [
        "attendees.name",
        "attendees.answer",
        "attendees.standing",
        "attendees.people",
        "attendees.answers",
        "attendees.answered_at",
    ];
    html! {
        <>
            <p class="found" role="status">{ words.count("attendees.total", u32::try_from(found.len()).unwrap_or(u32::MAX)) }</p>
            if !found.is_empty() {
                <div class="table-scroll" tabindex="0" role="region" aria-label={words.t("organiser.attendees")}>
                    <table class="table attendee-table">
                        <thead>
                            <tr>
                                { for head.iter().map(|key| html! { <th scope="col">{ words.t(key) }</th> }) }
                                <td />
                            </tr>
                        </thead>
                        <tbody>{ for found.into_iter().map(|attendee| row(answers, attendee)) }</tbody>
                    </table>
                </div>
            }
        </>
    }
}

fn fits(attendee: &Attendee, typed: &str) -> bool {
    let texts = std::iter::once(&attendee.name).chain(attendee.answers.iter().map(|answer| &answer.value));
    let all: String = texts.map(|text| text.to_lowercase() + "\n").collect();
    typed.to_lowercase().split_whitespace().all(|word| all.contains(word))
}

/// How many have seats, wait, or are not coming, for the tiles above the table.
pub(super) fn counted(attendees: &[Attendee], standing: OwnStanding) -> u32 {
    let of = attendees.iter().filter(|attendee| attendee.rsvp.standing == standing);
    of.map(|attendee| attendee.rsvp.companions + 1).sum()
}
