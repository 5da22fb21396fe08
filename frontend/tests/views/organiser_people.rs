//! Whom an event is for and who comes: the fair clock, and the table of attendees.

use frontend::features::events::organising::fair::{Shown, proposal, strip, table};
use frontend::features::events::organising::{Answers, attendee_table};
use shared::events::QuestionAnswer;
use shared::events::fair_clock::{CountryHours, FairClock, Relay, SlotScore, plan};
use shared::instant::Instant;
use shared::rsvp::{Answer, AttendanceAudience, Attendee, OwnRsvp, OwnStanding};
use yew::Callback;

use super::organiser::{input, local};
use super::{drawn, english};

fn clock() -> FairClock {
    let hours = |code: &str, members, ahead: u32| CountryHours {
        country: code.parse().unwrap(),
        members,
        zone: String::new(),
        clock: (0..48).map(|slot| (slot * 30 + ahead) % 1440).collect(),
    };
    let audience = vec![
        hours("IN", 500, 330),
        hours("JP", 300, 540),
        hours("BR", 250, 1260),
        hours("MX", 200, 1080),
    ];
    let plan = plan(&audience, 48, 120);
    let number = |place: usize| u32::try_from(place).unwrap();
    let slot = |(at, tally): (usize, &shared::events::fair_clock::Tally)| SlotScore {
        at: Instant::from_millis(1_796_428_800_000 + i64::try_from(at).unwrap() * 1_800_000),
        local: local(&format!("2026-12-05T{:02}:{:02}", at / 2, at % 2 * 30)),
        day: tally.day,
        edge: tally.edge,
        night: tally.night,
        score: tally.score(),
    };
    FairClock {
        slots: plan.slots.iter().enumerate().map(slot).collect(),
        best: plan.best.map(number),
        relay: plan.relay.map(|(first, second, both)| Relay {
            first: number(first),
            second: number(second),
            day: both.day,
            edge: both.edge,
            night: both.night,
        }),
        audience,
    }
}

#[tokio::test]
async fn the_fair_clock_proposes_draws_and_tabulates() {
    let (words, clock) = (english(), clock());
    let shown = Shown {
        words: &words,
        clock: &clock,
        minutes: 120,
        chosen: Some(20),
        on_choose: Callback::noop(),
    };
    insta::assert_snapshot!("organiser_fair_proposal", drawn(proposal(&shown)).await);
    insta::assert_snapshot!("organiser_fair_strip", drawn(strip(&shown)).await);
    let table = drawn(table(&shown)).await;
    assert_eq!(table.matches("<tr").count(), 49);
    assert_eq!(
        table.matches("<button").count(),
        48,
        "every time can be taken by the keyboard"
    );
}

fn attendee(name: &str, standing: OwnStanding, position: Option<u32>) -> Attendee {
    Attendee {
        member_id: "01890000-0000-7000-8000-000000000009".parse().unwrap(),
        name: name.into(),
        rsvp: OwnRsvp {
            answer: Answer::InPerson,
            companions: 1,
            standing,
            offered_until: None,
            position,
            is_placed: position.is_none(),
        },
        shown_to: AttendanceAudience::Organisers,
        answers: vec![
            QuestionAnswer {
                id: "q1".into(),
                value: "Saturday".into(),
            },
            QuestionAnswer {
                id: "q2".into(),
                value: "halal".into(),
            },
        ],
        answered_at: Instant::from_millis(1_790_000_000_000),
        checked_in_at: None,
    }
}

#[tokio::test]
async fn attendees_are_found_by_name_and_by_answer() {
    let words = english();
    let questions = input().questions;
    let answers = Answers {
        words: &words,
        questions: &questions,
        is_open: true,
        on_remove: Callback::noop(),
    };
    let all = [
        attendee("Asha Rao", OwnStanding::Confirmed, None),
        attendee("Thanyalak Rattanapongpisankulwattana", OwnStanding::Waiting, Some(3)),
    ];
    insta::assert_snapshot!("organiser_attendees", drawn(attendee_table(&answers, &all, "")).await);
    let found = drawn(attendee_table(&answers, &all, "thany satur")).await;
    assert!(found.contains("Thanyalak") && !found.contains("Asha"));
    let nobody = drawn(attendee_table(&answers, &all, "nobody")).await;
    assert!(!nobody.contains("<table"), "{nobody}");
}
