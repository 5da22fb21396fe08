//! The organisers' views: one's own events, sections of the editor with what is wrong, the fair clock, who comes.

use std::rc::Rc;

use frontend::features::events::organising::sections::{self, Shelf, When};
use frontend::features::events::organising::sheet::Sheet;
use frontend::features::events::organising::{event_preview, own_list};
use frontend::forms::error_summary;
use shared::events::{
    EventDraft, EventInput, EventKind, EventLife, EventReach, EventText, LocalTime, OnlineInput, OwnEvent, Question,
    QuestionKind, RoomInput,
};
use shared::instant::Instant;
use shared::rsvp::{PerPool, PoolSummary, Summary, Tally};
use shared::validate::FieldErrors;
use shared::words::Text;
use yew::{Callback, Html};

use super::{drawn, english};

pub(super) fn local(at: &str) -> LocalTime {
    LocalTime {
        at: at.into(),
        which: None,
    }
}

pub(super) fn input() -> EventInput {
    EventInput {
        kind: EventKind::Reunion,
        hosts: vec!["NP".parse().unwrap()],
        texts: vec![
            EventText {
                language: "en".into(),
                title: "5th reunion in Nepal".into(),
                summary: "We meet again.".into(),
                description: "**Everybody** is welcome.".into(),
            },
            EventText {
                language: "ne".into(),
                ..EventText::default()
            },
        ],
        zone: "Asia/Kathmandu".into(),
        starts: local("2026-12-05T14:00"),
        ends: local("2026-12-05T17:00"),
        deadline: Some(local("2026-12-01T23:59")),
        room: Some(RoomInput {
            seats: Some(40),
            venue: "Patan Museum".into(),
            country: "NP".parse().ok(),
            ..RoomInput::default()
        }),
        online: Some(OnlineInput::default()),
        companions_max: 2,
        questions: vec![
            Question {
                id: "q1".into(),
                kind: QuestionKind::Choice,
                label: "Which day?".into(),
                choices: vec!["Friday".into(), "Saturday".into()],
                is_required: true,
            },
            Question {
                id: "q2".into(),
                kind: QuestionKind::Diet,
                label: String::new(),
                choices: Vec::new(),
                is_required: false,
            },
        ],
        ..EventInput::default()
    }
}

fn draft() -> EventDraft {
    EventDraft {
        id: "01890000-0000-7000-8000-000000000001".parse().unwrap(),
        version: 3,
        life: EventLife::Draft,
        publish_at: None,
        input: input(),
        starts_at: "2026-12-05T08:15:00Z".parse().ok(),
        ends_at: "2026-12-05T11:15:00Z".parse().ok(),
        cover: None,
        seats: Summary::default(),
        notes: Vec::new(),
    }
}

fn sheet(input: EventInput, wrong: &[(&str, &'static str)]) -> Sheet {
    let errors = wrong
        .iter()
        .map(|(field, key)| (String::from(*field), vec![Text::new(key)]));
    Sheet {
        words: english(),
        input: Rc::new(input),
        errors: Rc::new(errors.collect::<FieldErrors>()),
        on_edit: Callback::noop(),
    }
}

fn own(life: EventLife, title: &str) -> OwnEvent {
    let tally = |people| Tally {
        parties: people,
        people,
    };
    OwnEvent {
        id: "01890000-0000-7000-8000-000000000001".parse().unwrap(),
        life,
        kind: EventKind::Reunion,
        title: title.into(),
        starts_at: (life != EventLife::Draft).then(|| Instant::from_millis(1_800_000_000_000)),
        zone: "Asia/Kathmandu".into(),
        publish_at: (life == EventLife::Scheduled).then(|| Instant::from_millis(1_790_000_000_000)),
        seats: Summary {
            pools: PerPool {
                room: PoolSummary {
                    capacity: Some(40),
                    confirmed: tally(38),
                    waiting: tally(3),
                    ..PoolSummary::default()
                },
                online: PoolSummary {
                    capacity: Some(0),
                    ..PoolSummary::default()
                },
            },
            ..Summary::default()
        },
    }
}

#[tokio::test]
async fn own_events_stand_in_groups_and_say_what_can_be_done() {
    let events = [
        own(EventLife::Draft, ""),
        own(EventLife::Scheduled, "A webinar"),
        own(EventLife::Published, "A reunion"),
        own(EventLife::Past, "An old reunion"),
    ];
    insta::assert_snapshot!(
        "organiser_list",
        drawn(own_list(&english(), &events, &Callback::noop())).await
    );
}

#[tokio::test]
async fn what_is_wrong_is_said_at_the_fields_and_led_to_from_the_top() {
    let sheet = sheet(
        input(),
        &[("texts.1.title", "invalid.required"), ("hosts", "invalid.required")],
    );
    let html = drawn(sections::texts(&sheet)).await;
    assert!(html.contains("id=\"texts.1.title-error\""), "{html}");
    insta::assert_snapshot!("organiser_texts", html);
    let wrong = vec![(
        "texts.1.title".into(),
        "Title".into(),
        sheet.errors["texts.1.title"].clone(),
    )];
    let summary = error_summary(&sheet.words, "Before this works:".into(), wrong);
    insta::assert_snapshot!("organiser_error_summary", drawn(summary).await);
}

#[tokio::test]
async fn a_time_that_a_clock_shows_twice_is_a_question() {
    let parts = || When {
        zone: Html::default(),
        fair: Html::default(),
    };
    let asked = sheet(input(), &[("starts.at", "invalid.time_ambiguous")]);
    let html = drawn(sections::when(&asked, &draft(), parts())).await;
    assert!(
        html.contains("value=\"earlier\"") && html.contains("name=\"starts.which\""),
        "{html}"
    );
    insta::assert_snapshot!("organiser_when", html);
    let plain = drawn(sections::when(&sheet(input(), &[]), &draft(), parts())).await;
    assert!(!plain.contains("starts.which"), "nobody is asked what is clear");
}

#[tokio::test]
async fn every_section_has_its_fields() {
    let sheet = sheet(input(), &[]);
    let html = [
        sections::what(&sheet),
        sections::place(&sheet, &Shelf::default()),
        sections::seats(&sheet),
        sections::questions(&sheet),
        sections::audience(&sheet),
    ];
    let html: Html = html.into_iter().collect();
    // The 249 countries/regions of each list are left out.
    let html = drawn(html).await;
    let lines = html
        .lines()
        .filter(|line| !line.contains("<option") || line.contains("selected"));
    insta::assert_snapshot!("organiser_sections", lines.collect::<Vec<_>>().join("\n"));
}

#[tokio::test]
async fn countries_and_years_are_asked_for_chosen_members_only() {
    let with = |reach| {
        let mut input = input();
        input.audience.reach = reach;
        sections::audience(&sheet(input, &[]))
    };
    assert!(drawn(with(EventReach::Chosen)).await.contains("audience.years"));
    assert!(!drawn(with(EventReach::Members)).await.contains("audience.years"));
}

#[tokio::test]
async fn the_preview_shows_both_clocks_and_the_rule_of_the_line() {
    let draft = draft();
    let text = &draft.input.texts[0];
    let html = event_preview(
        &english(),
        &draft.input,
        &draft,
        text,
        &"<p><strong>Everybody</strong></p>".into(),
    );
    insta::assert_snapshot!("organiser_preview", drawn(html).await);
    let empty = EventInput::default();
    let html = event_preview(&english(), &empty, &draft, &EventText::default(), &"".into());
    assert!(drawn(html).await.contains("Event without a title"));
}
