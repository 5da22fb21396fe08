//! Sample events and answers.

use shared::events::{
    EventAudience, EventDetail, EventKind, EventLife, EventReach, EventReport, EventSummary, Question, QuestionKind,
};
use shared::instant::Instant;
use shared::rsvp::{Answer, OwnRsvp, OwnStanding, PoolSummary, RsvpState, Summary, Tally};

pub(super) fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

/// Some days before the sample event.
pub(super) fn now() -> Instant {
    at("2026-12-01T00:00:00Z")
}

fn people(people: u32) -> Tally {
    Tally {
        parties: people,
        people,
    }
}

/// So many seats, of which so many are taken.
pub(super) fn pool(capacity: u32, taken: u32) -> PoolSummary {
    PoolSummary {
        capacity: Some(capacity),
        confirmed: people(taken),
        free: Some(capacity.saturating_sub(taken)),
        ..PoolSummary::default()
    }
}

/// A way in which one cannot take part.
pub(super) fn no_pool() -> PoolSummary {
    pool(0, 0)
}

/// Seats that so many parties wait for.
pub(super) fn full(waiting: u32) -> PoolSummary {
    PoolSummary {
        waiting: people(waiting),
        ..pool(50, 50)
    }
}

pub(super) fn seats(room: PoolSummary, online: PoolSummary) -> Summary {
    let mut seats = Summary::default();
    seats.pools.room = room;
    seats.pools.online = online;
    seats
}

/// In Tokyo, from the evening of one day on the venue's clock.
pub(super) fn typical() -> EventSummary {
    EventSummary {
        id: "01890000-0000-7000-8000-00000000000e".parse().unwrap(),
        kind: EventKind::Reunion,
        life: EventLife::Published,
        language: "en".into(),
        title: "Reunion in Tokyo".into(),
        summary: "An evening for everybody who came to Japan.".into(),
        starts_at: at("2026-12-05T09:00:00Z"),
        ends_at: at("2026-12-05T12:00:00Z"),
        zone: "Asia/Tokyo".into(),
        hosts: vec!["IN".parse().unwrap(), "NP".parse().unwrap()],
        country: Some("JP".parse().unwrap()),
        venue: Some("Miraikan, Tokyo".into()),
        is_online: false,
        seats: seats(pool(50, 31), no_pool()),
        own: None,
        cover: None,
        is_demo: true,
    }
}

/// Over the internet only, at another day for the reader.
pub(super) fn webinar() -> EventSummary {
    EventSummary {
        id: "01890000-0000-7000-8000-00000000000f".parse().unwrap(),
        kind: EventKind::Webinar,
        title: "ธัญลักษณ์ รัตนพงศ์พิศาลกุลวัฒนา on Radiation-Resistant Semiconductor Heterostructures".into(),
        language: "th".into(),
        starts_at: at("2027-01-10T22:30:00Z"),
        ends_at: at("2027-01-11T00:00:00Z"),
        hosts: vec!["TH".parse().unwrap()],
        country: None,
        venue: None,
        is_online: true,
        seats: seats(no_pool(), PoolSummary::default()),
        is_demo: false,
        ..typical()
    }
}

pub(super) fn question(id: &str, kind: QuestionKind, label: &str, is_required: bool) -> Question {
    Question {
        id: id.into(),
        kind,
        label: label.into(),
        choices: if kind == QuestionKind::Choice {
            vec!["Sea".into(), "Hills".into()]
        } else {
            Vec::new()
        },
        is_required,
    }
}

pub(super) fn detail(summary: EventSummary) -> EventDetail {
    EventDetail {
        closes_at: at("2026-12-04T09:00:00Z"),
        description_html: "<p>Come and <strong>meet</strong>.</p>".into(),
        languages: vec![summary.language.clone()],
        address: None,
        point: None,
        link: None,
        companions_max: 0,
        fill_seats: false,
        hold_hours: 24,
        questions: Vec::new(),
        audience: EventAudience {
            reach: EventReach::Public,
            countries: Vec::new(),
            years: Vec::new(),
        },
        cancel_reason: None,
        report: None,
        is_organiser: false,
        summary,
    }
}

/// With everything that an event can have.
pub(super) fn rich() -> EventDetail {
    EventDetail {
        companions_max: 2,
        fill_seats: true,
        questions: vec![
            question("q1", QuestionKind::Diet, "", true),
            question("q2", QuestionKind::Choice, "Which trip?", false),
            question("q3", QuestionKind::YesNo, "Will you give a talk?", true),
            question("q4", QuestionKind::Text, "What do you bring?", false),
        ],
        audience: EventAudience {
            reach: EventReach::Chosen,
            countries: vec!["IN".parse().unwrap()],
            years: vec![2018.try_into().unwrap()],
        },
        ..detail(EventSummary {
            is_online: true,
            seats: seats(full(3), pool(100, 4)),
            ..typical()
        })
    }
}

pub(super) fn past() -> EventDetail {
    EventDetail {
        report: Some(EventReport {
            came_count: 48,
            countries: vec!["IN".parse().unwrap(), "JP".parse().unwrap()],
            text_html: "<p>It was a fine evening.</p>".into(),
            pictures: vec!["01890000-0000-7000-8000-0000000000aa".parse().unwrap()],
        }),
        ..detail(EventSummary {
            life: EventLife::Past,
            ..typical()
        })
    }
}

pub(super) fn cancelled() -> EventDetail {
    EventDetail {
        cancel_reason: Some("A typhoon comes.".into()),
        ..detail(EventSummary {
            life: EventLife::Cancelled,
            ..typical()
        })
    }
}

pub(super) fn own(answer: Answer, standing: OwnStanding) -> OwnRsvp {
    OwnRsvp {
        answer,
        companions: 0,
        standing,
        offered_until: None,
        position: None,
        is_placed: false,
    }
}

pub(super) fn state(seats: Summary, own: Option<OwnRsvp>) -> RsvpState {
    RsvpState { own, seats }
}
