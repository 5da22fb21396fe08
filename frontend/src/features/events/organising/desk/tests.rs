//! Nothing typed is lost, and nobody's work is overwritten without being asked.

use std::rc::Rc;

use shared::api::{Problem, ProblemCode};
use shared::events::{EventDraft, EventInput, EventLife, LocalTime};
use shared::rsvp::Summary;
use shared::validate::field_error;
use shared::words::Text;
use yew::Reducible;

use super::super::sheet::Edit;
use super::state::{Action, Desk, Phase};
use crate::api::Failure;

fn draft(version: u32, title: &str) -> Rc<EventDraft> {
    let mut input = EventInput::default();
    input.texts[0].title = title.into();
    Rc::new(EventDraft {
        id: "01890000-0000-7000-8000-000000000001".parse().unwrap(),
        version,
        life: EventLife::Draft,
        publish_at: None,
        input,
        starts_at: None,
        ends_at: None,
        cover: None,
        seats: Summary::default(),
        notes: Vec::new(),
    })
}

fn typed(title: &'static str) -> Action {
    Action::Edit(Edit::new(move |input| input.texts[0].title = title.into()))
}

fn title(desk: &Desk) -> &str {
    &desk.input.texts[0].title
}

fn begun() -> Rc<Desk> {
    Rc::new(Desk::begin(draft(1, "one"), None))
}

fn refusal(field: &str, key: &'static str) -> Failure {
    Failure::Problem(Box::new(Problem {
        code: ProblemCode::Invalid,
        text: Text::new("problem.invalid"),
        message: String::new(),
        fields: field_error(field, Text::new(key)),
        request_id: String::new(),
    }))
}

#[test]
fn what_is_typed_while_saving_is_saved_next() {
    let desk = begun().reduce(typed("two")).reduce(Action::Send);
    let sent = Rc::clone(&desk.input);
    let desk = desk.reduce(typed("three"));
    let desk = desk.reduce(Action::Saved(draft(2, "two"), sent));
    assert_eq!(
        (title(&desk), desk.is_changed(), desk.saved.version),
        ("three", true, 2)
    );
    let sent = Rc::clone(&desk.input);
    let desk = desk.reduce(Action::Send).reduce(Action::Saved(draft(3, "three"), sent));
    assert_eq!((desk.is_changed(), &desk.phase), (false, &Phase::Idle));
}

#[test]
fn without_the_server_what_is_typed_stays_and_is_tried_again() {
    let desk = begun().reduce(typed("two")).reduce(Action::Send);
    let desk = desk.reduce(Action::Fail(Failure::Offline)).reduce(typed("three"));
    assert_eq!((title(&desk), &desk.phase), ("three", &Phase::Offline));
}

#[test]
fn somebody_elses_change_is_a_question_and_both_answers_work() {
    let desk = begun().reduce(typed("mine"));
    let asked = desk.reduce(Action::Theirs(draft(2, "theirs")));
    assert_eq!(title(&asked), "mine");
    let theirs = Rc::clone(&asked).reduce(Action::TakeTheirs);
    assert_eq!(
        (title(&theirs), theirs.is_changed(), theirs.saved.version),
        ("theirs", false, 2)
    );
    let mine = asked.reduce(Action::KeepMine);
    assert_eq!((title(&mine), mine.is_changed(), mine.saved.version), ("mine", true, 2));
}

#[test]
fn a_newer_answer_is_taken_where_nothing_was_typed_and_asked_about_where_something_was() {
    let desk = begun().reduce(Action::Arrive(draft(2, "two")));
    assert_eq!((title(&desk), desk.saved.version), ("two", 2));
    let old = Rc::clone(&desk).reduce(Action::Arrive(draft(1, "one")));
    assert_eq!((title(&old), old.saved.version), ("two", 2));
    let desk = desk.reduce(typed("mine")).reduce(Action::Arrive(draft(3, "theirs")));
    assert!(matches!(desk.phase, Phase::Conflict(_)));
    assert_eq!(title(&desk), "mine");
}

#[test]
fn what_was_typed_before_is_there_again_and_asked_about_when_it_is_outdated() {
    let mine = Rc::new(draft(1, "mine").input.clone());
    let desk = Desk::begin(draft(1, "one"), Some((draft(1, "one"), Rc::clone(&mine))));
    assert_eq!(
        (title(&desk), desk.is_changed(), &desk.phase),
        ("mine", true, &Phase::Idle)
    );
    let desk = Desk::begin(draft(2, "theirs"), Some((draft(1, "one"), Rc::clone(&mine))));
    assert!(matches!(desk.phase, Phase::Conflict(_)));
    // It was saved after all.
    let desk = Desk::begin(draft(2, "mine"), Some((draft(1, "one"), mine)));
    assert_eq!(desk.phase, Phase::Idle);
}

#[test]
fn what_the_server_calls_wrong_is_shown_at_its_field_until_that_is_changed() {
    let at = |at: &'static str| {
        Action::Edit(Edit::new(move |input| {
            input.starts = LocalTime {
                at: at.into(),
                which: None,
            };
        }))
    };
    let refused = refusal("input.starts.at", "invalid.time_ambiguous");
    let desk = begun().reduce(at("2026-11-01T01:30")).reduce(Action::Send);
    let desk = desk.reduce(Action::Fail(refused));
    assert_eq!(desk.errors.keys().collect::<Vec<_>>(), ["starts.at"]);
    let desk = desk.reduce(typed("two"));
    assert_eq!(desk.errors.len(), 1, "it is as wrong as before");
    let desk = desk.reduce(at("2026-11-01T03:30"));
    assert!(desk.errors.is_empty());
}
