//! Whether a mail still makes sense when it is sent. What happened later has a mail of its own.

use shared::events::EventLife;
use shared::mail::MailKind;
use shared::rsvp::OwnStanding;

use super::facts::Facts;
use super::payload::EndedWhy;
use super::reminders;

/// What decides.
#[derive(Clone, Copy, Debug)]
struct Question {
    kind: MailKind,
    why: Option<EndedWhy>,
    life: EventLife,
    standing: Option<OwnStanding>,
    /// Whether an entry stands in the reader's calendar.
    has_entry: bool,
    /// Until when seats are held.
    held_until: Option<i64>,
    starts_at: i64,
    now: i64,
}

/// Whether the mail is still true.
pub(super) fn is_true(facts: &Facts) -> bool {
    let own = facts.own.as_ref();
    still_true(&Question {
        kind: facts.kind,
        why: facts.payload.why,
        life: facts.life,
        standing: own.map(|own| own.standing),
        has_entry: facts.has_entry,
        held_until: own
            .and_then(|own| own.offered_until)
            .map(shared::instant::Instant::millis),
        starts_at: facts.event.starts_at.unwrap_or(i64::MAX),
        now: facts.now,
    })
}

fn still_true(asked: &Question) -> bool {
    let is_open = asked.life == EventLife::Published;
    let is = |standing: OwnStanding| asked.standing == Some(standing);
    match asked.kind {
        MailKind::Confirmed => is_open && is(OwnStanding::Confirmed),
        MailKind::Waiting => is_open && is(OwnStanding::Waiting),
        MailKind::Offer => {
            is_open && is(OwnStanding::Offered) && asked.held_until.is_some_and(|until| asked.now < until)
        }
        MailKind::Ended => match asked.why {
            Some(EndedWhy::OfferPassed) => is_open && is(OwnStanding::Passed),
            // Of an event that was called off another mail says everything.
            Some(EndedWhy::OfferTakenBack) => asked.life != EventLife::Cancelled && is(OwnStanding::Waiting),
            Some(EndedWhy::Removed) => is(OwnStanding::Removed),
            // Who gave up seats knows it: the mail is for the calendar, as long as that is of use.
            Some(EndedWhy::Withdrawn) => {
                let is_away = !is(OwnStanding::Confirmed) && !is(OwnStanding::Removed);
                is_open && is_away && asked.has_entry && asked.now < asked.starts_at
            }
            None => false,
        },
        MailKind::Changed => is_open && has_answer(asked),
        MailKind::Cancelled => asked.life == EventLife::Cancelled && has_answer(asked),
        MailKind::ReminderWeek | MailKind::ReminderDay | MailKind::ReminderHour => {
            is_open && is(OwnStanding::Confirmed) && reminders::due(asked.starts_at, asked.now) == Some(asked.kind)
        }
        MailKind::ThankYou => asked.life == EventLife::Past && is(OwnStanding::Confirmed),
        MailKind::Message => {
            asked.life.is_known()
                && (is(OwnStanding::Confirmed) || is(OwnStanding::Offered) || is(OwnStanding::Waiting))
        }
    }
}

/// Who took the answer back, or was removed, is not concerned any more.
fn has_answer(asked: &Question) -> bool {
    asked.standing.is_some_and(|standing| standing != OwnStanding::Removed)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: i64 = 3_600_000;

    fn question(kind: MailKind, standing: Option<OwnStanding>) -> Question {
        Question {
            kind,
            why: Some(EndedWhy::OfferPassed),
            life: EventLife::Published,
            standing,
            has_entry: true,
            held_until: Some(2 * HOUR),
            starts_at: 100 * HOUR,
            now: HOUR,
        }
    }

    #[test]
    fn an_answer_has_one_true_mail_at_a_time() {
        use MailKind::{Confirmed, Ended, Offer, Waiting};
        let about_answers = [Confirmed, Waiting, Offer, Ended];
        for standing in OwnStanding::ALL {
            let whys = [EndedWhy::OfferPassed, EndedWhy::Removed];
            let asked = about_answers.iter().flat_map(|kind| whys.map(|why| (*kind, why)));
            let mut kinds: Vec<_> = asked
                .filter(|(kind, why)| {
                    let why = Some(*why);
                    still_true(&Question {
                        why,
                        ..question(*kind, Some(*standing))
                    })
                })
                .map(|(kind, _)| kind)
                .collect();
            kinds.dedup();
            let expected = match standing {
                OwnStanding::Confirmed => vec![Confirmed],
                OwnStanding::Waiting => vec![Waiting],
                OwnStanding::Offered => vec![Offer],
                OwnStanding::Passed | OwnStanding::Removed => vec![Ended],
                OwnStanding::Noted => vec![],
            };
            assert_eq!(kinds, expected, "{standing:?}");
        }
        assert!(about_answers.iter().all(|kind| !still_true(&question(*kind, None))));
    }

    #[test]
    fn an_offer_is_true_until_the_moment_at_which_it_ends() {
        let at = |now| Question {
            now,
            ..question(MailKind::Offer, Some(OwnStanding::Offered))
        };
        assert!(still_true(&at(2 * HOUR - 1)));
        assert!(!still_true(&at(2 * HOUR)));
    }

    #[test]
    fn a_calendar_is_told_of_seats_given_up_if_it_knew_of_them_and_before_the_event_begins() {
        let gone = |standing| Question {
            why: Some(EndedWhy::Withdrawn),
            ..question(MailKind::Ended, standing)
        };
        for standing in [None, Some(OwnStanding::Noted), Some(OwnStanding::Waiting)] {
            assert!(still_true(&gone(standing)));
        }
        for standing in [OwnStanding::Confirmed, OwnStanding::Removed] {
            assert!(!still_true(&gone(Some(standing))));
        }
        let never = Question {
            has_entry: false,
            ..gone(None)
        };
        let begun = Question {
            now: 100 * HOUR,
            ..gone(None)
        };
        assert!(!still_true(&never) && !still_true(&begun));
    }

    #[test]
    fn of_an_event_that_is_called_off_only_that_is_said_and_what_organisers_write() {
        let kinds = MailKind::ALL.iter().filter(|kind| {
            OwnStanding::ALL.iter().any(|standing| {
                let why = Some(EndedWhy::OfferTakenBack);
                let life = EventLife::Cancelled;
                still_true(&Question {
                    life,
                    why,
                    ..question(**kind, Some(*standing))
                })
            })
        });
        assert_eq!(
            kinds.copied().collect::<Vec<_>>(),
            [MailKind::Cancelled, MailKind::Message]
        );
    }

    #[test]
    fn drafts_cause_no_mail_but_that_seats_are_gone() {
        for kind in MailKind::ALL.iter().filter(|kind| **kind != MailKind::Ended) {
            for standing in OwnStanding::ALL {
                let life = EventLife::Draft;
                assert!(
                    !still_true(&Question {
                        life,
                        ..question(*kind, Some(*standing))
                    }),
                    "{kind:?}"
                );
            }
        }
    }

    #[test]
    fn thanks_are_said_after_the_event_to_those_who_came() {
        let life = EventLife::Past;
        let thanks = |standing| Question {
            life,
            ..question(MailKind::ThankYou, standing)
        };
        assert!(still_true(&thanks(Some(OwnStanding::Confirmed))));
        assert!(!still_true(&thanks(Some(OwnStanding::Waiting))));
        assert!(!still_true(&question(MailKind::ThankYou, Some(OwnStanding::Confirmed))));
    }
}
