//! The fair clock: whom it counts, and what it says of a day.

use shared::api::ProblemCode;
use shared::codes::{Audience, Role};
use shared::events::fair_clock::{Comfort, FairClock, FairClockFilter};
use shared::events::{EventReach, GetFairClock};

use crate::support::{Actor, TestApp};

async fn people(t: &TestApp, country: &str, count: usize, audience: Audience) {
    for number in 0..count {
        let person = t.person(&format!("Person {country} {number}"));
        person.country(country).shown_to(audience).insert().await;
    }
}

async fn coordinator(t: &TestApp) -> Actor {
    let person = t.person("Coordinator").country("BR").role(Role::Coordinator);
    t.signed_in(person.insert().await).await
}

fn december() -> FairClockFilter {
    FairClockFilter {
        date: "2026-12-05".into(),
        zone: "Asia/Kathmandu".into(),
        ..FairClockFilter::default()
    }
}

fn counted(clock: &FairClock) -> Vec<(&str, u32)> {
    let audience = clock.audience.iter();
    audience
        .map(|country| (country.country.code(), country.members))
        .collect()
}

#[tokio::test]
async fn those_are_counted_who_may_know_of_the_event_in_rounded_numbers() {
    let t = TestApp::new().await;
    people(&t, "NP", 12, Audience::Members).await;
    people(&t, "JP", 25, Audience::Public).await;
    people(&t, "IN", 4, Audience::Public).await;
    people(&t, "LK", 30, Audience::OnlyMe).await;
    let coordinator = coordinator(&t).await;
    let clock = coordinator.call::<GetFairClock>((), december()).await.good();
    let counted = counted(&clock);
    // Twelve are told as ten or fifteen: which of the two is chance, so that nobody can be counted out.
    let [("JP", 25), ("NP", nepal @ (10 | 15))] = counted[..] else {
        panic!("counted: {counted:?}");
    };
    assert_eq!(clock.slots.len(), 48);
    assert_eq!(clock.slots[0].local.at, "2026-12-05T00:00");
    assert_eq!(clock.slots[0].at.to_string(), "2026-12-04T18:15:00Z");
    let best = clock.best.unwrap() as usize;
    assert_eq!((clock.slots[best].score, clock.slots[best].day), (100, 25 + nepal));
    assert!(clock.relay.is_none());
    for country in &clock.audience {
        assert_eq!(country.comfort(best, 120), Comfort::Day);
    }
}

#[tokio::test]
async fn chosen_members_alone_are_counted_where_some_are_chosen() {
    let t = TestApp::new().await;
    people(&t, "NP", 10, Audience::Members).await;
    people(&t, "JP", 25, Audience::Members).await;
    let coordinator = coordinator(&t).await;
    let chosen = FairClockFilter {
        countries: vec!["NP".parse().unwrap()],
        reach: EventReach::Chosen,
        ..december()
    };
    let clock = coordinator.call::<GetFairClock>((), chosen.clone()).await.good();
    assert_eq!(counted(&clock), [("NP", 10)]);
    // What was chosen does not count while everybody may know of it.
    let everybody = FairClockFilter {
        reach: EventReach::Public,
        ..chosen
    };
    let clock = coordinator.call::<GetFairClock>((), everybody).await.good();
    assert_eq!(counted(&clock), [("JP", 25), ("NP", 10)]);
}

#[tokio::test]
async fn what_is_no_day_no_zone_and_no_length_is_said_at_its_field() {
    let t = TestApp::new().await;
    let coordinator = coordinator(&t).await;
    let wrong = [
        (
            "date",
            FairClockFilter {
                date: "2026-02-30".into(),
                ..december()
            },
        ),
        (
            "date",
            FairClockFilter {
                date: String::new(),
                ..december()
            },
        ),
        (
            "date",
            FairClockFilter {
                date: "99999-01-01".into(),
                ..december()
            },
        ),
        (
            "zone",
            FairClockFilter {
                zone: "Asia/Nowhere".into(),
                ..december()
            },
        ),
        (
            "zone",
            FairClockFilter {
                zone: String::new(),
                ..december()
            },
        ),
        (
            "minutes",
            FairClockFilter {
                minutes: 0,
                ..december()
            },
        ),
        (
            "minutes",
            FairClockFilter {
                minutes: u32::MAX,
                ..december()
            },
        ),
    ];
    for (field, filter) in wrong {
        let answer = coordinator.call::<GetFairClock>((), filter).await;
        let problem = answer.problem(ProblemCode::Invalid);
        assert_eq!(problem.fields.keys().collect::<Vec<_>>(), [field]);
    }
}
