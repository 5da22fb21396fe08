//! Answers to an event: none, given, waiting, offered, refused, closed; the form; who else comes.

use frontend::api::Failure;
use frontend::features::rsvp::answer as view;
use frontend::features::rsvp::answer::{Draft, FormDone, Sure, Ways};
use frontend::forms::SubmitState;
use frontend::words::Words;
use shared::api::{Problem, ProblemCode};
use shared::events::EventDetail;
use shared::rsvp::{Answer, OwnRsvp, OwnStanding, Pool, RsvpInput};
use shared::validate::field_error;
use shared::words::Text;
use yew::{Callback, Html, html};

use super::event_samples::{at, cancelled, detail, full, now, own, past, rich, state, typical};
use super::{drawn, english};

/// What has come of an answer, and the buttons.
fn panel(words: &Words, event: &EventDetail, own: Option<OwnRsvp>, pending: Option<Answer>) -> Html {
    let state = state(event.summary.seats, own);
    html! {
        <>
            { view::standing(words, event, state.own.as_ref(), &Callback::noop(), &Callback::noop()) }
            { view::answer_bar(words, event, &state, now(), pending, &Callback::noop()) }
            { view::rule(words, event, &state.seats) }
        </>
    }
}

fn problem(code: ProblemCode, key: &'static str) -> Failure {
    let text = Text::new(key);
    Failure::Problem(Box::new(Problem {
        message: String::new(),
        fields: Default::default(),
        request_id: "req-1".into(),
        code,
        text,
    }))
}

#[tokio::test]
async fn nothing_is_answered_yet() {
    let html = panel(&english(), &detail(typical()), None, None);
    insta::assert_snapshot!("answer_none", drawn(html).await);
}

#[tokio::test]
async fn a_seat_is_confirmed_with_companions() {
    let own = OwnRsvp {
        companions: 2,
        ..own(Answer::InPerson, OwnStanding::Confirmed)
    };
    let html = panel(&english(), &rich(), Some(own), None);
    insta::assert_snapshot!("answer_confirmed", drawn(html).await);
}

#[tokio::test]
async fn a_place_in_the_line_is_said_in_words() {
    let waiting = |position| OwnRsvp {
        position: Some(position),
        companions: 1,
        ..own(Answer::InPerson, OwnStanding::Waiting)
    };
    let words = english();
    let html = panel(&words, &rich(), Some(waiting(3)), None);
    insta::assert_snapshot!("answer_waiting", drawn(html).await);
    for (position, said) in [(1, "1st"), (2, "2nd"), (11, "11th"), (22, "22nd"), (1_013, "1,013th")] {
        let html = drawn(panel(&words, &rich(), Some(waiting(position)), None)).await;
        assert!(html.contains(&format!("You are {said} in line.")), "{html}");
    }
}

#[tokio::test]
async fn an_offer_says_until_when_on_both_clocks() {
    let offered = OwnRsvp {
        offered_until: Some(at("2026-12-02T15:00:00Z")),
        ..own(Answer::InPerson, OwnStanding::Offered)
    };
    let html = panel(&english(), &rich(), Some(offered), None);
    insta::assert_snapshot!("answer_offered", drawn(html).await);
}

#[tokio::test]
async fn every_other_standing_has_its_words() {
    let words = english();
    let placed = OwnRsvp {
        is_placed: true,
        ..own(Answer::Online, OwnStanding::Confirmed)
    };
    for (own, said) in [
        (own(Answer::InPerson, OwnStanding::Passed), "Your offer has ended"),
        (own(Answer::Maybe, OwnStanding::Noted), "You said maybe."),
        (own(Answer::Cannot, OwnStanding::Noted), "you cannot come"),
        (
            own(Answer::InPerson, OwnStanding::Removed),
            "The organisers removed you",
        ),
        (placed, "The organisers put you on the list."),
    ] {
        let html = drawn(panel(&words, &rich(), Some(own), None)).await;
        assert!(html.contains(said), "{html}");
    }
}

#[tokio::test]
async fn what_is_sent_is_said_on_its_button() {
    let html = drawn(panel(&english(), &rich(), None, Some(Answer::Online))).await;
    assert!(html.contains("answer--pending") && html.contains("Sending…"), "{html}");
}

#[tokio::test]
async fn buttons_are_off_with_the_reason_said() {
    let words = english();
    let closed = EventDetail {
        closes_at: at("2026-11-30T00:00:00Z"),
        ..rich()
    };
    let html = drawn(panel(&words, &closed, None, None)).await;
    assert_eq!(html.matches("aria-disabled=\"true\"").count(), 2, "{html}");
    insta::assert_snapshot!("answer_closed", html);
    let confirmed = own(Answer::InPerson, OwnStanding::Confirmed);
    let html = drawn(panel(&words, &closed, Some(confirmed), None)).await;
    assert_eq!(
        html.matches("aria-disabled=\"true\"").count(),
        1,
        "who has a seat keeps it: {html}"
    );
    for event in [cancelled(), past()] {
        let html = drawn(panel(&words, &event, Some(confirmed), None)).await;
        assert!(!html.contains("<button") && html.contains("answer-why"), "{html}");
    }
}

fn form(own: Option<&OwnRsvp>, draft: &Draft, costs: bool, state: SubmitState) -> Html {
    view::answer_form(&english(), &rich(), own, draft, costs, state, &FormDone::default())
}

#[tokio::test]
async fn who_may_ask_until_the_beginning_is_told_no_moment() {
    let open = EventDetail {
        closes_at: typical().starts_at,
        ..rich()
    };
    let html = drawn(panel(&english(), &open, None, None)).await;
    assert!(html.contains("You can ask for seats until it begins."), "{html}");
}

#[tokio::test]
async fn a_form_has_all_that_belongs_to_an_answer() {
    let draft = Draft::of(RsvpInput::of(Answer::InPerson));
    let html = form(None, &draft, false, SubmitState::Clean(None));
    insta::assert_snapshot!("answer_form", drawn(html).await);
}

#[tokio::test]
async fn what_is_wrong_is_said_under_its_field_and_what_was_typed_stays() {
    let mut draft = Draft::of(RsvpInput {
        companions: 2,
        answers: vec![shared::events::QuestionAnswer {
            id: "q4".into(),
            value: "Songs of Kerala".into(),
        }],
        ..RsvpInput::of(Answer::Online)
    });
    draft.errors = field_error("answers.q1", Text::new("invalid.required"));
    let own = own(Answer::InPerson, OwnStanding::Confirmed);
    let html = form(Some(&own), &draft, true, SubmitState::Failed("Look.".into()));
    let html = drawn(html).await;
    assert!(html.contains("Songs of Kerala") && html.contains("2 people"), "{html}");
    assert!(
        html.contains("answers.q1-error") && html.contains("This gives up"),
        "{html}"
    );
}

#[tokio::test]
async fn a_full_event_offers_its_waiting_list() {
    let failure = problem(ProblemCode::Conflict, "rsvp_refused.not_enough_seats");
    let pool = full(3);
    let html = |costs| view::refused(&english(), &failure, Some((Pool::Room, &pool)), costs, &Ways::default());
    insta::assert_snapshot!("answer_full", drawn(html(false)).await);
    let html = drawn(html(true)).await;
    assert!(html.contains("By waiting you give up"), "{html}");
}

#[tokio::test]
async fn what_may_pass_can_be_sent_again_and_what_is_decided_cannot() {
    let words = english();
    let html = drawn(view::refused(&words, &Failure::Offline, None, false, &Ways::default())).await;
    assert!(html.contains("Try again"), "{html}");
    let failure = problem(ProblemCode::Conflict, "rsvp_refused.offer_ended");
    let html = drawn(view::refused(&words, &failure, None, false, &Ways::default())).await;
    assert!(
        html.contains("This offer has ended") && !html.contains("Try again"),
        "{html}"
    );
}

#[tokio::test]
async fn nothing_is_given_up_without_a_question() {
    let words = english();
    let party = OwnRsvp {
        companions: 2,
        ..own(Answer::InPerson, OwnStanding::Confirmed)
    };
    let asked = Sure::Answer(RsvpInput::of(Answer::Cannot));
    let html = view::sure(&words, Some(&party), &asked, &Callback::noop(), &Callback::noop());
    insta::assert_snapshot!("answer_sure", drawn(html).await);
    let waiting = own(Answer::InPerson, OwnStanding::Waiting);
    let html = view::sure(
        &words,
        Some(&waiting),
        &Sure::Withdraw,
        &Callback::noop(),
        &Callback::noop(),
    );
    assert!(drawn(html).await.contains("Leave the line?"));
}
