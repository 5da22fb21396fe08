//! What must be right before people are told of an event: everything that is missing or wrong is named at its field.

use shared::api::{Problem, ProblemCode};
use shared::events::{EventInput, GetEvent, LanguageFilter, LocalTime, PublishEvent, PublishInput, Which};

use super::{at, complete, coordinator, created, published};
use crate::support::{Actor, TestApp};

/// What is wrong with publishing an input at once.
async fn refused(by: &Actor, input: EventInput) -> Problem {
    let id = created(by, input).await.id;
    let answer = by.call::<PublishEvent>(id, PublishInput::default()).await;
    answer.problem(ProblemCode::Invalid)
}

fn key<'a>(problem: &'a Problem, field: &str) -> Option<&'a str> {
    problem.fields.get(field).map(|texts| texts[0].key.as_ref())
}

#[expect(clippy::too_many_lines, reason = "a table of cases")]
#[tokio::test]
async fn everything_that_is_missing_or_wrong_is_named_at_once() {
    let t = TestApp::new().await;
    let olga = coordinator(&t).await;
    let problem = refused(&olga, EventInput::default()).await;
    let fields: Vec<_> = problem.fields.keys().map(String::as_str).collect();
    assert_eq!(
        fields,
        [
            "ends.at",
            "hosts",
            "room.country",
            "room.venue",
            "starts.at",
            "texts.0.language",
            "texts.0.summary",
            "texts.0.title",
            "zone",
        ]
    );
    type Change = fn(&mut EventInput);
    let cases: [(Change, &str, &str); 10] = [
        (
            |input| input.zone = "Asia/Atlantis".into(),
            "zone",
            "invalid.unknown_zone",
        ),
        (
            |input| input.starts = at("2026-11-20T11:59"),
            "starts.at",
            "invalid.in_the_past",
        ),
        (
            |input| input.starts = at("5 December"),
            "starts.at",
            "invalid.malformed",
        ),
        (
            |input| input.ends = at("2026-12-05T18:00"),
            "ends.at",
            "invalid.ends_before_start",
        ),
        (
            |input| input.ends = at("2026-12-04T20:00"),
            "ends.at",
            "invalid.ends_before_start",
        ),
        (
            |input| input.deadline = Some(at("2026-12-05T20:00")),
            "deadline.at",
            "invalid.after_the_end",
        ),
        (|input| input.room = None, "room", "invalid.event_nowhere"),
        (|input| input.hosts.clear(), "hosts", "invalid.required"),
        (
            |input| input.audience.reach = shared::events::EventReach::Chosen,
            "audience.countries",
            "invalid.nobody_chosen",
        ),
        (
            |input| input.texts[0].title = "  ".into(),
            "texts.0.title",
            "invalid.required",
        ),
    ];
    for (change, field, wrong) in cases {
        let mut input = complete();
        change(&mut input);
        let problem = refused(&olga, input).await;
        assert_eq!(key(&problem, field), Some(wrong), "{:?}", problem.fields);
        assert_eq!(problem.fields.len(), 1, "{:?}", problem.fields);
    }
}

#[tokio::test]
async fn skipped_and_double_times_are_asked_about_and_never_guessed() {
    let t = TestApp::new().await;
    let olga = coordinator(&t).await;
    let on_the_night = |zone: &str, starts: &str, ends: &str| EventInput {
        zone: zone.into(),
        starts: at(starts),
        ends: at(ends),
        ..complete()
    };
    for (zone, skipped, next, ends) in [
        (
            "Europe/Berlin",
            "2027-03-28T02:30",
            "2027-03-28 03:00",
            "2027-03-28T05:00",
        ),
        (
            "Australia/Lord_Howe",
            "2027-10-03T02:10",
            "2027-10-03 02:30",
            "2027-10-03T05:00",
        ),
        (
            "America/Santiago",
            "2027-09-05T00:00",
            "2027-09-05 01:00",
            "2027-09-05T05:00",
        ),
    ] {
        let problem = refused(&olga, on_the_night(zone, skipped, ends)).await;
        assert_eq!(key(&problem, "starts.at"), Some("invalid.time_skipped"), "{zone}");
        assert_eq!(problem.fields["starts.at"][0].args["next"], next);
    }
    let double = on_the_night("America/Santiago", "2027-04-03T23:30", "2027-04-04T01:00");
    let problem = refused(&olga, double.clone()).await;
    assert_eq!(key(&problem, "starts.at"), Some("invalid.time_ambiguous"));
    for (which, expected) in [
        (Which::Earlier, "2027-04-04T02:30:00Z"),
        (Which::Later, "2027-04-04T03:30:00Z"),
    ] {
        let chosen = EventInput {
            starts: LocalTime {
                which: Some(which),
                ..double.starts.clone()
            },
            ..double.clone()
        };
        let id = published(&olga, chosen).await;
        let seen = t
            .anonymous()
            .call::<GetEvent>(id, LanguageFilter::default())
            .await
            .good();
        assert_eq!(seen.summary.starts_at.to_string(), expected);
    }
}
