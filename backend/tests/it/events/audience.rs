//! Who may know of which events, held against a slow reference over random events and viewers: nothing hidden is listed,
//! counted, offered as a choice, or told apart from what never was.

use std::collections::BTreeSet;

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use shared::events::{EventFilter, GetEvent, LanguageFilter, ListEvents};
use shared::ids::EventId;

use crate::support::{Actor, DAY, TestApp};

const COUNTRIES: [&str; 4] = ["IN", "NP", "VN", "ID"];
const YEARS: [i32; 3] = [2016, 2018, 2023];
const KINDS: usize = 24;

/// An event as plain words.
#[derive(Debug)]
struct Event {
    id: EventId,
    host: &'static str,
    life: &'static str,
    reach: &'static str,
    countries: Vec<&'static str>,
    years: Vec<i32>,
}

/// Somebody who looks.
struct Viewer {
    actor: Actor,
    /// Nothing for who is not signed in.
    traits: Option<(&'static str, Vec<i32>)>,
}

/// The rule as it would be told to a child.
fn may_know(event: &Event, viewer: &Viewer) -> bool {
    if event.life == "draft" {
        return false;
    }
    let Some((country, years)) = &viewer.traits else {
        return event.reach == "public";
    };
    match event.reach {
        "public" | "members" => true,
        _ => {
            let is_from = event.countries.is_empty() || event.countries.contains(country);
            let came = event.years.is_empty() || years.iter().any(|year| event.years.contains(year));
            is_from && came
        }
    }
}

async fn events(t: &TestApp, rng: &mut ChaCha8Rng) -> Vec<Event> {
    let now = t.app.clock.now().as_millisecond();
    let mut events = Vec::new();
    for number in 0..KINDS {
        let mut some = |all: &[&'static str]| {
            let chosen = all.iter().copied().filter(|_| rng.random_bool(0.4));
            chosen.collect::<Vec<_>>()
        };
        let countries = some(&COUNTRIES);
        let years: Vec<i32> = YEARS.into_iter().filter(|_| rng.random_bool(0.4)).collect();
        let reach = ["public", "members", "chosen", "chosen"][rng.random_range(0..4)];
        let life = ["published", "published", "published", "draft"][rng.random_range(0..4)];
        let host = COUNTRIES[rng.random_range(0..COUNTRIES.len())];
        let starts_at = now + i64::try_from(number).unwrap() * DAY + DAY;
        let joined = years.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        let id = t
            .event()
            .hosts(&[host])
            .life(life)
            .lasting(starts_at, starts_at + DAY)
            .reach(reach, &countries.join(" "), &joined)
            .insert()
            .await;
        events.push(Event {
            id,
            host,
            life,
            reach,
            countries,
            years,
        });
    }
    events
}

async fn viewers(t: &mut TestApp, rng: &mut ChaCha8Rng) -> Vec<Viewer> {
    let mut exchanges = Vec::new();
    for year in YEARS {
        exchanges.push((year, t.exchange().year(year).insert().await));
    }
    t.restart().await;
    let mut viewers = vec![Viewer {
        actor: t.anonymous(),
        traits: None,
    }];
    for _ in 0..8 {
        let country = COUNTRIES[rng.random_range(0..COUNTRIES.len())];
        let mut person = t.person("Somebody").country(country);
        let mut years = Vec::new();
        for (year, exchange) in &exchanges {
            if rng.random_bool(0.4) {
                person = person.on(*exchange);
                years.push(*year);
            }
        }
        let id = person.insert().await;
        viewers.push(Viewer {
            actor: t.signed_in(id).await,
            traits: Some((country, years)),
        });
    }
    viewers
}

/// How many answers differ from what a rule says.
async fn differences(events: &[Event], viewers: &[Viewer], rule: fn(&Event, &Viewer) -> bool) -> usize {
    let mut differences = 0;
    for viewer in viewers {
        let known: Vec<&Event> = events.iter().filter(|event| rule(event, viewer)).collect();
        let page = viewer.actor.call::<ListEvents>((), EventFilter::default()).await.good();
        let listed: Vec<EventId> = page.events.iter().map(|event| event.id).collect();
        let expected: Vec<EventId> = known.iter().map(|event| event.id).collect();
        let hosts: BTreeSet<&str> = known.iter().flat_map(|event| [event.host, "JP"]).collect();
        let countries: BTreeSet<&str> = page.countries.iter().map(|country| country.code()).collect();
        differences += usize::from(listed != expected);
        differences += usize::from(page.total as usize != expected.len());
        differences += usize::from(countries != hosts);
        for event in events {
            let answer = viewer.actor.call::<GetEvent>(event.id, LanguageFilter::default()).await;
            differences += usize::from(answer.status.is_success() != rule(event, viewer));
        }
    }
    differences
}

#[tokio::test]
async fn lists_counts_choices_and_pages_follow_the_audience() {
    let mut t = TestApp::new().await;
    let mut rng = ChaCha8Rng::seed_from_u64(4);
    let viewers = viewers(&mut t, &mut rng).await;
    let events = events(&t, &mut rng).await;
    assert_eq!(differences(&events, &viewers, may_know).await, 0);
    // Were the audience not asked, or drafts shown, this very sweep would notice.
    let everybody = |event: &Event, _: &Viewer| event.life != "draft";
    assert!(differences(&events, &viewers, everybody).await > 0);
    let drafts_too = |event: &Event, viewer: &Viewer| event.life == "draft" || may_know(event, viewer);
    assert!(differences(&events, &viewers, drafts_too).await > 0);
}
