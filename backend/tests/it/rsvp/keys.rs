//! Idempotency keys: a request that is sent again is one request.

use shared::api::{Empty, ProblemCode};
use shared::rsvp::{Answer, RsvpInput, SetRsvp, WithdrawRsvp};

use super::{going, join, members, standing};
use crate::support::{DAY, TestApp};

#[tokio::test]
async fn the_same_key_gives_the_same_answer_whatever_happened_since() {
    let t = TestApp::new().await;
    let [ada, ben] = members(&t, ["Ada", "Ben"]).await;
    let event = t.event().seats(Some(1)).insert().await;
    let first = ada.keyed::<SetRsvp>(Some("one"), event, going()).await;
    ada.call::<WithdrawRsvp>(event, Empty {}).await.good();
    join(&ben, event).await;
    // The answer of then, and nothing is done once more.
    let again = ada.keyed::<SetRsvp>(Some("one"), event, going()).await;
    assert_eq!((again.status, &again.body), (first.status, &first.body));
    assert_eq!(standing(&ada, event).await, None);
    // Another key is another request.
    let other = ada.keyed::<SetRsvp>(Some("two"), event, going()).await;
    other.problem(ProblemCode::Conflict);
    // A refusal is repeated too, although there would be a seat now.
    ben.call::<WithdrawRsvp>(event, Empty {}).await.good();
    let refused = ada.keyed::<SetRsvp>(Some("two"), event, going()).await;
    assert_eq!(
        refused.problem(ProblemCode::Conflict).text.key,
        "rsvp_refused.not_enough_seats"
    );
    ada.keyed::<SetRsvp>(Some("three"), event, going()).await.good();
}

#[tokio::test]
async fn a_key_is_its_owners_and_of_one_request() {
    let t = TestApp::new().await;
    let [ada, ben] = members(&t, ["Ada", "Ben"]).await;
    let (event, other) = (t.event().insert().await, t.event().insert().await);
    ada.keyed::<SetRsvp>(Some("one"), event, going()).await.good();
    let maybe = RsvpInput::of(Answer::Maybe);
    for (event, input) in [(event, maybe), (other, going())] {
        let problem = ada
            .keyed::<SetRsvp>(Some("one"), event, input)
            .await
            .problem(ProblemCode::Conflict);
        assert_eq!(problem.text.key, "problem.key_of_another_request");
    }
    let state = ben.keyed::<SetRsvp>(Some("one"), event, going()).await.good();
    assert_eq!(state.seats.pools.room.confirmed.parties, 2);
}

#[tokio::test]
async fn a_key_that_is_none_is_refused_and_old_keys_are_forgotten() {
    let t = TestApp::new().await;
    let [ada] = members(&t, ["Ada"]).await;
    let event = t.event().insert().await;
    for key in ["", " ", "a b", &"k".repeat(65)] {
        let problem = ada
            .keyed::<SetRsvp>(Some(key), event, going())
            .await
            .problem(ProblemCode::Invalid);
        assert!(problem.fields.contains_key("idempotency-key"), "{key:?}");
    }
    let first = ada.keyed::<SetRsvp>(Some("one"), event, going()).await;
    t.app.clock.advance(std::time::Duration::from_millis(DAY as u64 + 1));
    backend::features::rsvp::forget_old_keys(&t.app).await.unwrap();
    let maybe = RsvpInput::of(Answer::Maybe);
    let second = ada.keyed::<SetRsvp>(Some("one"), event, maybe).await;
    assert_ne!(first.body, second.body);
    second.good();
}
