//! What organisers see of answers and do to them.

use backend::entity::event_log;
use sea_orm::EntityTrait;
use shared::api::{Empty, ProblemCode};
use shared::codes::Role;
use shared::ids::MemberId;
use shared::rsvp::{ListAttendees, OwnStanding, PlaceAttendee, PlaceInput, Pool, RemoveAttendee, SetRsvp};

use super::{going, join, members, standing};
use crate::support::{Actor, TestApp};

async fn organiser(t: &TestApp, role: Role, country: &str) -> Actor {
    let id = t.person("Olga").role(role).country(country).insert().await;
    t.signed_in(id).await
}

fn place(member_id: MemberId) -> PlaceInput {
    PlaceInput {
        member_id,
        pool: Pool::Room,
        companions: 1,
    }
}

#[tokio::test]
async fn somebody_is_put_in_over_capacity_which_is_logged_and_to_be_seen() {
    let t = TestApp::new().await;
    let olga = organiser(&t, Role::Coordinator, "IN").await;
    let [ada] = members(&t, ["Ada"]).await;
    let speaker = t.person("Speaker").insert().await;
    let event = t.event().seats(Some(1)).insert().await;
    join(&ada, event).await;
    let list = olga.call::<PlaceAttendee>(event, place(speaker)).await.good();
    let row = list.attendees.iter().find(|row| row.member_id == speaker).unwrap();
    assert!(row.rsvp.is_placed && row.rsvp.standing == OwnStanding::Confirmed && row.rsvp.companions == 1);
    let log = event_log::Entity::find().all(&t.app.db.read).await.unwrap();
    let said: Vec<_> = log
        .iter()
        .map(|line| (line.action.as_str(), line.subject_id, line.detail.as_str()))
        .collect();
    assert_eq!(said, [("place", Some(speaker.0), r#"{"pool":"room","companions":1}"#)]);
    let seen = standing(&t.signed_in(speaker).await, event).await;
    assert_eq!(seen, Some((OwnStanding::Confirmed, None)));
}

#[tokio::test]
async fn nobody_is_neither_put_in_nor_removed_and_costs_nobody_else_an_answer() {
    let t = TestApp::new().await;
    let olga = organiser(&t, Role::Coordinator, "IN").await;
    let [ada] = members(&t, ["Ada"]).await;
    let event = t.event().insert().await;
    let nobody = MemberId(uuid::Uuid::from_u128(1));
    // At the desk together: what is refused to one is not refused to the others.
    let (placed, removed, joined) = tokio::join!(
        olga.call::<PlaceAttendee>(event, place(nobody)),
        olga.call::<RemoveAttendee>((event, nobody), Empty {}),
        ada.call::<SetRsvp>(event, going()),
    );
    for problem in [
        placed.problem(ProblemCode::Invalid),
        removed.problem(ProblemCode::Invalid),
    ] {
        assert_eq!(problem.fields["member_id"][0].key, "invalid.nobody_like_that");
    }
    joined.good();
    // Whoever does not organise the event is not told who is a member.
    let other = organiser(&t, Role::Coordinator, "FR").await;
    let refused = other.call::<PlaceAttendee>(event, place(nobody)).await;
    refused.problem(ProblemCode::Forbidden);
}

#[tokio::test]
async fn who_was_removed_passes_the_seat_on_and_cannot_join_again() {
    let t = TestApp::new().await;
    let olga = organiser(&t, Role::Admin, "JP").await;
    let ada_id = t.person("Ada").insert().await;
    let ada = t.signed_in(ada_id).await;
    let [ben] = members(&t, ["Ben"]).await;
    let event = t.event().seats(Some(1)).insert().await;
    join(&ada, event).await;
    join(&ben, event).await;
    olga.call::<RemoveAttendee>((event, ada_id), Empty {}).await.good();
    assert!(matches!(standing(&ben, event).await, Some((OwnStanding::Offered, _))));
    let refused = ada.call::<SetRsvp>(event, going()).await.problem(ProblemCode::Conflict);
    assert_eq!(refused.text.key, "rsvp_refused.removed");
}

#[tokio::test]
async fn attendees_are_listed_with_seats_first_and_the_waiting_list_in_its_order() {
    let t = TestApp::new().await;
    let olga = organiser(&t, Role::Coordinator, "IN").await;
    let event = t.event().seats(Some(1)).insert().await;
    for who in members(&t, ["Ada", "Ben", "Cem"]).await {
        join(&who, event).await;
    }
    let list = olga.call::<ListAttendees>(event, Empty {}).await.good();
    let said: Vec<_> = list
        .attendees
        .iter()
        .map(|row| (row.name.as_str(), row.rsvp.position))
        .collect();
    assert_eq!(said, [("Ada", None), ("Ben", Some(1)), ("Cem", Some(2))]);
}

#[tokio::test]
async fn other_chapters_organise_nothing_here() {
    let t = TestApp::new().await;
    let ada_id = t.person("Ada").insert().await;
    let ada = t.signed_in(ada_id).await;
    let foreign = organiser(&t, Role::Coordinator, "NP").await;
    let event = t.event().insert().await;
    let hidden = t.event().reach("chosen", "TH", "").insert().await;
    join(&ada, event).await;
    for (who, event, code) in [
        (&ada, event, ProblemCode::Forbidden),
        (&foreign, event, ProblemCode::Forbidden),
        (&foreign, hidden, ProblemCode::NotFound),
    ] {
        who.call::<ListAttendees>(event, Empty {}).await.problem(code);
        who.call::<PlaceAttendee>(event, place(ada_id)).await.problem(code);
        who.call::<RemoveAttendee>((event, ada_id), Empty {})
            .await
            .problem(code);
    }
    assert_eq!(standing(&ada, event).await, Some((OwnStanding::Confirmed, None)));
    let own = t.event().life("draft").hosts(&[]).created_by(ada_id).insert().await;
    foreign
        .call::<ListAttendees>(own, Empty {})
        .await
        .problem(ProblemCode::NotFound);
}
