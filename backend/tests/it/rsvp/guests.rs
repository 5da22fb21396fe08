//! Who sees that somebody comes: as each one chose, as far as the directory shows them, for half a year.

use std::time::Duration;

use shared::api::{Empty, ProblemCode};
use shared::codes::Audience;
use shared::ids::{EventId, MemberId};
use shared::rsvp::{AttendanceAudience, GuestList, ListGuests, RsvpInput, SHOWN_FOR_MS, SetRsvp};

use super::{going, join};
use crate::support::{DAY, HOUR, TestApp};

/// Comes and lets an audience know.
async fn comes(t: &TestApp, event: EventId, id: MemberId, shown_to: AttendanceAudience) {
    let input = RsvpInput { shown_to, ..going() };
    t.signed_in(id).await.call::<SetRsvp>(event, input).await.good();
}

async fn named(t: &TestApp, event: EventId, viewer: MemberId) -> (Vec<String>, GuestList) {
    let list = t
        .with_session_of(viewer)
        .call::<ListGuests>(event, Empty {})
        .await
        .good();
    (
        list.guests.iter().map(|guest| guest.member.name.clone()).collect(),
        list,
    )
}

#[tokio::test]
async fn each_of_those_who_come_is_seen_by_whom_they_chose() {
    let mut t = TestApp::new().await;
    let trip = t.exchange().insert().await;
    let mut ids = Vec::new();
    for (number, name) in ["Ada", "Ben", "Cem", "Dia"].into_iter().enumerate() {
        let person = t.person(name);
        ids.push(if number == 1 {
            person.on(trip).insert().await
        } else {
            person.insert().await
        });
    }
    let fellow = t.person("Fellow").on(trip).insert().await;
    let stranger = t.person("Stranger").insert().await;
    t.restart().await;
    let event = t.event().insert().await;
    for (id, shown_to) in ids.iter().zip(AttendanceAudience::ALL) {
        comes(&t, event, *id, *shown_to).await;
    }
    for viewer in [fellow, stranger] {
        let _ = t.signed_in(viewer).await;
    }
    // Ada shows it to organisers, Ben to his exchange, Cem to those who come, Dia to members.
    let (names, list) = named(&t, event, stranger).await;
    assert_eq!(
        (names, list.coming, list.of_my_exchange),
        (vec!["Dia".to_owned()], 4, 0)
    );
    let (names, list) = named(&t, event, fellow).await;
    assert_eq!(
        (names, list.of_my_exchange),
        (vec!["Ben".to_owned(), "Dia".to_owned()], 1)
    );
    join(&t.with_session_of(stranger), event).await;
    let (names, _) = named(&t, event, stranger).await;
    assert_eq!(names, ["Cem", "Dia", "Stranger"]);
    t.anonymous()
        .call::<ListGuests>(event, Empty {})
        .await
        .problem(ProblemCode::Unauthenticated);
}

#[tokio::test]
async fn who_is_hidden_in_the_directory_is_counted_and_not_named() {
    let t = TestApp::new().await;
    let hidden = t.person("Hidden").shown_to(Audience::OnlyMe).insert().await;
    let minor = t.person("Minor").adult_on("2030-01-01").insert().await;
    let viewer = t.person("Viewer").insert().await;
    let _ = t.signed_in(viewer).await;
    let event = t.event().insert().await;
    for id in [hidden, minor] {
        comes(&t, event, id, AttendanceAudience::Members).await;
    }
    let (names, list) = named(&t, event, viewer).await;
    assert_eq!((names, list.coming), (Vec::<String>::new(), 2));
}

#[tokio::test]
async fn half_a_year_after_the_event_nobody_is_named() {
    let t = TestApp::new().await;
    let ada = t.person("Ada").insert().await;
    let viewer = t.person("Viewer").insert().await;
    let now = t.app.clock.now().as_millisecond();
    let event = t.event().lasting(now + HOUR, now + DAY).insert().await;
    comes(&t, event, ada, AttendanceAudience::Members).await;
    t.app
        .clock
        .advance(Duration::from_millis((DAY + SHOWN_FOR_MS - 1) as u64));
    let _ = t.signed_in(viewer).await;
    assert_eq!(named(&t, event, viewer).await.0, ["Ada"]);
    t.app.clock.advance(Duration::from_millis(1));
    let (names, list) = named(&t, event, viewer).await;
    assert_eq!((names, list.coming), (Vec::<String>::new(), 1));
}
