//! Members' own answers.

use shared::api::{Empty, ProblemCode};
use shared::events::{Question, QuestionAnswer, QuestionKind};
use shared::rsvp::{
    Answer, AttendanceAudience, GetRsvpDetails, OwnStanding, RsvpDetails, RsvpInput, SetRsvp, WithdrawRsvp,
};

use super::{going, join, members, standing, waiting};
use crate::support::{DAY, HOUR, TestApp};

#[tokio::test]
async fn a_free_seat_is_had_at_once_and_a_full_event_refuses_or_lets_wait() {
    let t = TestApp::new().await;
    let [ada, ben, cem] = members(&t, ["Ada", "Ben", "Cem"]).await;
    let event = t.event().seats(Some(1)).insert().await;
    let state = ada.call::<SetRsvp>(event, going()).await.good();
    assert_eq!(state.own.unwrap().standing, OwnStanding::Confirmed);
    assert_eq!(state.seats.pools.room.free, Some(0));
    let refused = ben.call::<SetRsvp>(event, going()).await.problem(ProblemCode::Conflict);
    assert_eq!(refused.text.key, "rsvp_refused.not_enough_seats");
    assert_eq!(standing(&ben, event).await, None);
    join(&ben, event).await;
    let state = join(&cem, event).await;
    assert_eq!(state.own.unwrap().position, Some(2));
    assert_eq!(state.seats.pools.room.waiting.parties, 2);
    // Saying it twice is saying it once.
    assert_eq!(join(&cem, event).await.own.unwrap().position, Some(2));
    assert_eq!(standing(&ben, event).await, Some((OwnStanding::Waiting, Some(1))));
}

#[tokio::test]
async fn a_party_gets_all_its_seats_or_waits_together() {
    let t = TestApp::new().await;
    let [ada, ben] = members(&t, ["Ada", "Ben"]).await;
    let event = t.event().seats(Some(3)).companions(2).insert().await;
    join(&ada, event).await;
    let three = RsvpInput {
        companions: 2,
        ..waiting()
    };
    let state = ben.call::<SetRsvp>(event, three.clone()).await.good();
    assert_eq!(state.own.unwrap().standing, OwnStanding::Waiting);
    assert_eq!(
        (state.seats.pools.room.free, state.seats.pools.room.waiting.people),
        (Some(2), 3)
    );
    // Smaller, it fits.
    let two = RsvpInput { companions: 1, ..three };
    let state = ben.call::<SetRsvp>(event, two).await.good();
    assert_eq!(
        (state.own.unwrap().standing, state.own.unwrap().companions),
        (OwnStanding::Confirmed, 1)
    );
}

#[tokio::test]
async fn too_many_companions_are_said_at_their_field() {
    let t = TestApp::new().await;
    let [ada] = members(&t, ["Ada"]).await;
    let event = t.event().companions(2).insert().await;
    for companions in [3, 20, 21, 10_000] {
        let input = RsvpInput { companions, ..going() };
        let problem = ada.call::<SetRsvp>(event, input).await.problem(ProblemCode::Invalid);
        assert!(problem.fields.contains_key("companions"), "{companions}: {problem:?}");
    }
    assert_eq!(standing(&ada, event).await, None);
}

#[tokio::test]
async fn an_answer_is_taken_back_as_if_none_had_been_given() {
    let t = TestApp::new().await;
    let [ada] = members(&t, ["Ada"]).await;
    let event = t.event().seats(Some(1)).insert().await;
    join(&ada, event).await;
    let state = ada.call::<WithdrawRsvp>(event, Empty {}).await.good();
    assert_eq!((state.own, state.seats.pools.room.free), (None, Some(1)));
    let cannot = ada.call::<SetRsvp>(event, RsvpInput::of(Answer::Cannot)).await.good();
    assert_eq!(
        (cannot.own.unwrap().standing, cannot.seats.cannot),
        (OwnStanding::Noted, 1)
    );
}

#[tokio::test]
async fn what_must_be_answered_is_asked_at_its_field_of_those_who_come() {
    let t = TestApp::new().await;
    let [ada] = members(&t, ["Ada"]).await;
    let question = |id: &str, kind, is_required| Question {
        id: id.into(),
        kind,
        label: "What do you eat?".into(),
        choices: Vec::new(),
        is_required,
    };
    let event = t.event().question(question("diet", QuestionKind::Diet, true));
    let event = event
        .question(question("words", QuestionKind::Text, false))
        .insert()
        .await;
    let problem = ada.call::<SetRsvp>(event, going()).await.problem(ProblemCode::Invalid);
    assert_eq!(problem.fields.keys().collect::<Vec<_>>(), ["answers.diet"]);
    let with = |id: &str, value: &str| RsvpInput {
        answers: vec![QuestionAnswer {
            id: id.into(),
            value: value.into(),
        }],
        ..going()
    };
    for (id, value) in [("diet", "stones"), ("nothing", "x")] {
        let problem = ada
            .call::<SetRsvp>(event, with(id, value))
            .await
            .problem(ProblemCode::Invalid);
        assert!(problem.fields.contains_key(&format!("answers.{id}")), "{problem:?}");
    }
    ada.call::<SetRsvp>(event, with("diet", "vegan")).await.good();
    // Whoever does not come need not say what they eat.
    ada.call::<SetRsvp>(event, RsvpInput::of(Answer::Maybe)).await.good();
}

#[tokio::test]
async fn an_event_that_one_may_not_know_of_is_none() {
    let t = TestApp::new().await;
    let [ada] = members(&t, ["Ada"]).await;
    let nobody = shared::ids::EventId(uuid::Uuid::now_v7());
    let mut hidden = vec![nobody];
    for life in ["draft", "scheduled"] {
        hidden.push(t.event().life(life).insert().await);
    }
    hidden.push(t.event().reach("chosen", "NP", "").insert().await);
    hidden.push(t.event().reach("chosen", "", "2019").insert().await);
    let mut told = Vec::new();
    for event in hidden {
        let mut problem = ada.call::<SetRsvp>(event, going()).await.problem(ProblemCode::NotFound);
        problem.request_id.clear();
        told.push(problem);
    }
    assert!(told.windows(2).all(|pair| pair[0] == pair[1]), "{told:?}");
    let open = t.event().reach("chosen", "IN", "").insert().await;
    join(&ada, open).await;
    let public = t.event().reach("members", "", "").insert().await;
    let refused = t.anonymous().call::<shared::rsvp::GetRsvp>(public, Empty {}).await;
    refused.problem(ProblemCode::NotFound);
}

#[tokio::test]
async fn what_is_over_called_off_or_past_its_deadline_says_so() {
    let t = TestApp::new().await;
    let [ada, ben] = members(&t, ["Ada", "Ben"]).await;
    let now = t.app.clock.now().as_millisecond();
    let past = t.event().lasting(now - DAY, now - HOUR).insert().await;
    let cancelled = t.event().life("cancelled").insert().await;
    let started = t.event().lasting(now - HOUR, now + HOUR).insert().await;
    for (event, key) in [
        (past, "rsvp_refused.past"),
        (cancelled, "rsvp_refused.cancelled"),
        (started, "rsvp_refused.deadline_passed"),
    ] {
        let problem = ada.call::<SetRsvp>(event, going()).await.problem(ProblemCode::Conflict);
        assert_eq!(problem.text.key, key);
    }
    // Whoever cannot come may say so to the end.
    ben.call::<SetRsvp>(started, RsvpInput::of(Answer::Cannot)).await.good();
}

#[tokio::test]
async fn what_belongs_to_an_answer_is_told_to_whom_gave_it() {
    let t = TestApp::new().await;
    let [ada, ben] = members(&t, ["Ada", "Ben"]).await;
    let question = Question {
        id: "q1".into(),
        kind: QuestionKind::Text,
        label: "What do you bring?".into(),
        choices: Vec::new(),
        is_required: false,
    };
    let event = t.event().question(question).insert().await;
    let details = RsvpDetails {
        shown_to: AttendanceAudience::Members,
        answers: vec![QuestionAnswer {
            id: "q1".into(),
            value: "Songs".into(),
        }],
    };
    let input = RsvpInput {
        shown_to: details.shown_to,
        answers: details.answers.clone(),
        ..going()
    };
    ada.call::<SetRsvp>(event, input).await.good();
    assert_eq!(ada.call::<GetRsvpDetails>(event, Empty {}).await.good(), details);
    assert_eq!(
        ben.call::<GetRsvpDetails>(event, Empty {}).await.good(),
        RsvpDetails::default()
    );
    let hidden = t.event().life("draft").insert().await;
    ada.call::<GetRsvpDetails>(hidden, Empty {})
        .await
        .problem(ProblemCode::NotFound);
}
