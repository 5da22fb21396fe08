//! Random histories: what people and organisers do, one after the other, while time passes.

use proptest::prelude::{Just, Strategy, any, prop_oneof};
use proptest::sample::select;
use shared::ids::MemberId;
use shared::rsvp::{Answer, Command, EventState, Hold, IfFull, PerPool, Pool, Rules, UnixMillis, Wish};
use uuid::Uuid;

pub(crate) const HOUR: UnixMillis = 3_600_000;

pub(crate) fn member(number: u32) -> MemberId {
    MemberId(Uuid::from_u128(u128::from(number)))
}

/// So much time passes, then this is done.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Step {
    pub(crate) wait: UnixMillis,
    pub(crate) action: Action,
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum Action {
    Do(Command),
    /// Rules whose times count from the moment at which they are set.
    SetRules(Rules),
    /// Some of the seats are added or taken away.
    Resize(PerPool<Option<u32>>),
    /// The state is read anew from the table.
    Restart,
}

impl Action {
    /// The command that this is at some moment under some rules.
    pub(crate) fn command(&self, rules: &Rules, now: UnixMillis) -> Option<Command> {
        match *self {
            Self::Do(command) => Some(command),
            Self::SetRules(rules) => Some(Command::SetRules(Rules {
                deadline: rules.deadline.map(|deadline| deadline + now),
                starts_at: rules.starts_at + now,
                ends_at: rules.ends_at + now,
                ..rules
            })),
            Self::Resize(capacity) => Some(Command::SetRules(Rules { capacity, ..*rules })),
            Self::Restart => None,
        }
    }
}

fn some_capacity(most: u32) -> impl Strategy<Value = PerPool<Option<u32>>> {
    let seats = move || prop_oneof![1 => Just(None), 1 => Just(Some(0)), 12 => (1..=most).prop_map(Some)];
    (seats(), seats()).prop_map(|(room, online)| PerPool { room, online })
}

/// Rules whose times count from now.
pub(crate) fn some_rules(most: u32) -> impl Strategy<Value = Rules> {
    use EventState::{Cancelled, Draft, Published};
    let state = prop_oneof![16 => Just(Published), 1 => Just(Draft), 1 => Just(Cancelled)];
    let starts = prop_oneof![8 => 20..200_i64, 1 => -3..3_i64];
    let deadline = prop_oneof![3 => Just(None), 1 => (-30..5_i64).prop_map(Some)];
    let hold = prop_oneof![
        Just(Hold::default()),
        Just(Hold {
            longest_ms: 3 * HOUR,
            shortest_ms: 2 * HOUR
        })
    ];
    (
        state,
        some_capacity(most),
        0_u8..4,
        any::<bool>(),
        hold,
        deadline,
        starts,
    )
        .prop_map(
            |(state, capacity, companions_max, fill_seats, hold, deadline, starts)| Rules {
                state,
                capacity,
                companions_max,
                fill_seats,
                hold,
                deadline: deadline.map(|hours| (starts + hours) * HOUR),
                starts_at: starts * HOUR,
                ends_at: (starts + 2) * HOUR,
            },
        )
}

fn some_command(members: u32) -> impl Strategy<Value = Command> {
    let answer = prop_oneof![
        6 => Just(Answer::InPerson),
        3 => Just(Answer::Online),
        1 => Just(Answer::Maybe),
        2 => Just(Answer::Cannot),
    ];
    let if_full = prop_oneof![3 => Just(IfFull::Wait), 1 => Just(IfFull::Refuse)];
    let wish = (answer, 0_u8..4, if_full).prop_map(|(answer, companions, if_full)| Wish {
        answer,
        companions,
        if_full,
    });
    let who = move || (0..members).prop_map(member);
    prop_oneof![
        20 => (who(), wish).prop_map(|(member, wish)| Command::Answer { member, wish }),
        8 => who().prop_map(|member| Command::Accept { member }),
        4 => who().prop_map(|member| Command::Decline { member }),
        2 => who().prop_map(|member| Command::Withdraw { member }),
        2 => (who(), select(Pool::ALL), 0_u8..5)
            .prop_map(|(member, pool, companions)| Command::Place { member, pool, companions }),
        1 => who().prop_map(|member| Command::Remove { member }),
        1 => who().prop_map(|member| Command::Erase { member }),
        1 => Just(Command::Advance),
    ]
}

/// A history of an event that so many members take part in, with pools of at most so many seats.
pub(crate) fn some_history(
    members: u32,
    most: u32,
    length: std::ops::Range<usize>,
) -> impl Strategy<Value = Vec<Step>> {
    let action = prop_oneof![
        40 => some_command(members).prop_map(Action::Do),
        3 => some_rules(most).prop_map(Action::SetRules),
        3 => some_capacity(most).prop_map(Action::Resize),
        1 => Just(Action::Restart),
    ];
    let wait = prop_oneof![4 => Just(0), 3 => 0..HOUR, 1 => 0..30 * HOUR];
    let step = (wait, action).prop_map(|(wait, action)| Step { wait, action });
    proptest::collection::vec(step, length)
}
