//! One event as a file: what it says to whom, and what becomes of it when the event changes.

use sea_orm::ActiveValue::Set;
use shared::api::ProblemCode;
use shared::codes::Role;
use shared::events::{EventInput, OnlineInput, RoomInput};
use shared::ids::EventId;
use shared::rsvp::Answer;

use super::{answer, change, club, fetch, file};
use crate::support::{HOUR, TestApp};

/// At a place with an address and over the internet.
fn somewhere(input: &mut EventInput) {
    input.room = Some(RoomInput {
        venue: "Miraikan, Tokyo".into(),
        address: "2-3-6 Aomi; 7th floor".into(),
        ..RoomInput::default()
    });
    input.online = Some(OnlineInput {
        seats: None,
        link: "https://meet.example/secret".into(),
    });
}

#[tokio::test]
async fn a_file_tells_everything_but_who_comes() {
    let t = club().await;
    let event = t.event().title("Reunion; tea, \\cake").typed(somewhere).insert().await;
    let asha = t.member("Asha Rao").await;
    answer(&asha, event, Answer::InPerson).await;
    let said = file(&t.anonymous(), event).await;
    let [entry] = &said.events[..] else { panic!("{said:?}") };
    assert_eq!(said.method, "PUBLISH");
    assert_eq!(entry.summary, "Reunion; tea, \\cake");
    assert_eq!(entry.uid, format!("{event}@club.example"));
    let page = format!("http://club.example/events/{event}");
    assert_eq!(entry.url.as_deref(), Some(page.as_str()));
    let description = format!("For everybody who came to Japan.\n\n{page}");
    assert_eq!(entry.description.as_deref(), Some(description.as_str()));
    assert_eq!(entry.location.as_deref(), Some("Miraikan, Tokyo"));
    assert_eq!(
        (entry.status.as_str(), entry.transp.as_str()),
        ("CONFIRMED", "TRANSPARENT")
    );
    let answer = asha.get(&format!("/api/events/{event}/calendar.ics")).await;
    assert_eq!(
        answer.headers["content-disposition"],
        "attachment; filename=\"event.ics\""
    );
    assert_eq!(answer.headers["cache-control"], "private, no-cache");
    assert!(!String::from_utf8(answer.body).unwrap().contains("Asha"));
}

#[tokio::test]
async fn where_to_go_exactly_is_told_to_those_who_have_a_seat_there() {
    let t = club().await;
    let event = t.event().typed(somewhere).seats(Some(1)).online(None).insert().await;
    let [seated, online, waiting, stranger] = [
        t.member("Seated").await,
        t.member("Online").await,
        t.member("Waiting").await,
        t.member("Stranger").await,
    ];
    answer(&seated, event, Answer::InPerson).await;
    answer(&online, event, Answer::Online).await;
    answer(&waiting, event, Answer::InPerson).await;
    for (who, location, status, knows_link) in [
        (&seated, "Miraikan, Tokyo, 2-3-6 Aomi; 7th floor", "CONFIRMED", false),
        (&online, "https://meet.example/secret", "CONFIRMED", true),
        (&waiting, "Miraikan, Tokyo", "TENTATIVE", false),
        (&stranger, "Miraikan, Tokyo", "CONFIRMED", false),
        (&t.anonymous(), "Miraikan, Tokyo", "CONFIRMED", false),
    ] {
        let said = file(who, event).await;
        let [entry] = &said.events[..] else { panic!("{said:?}") };
        assert_eq!(entry.location.as_deref(), Some(location));
        assert_eq!(entry.status, status, "{location}");
        let description = entry.description.as_deref().unwrap();
        assert_eq!(description.contains("meet.example"), knows_link, "{location}");
    }
}

#[tokio::test]
async fn organisers_have_what_they_wrote_in_their_file_and_others_do_not() {
    let t = club().await;
    let everybody = t.event().typed(somewhere).online(None).insert().await;
    // Coordinators of a chapter that is not among those who are invited organise its events all the same.
    let chosen = t.event().typed(somewhere).reach("chosen", "VN", "").insert().await;
    let draft = t.event().typed(somewhere).life("draft").insert().await;
    let person = async |role, country| {
        let id = t.person("Olga").role(role).country(country).insert().await;
        t.signed_in(id).await
    };
    let olga = person(Role::Coordinator, "IN").await;
    let admin = person(Role::Admin, "JP").await;
    for who in [&olga, &admin] {
        for event in [everybody, chosen] {
            let said = file(who, event).await;
            let entry = &said.events[0];
            assert_eq!(
                entry.location.as_deref(),
                Some("Miraikan, Tokyo, 2-3-6 Aomi; 7th floor")
            );
            let description = entry.description.as_deref().unwrap();
            assert!(description.contains("https://meet.example/secret"), "{description}");
        }
        let path = format!("/api/events/{draft}/calendar.ics");
        who.get(&path).await.problem(ProblemCode::NotFound);
    }
    // Of another chapter, or of this one without its role.
    let others = [person(Role::Coordinator, "NP").await, person(Role::Member, "IN").await];
    for who in others {
        let said = file(&who, everybody).await;
        let text = format!("{said:?}");
        assert!(!text.contains("Aomi") && !text.contains("meet.example"), "{text}");
        let path = format!("/api/events/{chosen}/calendar.ics");
        who.get(&path).await.problem(ProblemCode::NotFound);
    }
}

#[tokio::test]
async fn a_changed_event_is_the_same_entry_with_a_greater_number() {
    let t = club().await;
    let event = t.event().insert().await;
    let before = file(&t.anonymous(), event).await;
    change(&t, event, |row, to| {
        to.starts_at = Set(row.starts_at.map(|at| at + HOUR));
        to.sequence = Set(row.sequence + 1);
        to.updated_at = Set(row.updated_at + HOUR);
    })
    .await;
    let after = file(&t.anonymous(), event).await;
    let (before, after) = (&before.events[0], &after.events[0]);
    assert_eq!(before.uid, after.uid);
    assert!(before.sequence < after.sequence && before.stamp < after.stamp);
    assert_eq!(after.modified, after.stamp);
    assert_eq!((after.starts - before.starts).get_seconds(), HOUR / 1000);
}

#[tokio::test]
async fn an_event_that_was_called_off_is_taken_out_of_calendars() {
    let t = club().await;
    let event = t.event().insert().await;
    let asha = t.member("Asha Rao").await;
    answer(&asha, event, Answer::InPerson).await;
    let before = [file(&asha, event).await, file(&t.anonymous(), event).await];
    assert_eq!(before[0].events[0].transp, "OPAQUE");
    change(&t, event, |row, to| {
        to.life = Set("cancelled".into());
        to.sequence = Set(row.sequence + 1);
    })
    .await;
    for (who, before) in [&asha, &t.anonymous()].into_iter().zip(before) {
        let after = file(who, event).await;
        assert_eq!(after.method, "CANCEL");
        let entry = &after.events[0];
        assert_eq!(
            (entry.status.as_str(), entry.transp.as_str()),
            ("CANCELLED", "TRANSPARENT")
        );
        assert_eq!(entry.uid, before.events[0].uid);
        assert!(entry.sequence > before.events[0].sequence);
    }
}

async fn is_refused(t: &TestApp, event: EventId) {
    let asha = t.member("Asha Rao").await;
    for who in [&asha, &t.anonymous()] {
        let problem = who
            .get(&format!("/api/events/{event}/calendar.ics"))
            .await
            .problem(ProblemCode::NotFound);
        assert_eq!(problem.text.key, "problem.not_found_event");
    }
}

#[tokio::test]
async fn who_may_not_know_of_an_event_gets_no_file() {
    let t = club().await;
    is_refused(&t, EventId(uuid::Uuid::now_v7())).await;
    is_refused(&t, t.event().life("draft").insert().await).await;
    let later = t.app.clock.now().as_millisecond() + HOUR;
    let scheduled = t
        .event()
        .life("scheduled")
        .stored(|row| row.publish_at = Set(Some(later)));
    is_refused(&t, scheduled.insert().await).await;
    is_refused(&t, t.event().reach("chosen", "NP", "").insert().await).await;
    let members = t.event().reach("members", "", "").insert().await;
    t.anonymous()
        .get(&format!("/api/events/{members}/calendar.ics"))
        .await
        .problem(ProblemCode::NotFound);
    let bina = t.person("Bina").insert().await;
    file(&t.signed_in(bina).await, members).await;
}

#[tokio::test]
async fn wrong_questions_name_their_field() {
    let t = club().await;
    let problem = t
        .anonymous()
        .get("/api/events/next/calendar.ics")
        .await
        .problem(ProblemCode::Invalid);
    assert_eq!(problem.fields["event_id"][0].key, "invalid.malformed");
    let event = t.event().insert().await;
    for path in [
        format!("/api/events/{event}/calendar.ics?language=!"),
        "/api/calendar.ics?language=!".into(),
        "/api/calendars/x.ics?language=!".into(),
    ] {
        let problem = t.anonymous().get(&path).await.problem(ProblemCode::Invalid);
        assert_eq!(problem.fields["language"][0].key, "invalid.unknown_value", "{path}");
    }
    fetch(&t.anonymous(), &format!("/api/events/{event}/calendar.ics?language=ja")).await;
}
