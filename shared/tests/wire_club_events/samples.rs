//! Events with everything that can be said of one, and with nothing that need not be.

use shared::events::{
    EventAudience, EventInput, EventKind, EventLife, EventReach, EventReport, EventSummary, EventText, LocalTime,
    OnlineInput, Question, QuestionKind, RoomInput, Which,
};
use shared::fields::CountryCode;
use shared::ids::{EventId, PictureId};
use shared::instant::Instant;
use shared::rsvp::{Answer, OwnRsvp, OwnStanding, PerPool, PoolSummary, Summary, Tally};
use uuid::Uuid;

pub(crate) fn id(number: u128) -> Uuid {
    Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 + number)
}

pub(crate) fn countries(codes: &[&str]) -> Vec<CountryCode> {
    codes.iter().map(|code| code.parse().unwrap()).collect()
}

pub(crate) fn moment(text: &str) -> Instant {
    text.parse().unwrap()
}

pub(crate) fn seats() -> Summary {
    let room = PoolSummary {
        capacity: Some(2),
        confirmed: Tally { parties: 1, people: 2 },
        free: Some(0),
        ..PoolSummary::default()
    };
    Summary {
        pools: PerPool {
            room,
            online: PoolSummary::default(),
        },
        maybe: 1,
        cannot: 0,
    }
}

pub(crate) fn whole() -> EventSummary {
    EventSummary {
        id: EventId(id(1)),
        kind: EventKind::Reunion,
        life: EventLife::Published,
        language: "en".into(),
        title: "Winter reunion".into(),
        summary: "For all.".into(),
        starts_at: moment("2026-12-05T09:00:00Z"),
        ends_at: moment("2026-12-05T11:00:00Z"),
        zone: "Asia/Tokyo".into(),
        hosts: countries(&["IN", "NP"]),
        country: "JP".parse().ok(),
        venue: Some("Miraikan, Tokyo".into()),
        is_online: true,
        seats: seats(),
        own: Some(OwnRsvp {
            answer: Answer::InPerson,
            companions: 1,
            standing: OwnStanding::Offered,
            offered_until: Some(moment("2026-11-21T03:00:00Z")),
            position: None,
            is_placed: false,
        }),
        cover: Some(PictureId(id(2))),
        is_demo: true,
    }
}

pub(crate) fn sparse() -> EventSummary {
    EventSummary {
        life: EventLife::Past,
        country: None,
        venue: None,
        own: None,
        cover: None,
        is_demo: false,
        ..whole()
    }
}

pub(crate) fn report() -> EventReport {
    EventReport {
        came_count: 2,
        countries: countries(&["IN"]),
        text_html: "<p>It was good.</p>".into(),
        pictures: vec![PictureId(id(3))],
    }
}

pub(crate) fn input() -> EventInput {
    EventInput {
        kind: EventKind::Workshop,
        hosts: countries(&["IN"]),
        texts: vec![EventText {
            language: "en".into(),
            title: "Winter reunion".into(),
            summary: "For all.".into(),
            description: "**Come.**".into(),
        }],
        zone: "Asia/Tokyo".into(),
        starts: LocalTime {
            at: "2026-12-05T18:00".into(),
            which: Some(Which::Later),
        },
        ends: LocalTime::default(),
        deadline: Some(LocalTime::default()),
        room: Some(RoomInput {
            seats: Some(2),
            venue: "Miraikan, Tokyo".into(),
            address: "2-3-6 Aomi".into(),
            country: "JP".parse().ok(),
            point: "35.6191,139.7766".into(),
        }),
        online: Some(OnlineInput {
            seats: None,
            link: "https://meet.example/room".into(),
        }),
        companions_max: 3,
        fill_seats: true,
        hold_hours: 12,
        questions: questions(),
        audience: audience(),
    }
}

pub(crate) fn questions() -> Vec<Question> {
    let question = |id: &str, kind, label: &str| Question {
        id: id.into(),
        kind,
        label: label.into(),
        choices: Vec::new(),
        is_required: true,
    };
    let tea = Question {
        choices: vec!["Green".into(), "Black".into()],
        is_required: false,
        ..question("tea", QuestionKind::Choice, "Which tea?")
    };
    vec![tea, question("diet", QuestionKind::Diet, "")]
}

pub(crate) fn audience() -> EventAudience {
    EventAudience {
        reach: EventReach::Chosen,
        countries: countries(&["IN"]),
        years: vec![2018.try_into().unwrap()],
    }
}
