//! Offers: whose turn it is, for how long, and what passes seats on.

use std::time::Duration;

use backend::entity::{event, outbox};
use backend::features::rsvp::{end_due_offers, event_changed};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, QueryOrder};
use shared::api::{Empty, ProblemCode};
use shared::ids::EventId;
use shared::rsvp::{AcceptOffer, DeclineOffer, OwnStanding, SetRsvp, WithdrawRsvp};

use super::{going, join, members, standing};
use crate::support::{HOUR, TestApp};

/// The organiser changes the number of seats.
async fn resize(t: &TestApp, event: EventId, seats: i32) {
    let row = event::Entity::find_by_id(event.0)
        .one(&t.app.db.write)
        .await
        .unwrap()
        .unwrap();
    let version = row.version + 1;
    let mut row: event::ActiveModel = row.into();
    (row.room_seats, row.version) = (Set(Some(seats)), Set(version));
    row.update(&t.app.db.write).await.unwrap();
    event_changed(&t.app, event).await.unwrap();
}

#[tokio::test]
async fn a_seat_that_is_given_back_is_offered_to_the_first_who_waits_and_confirmed_by_one_tap() {
    let t = TestApp::new().await;
    let [ada, ben, cem] = members(&t, ["Ada", "Ben", "Cem"]).await;
    let event = t.event().seats(Some(1)).insert().await;
    for who in [&ada, &ben, &cem] {
        join(who, event).await;
    }
    ada.call::<WithdrawRsvp>(event, Empty {}).await.good();
    let offered = ben
        .call::<shared::rsvp::GetRsvp>(event, Empty {})
        .await
        .good()
        .own
        .unwrap();
    let until = t.app.clock.now().as_millisecond() + 24 * HOUR;
    assert_eq!(
        (
            offered.standing,
            offered.offered_until.map(shared::instant::Instant::millis)
        ),
        (OwnStanding::Offered, Some(until))
    );
    assert_eq!(standing(&cem, event).await, Some((OwnStanding::Waiting, Some(1))));
    // Nobody else gets it meanwhile.
    ada.call::<SetRsvp>(event, going()).await.problem(ProblemCode::Conflict);
    ben.call::<AcceptOffer>(event, Empty {}).await.good();
    // A second tap does no harm.
    ben.call::<AcceptOffer>(event, Empty {}).await.good();
    assert_eq!(standing(&ben, event).await, Some((OwnStanding::Confirmed, None)));
    let refused = cem
        .call::<AcceptOffer>(event, Empty {})
        .await
        .problem(ProblemCode::Conflict);
    assert_eq!(refused.text.key, "rsvp_refused.no_offer");
}

#[tokio::test]
async fn an_offer_that_is_declined_or_runs_out_passes_to_the_next() {
    let t = TestApp::new().await;
    let [ada, ben, cem, dia] = members(&t, ["Ada", "Ben", "Cem", "Dia"]).await;
    let event = t.event().seats(Some(1)).insert().await;
    for who in [&ada, &ben, &cem, &dia] {
        join(who, event).await;
    }
    ada.call::<WithdrawRsvp>(event, Empty {}).await.good();
    ben.call::<DeclineOffer>(event, Empty {}).await.good();
    assert_eq!(standing(&ben, event).await, Some((OwnStanding::Passed, None)));
    assert!(matches!(standing(&cem, event).await, Some((OwnStanding::Offered, _))));
    // The clock ends an offer, with nobody doing anything.
    t.app.clock.advance(Duration::from_hours(24));
    end_due_offers(&t.app).await.unwrap();
    assert_eq!(standing(&cem, event).await, Some((OwnStanding::Passed, None)));
    assert!(matches!(standing(&dia, event).await, Some((OwnStanding::Offered, _))));
    let refused = cem
        .call::<AcceptOffer>(event, Empty {})
        .await
        .problem(ProblemCode::Conflict);
    assert_eq!(refused.text.key, "rsvp_refused.offer_ended");
}

#[tokio::test]
async fn raised_capacity_promotes_and_lowered_capacity_throws_nobody_out() {
    let t = TestApp::new().await;
    let [ada, ben, cem] = members(&t, ["Ada", "Ben", "Cem"]).await;
    let event = t.event().seats(Some(1)).insert().await;
    for who in [&ada, &ben, &cem] {
        join(who, event).await;
    }
    resize(&t, event, 2).await;
    assert!(matches!(standing(&ben, event).await, Some((OwnStanding::Offered, _))));
    assert_eq!(standing(&cem, event).await, Some((OwnStanding::Waiting, Some(1))));
    ben.call::<AcceptOffer>(event, Empty {}).await.good();
    resize(&t, event, 1).await;
    let seats = ada
        .call::<shared::rsvp::GetRsvp>(event, Empty {})
        .await
        .good()
        .seats
        .pools
        .room;
    assert_eq!((seats.confirmed.people, seats.over, seats.free), (2, 1, Some(0)));
    // Who leaves now makes the event fit; nobody comes in.
    ada.call::<WithdrawRsvp>(event, Empty {}).await.good();
    assert_eq!(standing(&cem, event).await, Some((OwnStanding::Waiting, Some(1))));
}

#[tokio::test]
async fn everybody_concerned_is_mailed_once_in_the_transaction_that_concerns_them() {
    let t = TestApp::new().await;
    let [ada, ben] = members(&t, ["Ada", "Ben"]).await;
    let event = t.event().seats(Some(1)).insert().await;
    let mut input = super::waiting();
    (input.language, input.zone) = ("ja".into(), "Asia/Kathmandu".into());
    ada.call::<SetRsvp>(event, going()).await.good();
    ben.call::<SetRsvp>(event, input).await.good();
    ada.call::<WithdrawRsvp>(event, Empty {}).await.good();
    ben.call::<DeclineOffer>(event, Empty {}).await.good();
    let mails = outbox::Entity::find()
        .order_by_asc(outbox::Column::Id)
        .all(&t.app.db.read)
        .await
        .unwrap();
    let said: Vec<_> = mails
        .iter()
        .map(|mail| (mail.kind.as_str(), mail.language.as_str(), mail.zone.as_str()))
        .collect();
    let of_ben = |kind| (kind, "ja", "Asia/Kathmandu");
    assert_eq!(
        said,
        [
            ("confirmed", "", ""),
            of_ben("waiting"),
            of_ben("offer"),
            // It takes the entry out of her calendar, if she ever got one.
            ("ended", "", ""),
            of_ben("ended")
        ]
    );
}
