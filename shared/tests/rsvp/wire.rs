//! What travels, as snapshots, like `tests/wire.rs`.

use shared::rsvp::{
    Answer, EventState, IfFull, OwnRsvp, PerPool, Pool, PoolSummary, RsvpInput, Standing, Summary, Tally, Why,
};

fn own(standing: Standing, position: Option<u32>) -> OwnRsvp {
    OwnRsvp {
        answer: Answer::InPerson,
        companions: 2,
        standing,
        position,
        is_placed: false,
    }
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
    }
    let lists = [
        Answer::ALL.iter().map(|code| code.key()).collect::<Vec<_>>(),
        Pool::ALL.iter().map(|code| code.key()).collect(),
        IfFull::ALL.iter().map(|code| code.key()).collect(),
        EventState::ALL.iter().map(|code| code.key()).collect(),
        Why::ALL.iter().map(|code| code.key()).collect(),
    ];
    insta::assert_snapshot!("codes", lists.map(|list| list.join(" ")).join("\n"));
}

#[test]
fn an_answer_alone_is_a_whole_input_that_risks_nothing() {
    let input: RsvpInput = serde_json::from_str(r#"{"answer":"online"}"#).unwrap();
    let expected = RsvpInput {
        answer: Answer::Online,
        companions: 0,
        if_full: IfFull::Refuse,
    };
    assert_eq!(input, expected);
    for wrong in [
        r#"{"answer":"yes"}"#,
        r#"{"answer":"maybe","companions":256}"#,
        r#"{"answer":"maybe","companions":-1}"#,
        "{}",
    ] {
        assert!(serde_json::from_str::<RsvpInput>(wrong).is_err(), "{wrong}");
    }
}
