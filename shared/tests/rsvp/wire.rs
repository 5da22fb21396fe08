//! What travels, as snapshots, like `tests/wire.rs`.

use shared::rsvp::{
    Answer, AttendanceAudience, Entry, EventState, IfFull, OwnRsvp, OwnStanding, PerPool, Pool, PoolSummary, RsvpInput,
    RsvpState, Standing, Summary, Tally, Why,
};
use shared::validate::Validate;

fn own(standing: Standing, position: Option<u32>) -> OwnRsvp {
    let entry = Entry {
        member: crate::steps::member(1),
        answer: Answer::InPerson,
        companions: 2,
        standing,
        since: 7,
        is_placed: false,
    };
    OwnRsvp::of(&entry, position)
}

#[test]
fn every_type_of_answers_on_the_wire() {
    let tally = |parties, people| Tally { parties, people };
    let room = PoolSummary {
        capacity: Some(50),
        confirmed: tally(30, 41),
        offered: tally(2, 5),
        waiting: tally(3, 9),
        free: Some(4),
        over: 0,
    };
    let pools = PerPool {
        room,
        online: PoolSummary::default(),
    };
    let summary = Summary {
        pools,
        maybe: 7,
        cannot: 1,
    };
    insta::assert_json_snapshot!("summary", summary);
    let until = 1_790_000_000_000;
    let all = [
        own(Standing::Confirmed, None),
        own(Standing::Waiting, Some(3)),
        own(Standing::Offered { until }, None),
        own(Standing::Passed, None),
        own(Standing::Noted, None),
        own(Standing::Removed, None),
    ];
    insta::assert_snapshot!("own", all.map(|own| serde_json::to_string(&own).unwrap()).join("\n"));
    for own in all {
        let text = serde_json::to_string(&own).unwrap();
        assert_eq!(serde_json::from_str::<OwnRsvp>(&text).unwrap(), own);
        assert_eq!(shared::wire::from_json::<OwnRsvp>(&text).unwrap(), own);
    }
    let state = RsvpState {
        own: None,
        seats: summary,
    };
    let text = serde_json::to_string(&state).unwrap();
    assert_eq!(shared::wire::from_json::<RsvpState>(&text).unwrap(), state);
    let lists = [
        Answer::ALL.iter().map(|code| code.key()).collect::<Vec<_>>(),
        Pool::ALL.iter().map(|code| code.key()).collect(),
        IfFull::ALL.iter().map(|code| code.key()).collect(),
        OwnStanding::ALL.iter().map(|code| code.key()).collect(),
        AttendanceAudience::ALL.iter().map(|code| code.key()).collect(),
        EventState::ALL.iter().map(|code| code.key()).collect(),
        Why::ALL.iter().map(|code| code.key()).collect(),
    ];
    insta::assert_snapshot!("codes", lists.map(|list| list.join(" ")).join("\n"));
}

#[test]
fn an_answer_alone_is_a_whole_input_that_risks_nothing() {
    let input: RsvpInput = serde_json::from_str(r#"{"answer":"online"}"#).unwrap();
    assert_eq!(input, RsvpInput::of(Answer::Online));
    assert_eq!(input.if_full, IfFull::Refuse);
    assert_eq!(input.shown_to, AttendanceAudience::Organisers);
    for wrong in [r#"{"answer":"yes"}"#, r#"{"answer":"maybe","companions":-1}"#, "{}"] {
        assert!(serde_json::from_str::<RsvpInput>(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn ten_thousand_companions_are_refused_at_their_field() {
    let input = RsvpInput {
        companions: 10_000,
        ..RsvpInput::of(Answer::InPerson)
    };
    assert!(input.validate().unwrap_err().contains_key("companions"));
}
