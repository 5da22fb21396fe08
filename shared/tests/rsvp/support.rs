//! A stage for stories: an event, people by their letters, hours.

use shared::ids::MemberId;
use shared::rsvp::{
    Answer, Command, EventState, Hold, IfFull, News, Outcome, OwnStanding, PerPool, Register, Rules, UnixMillis, Why,
    Wish,
};

use crate::steps::{HOUR, member};

/// A published event in 100 hours with so many seats in the room and any number online, companions, and strict order.
pub(crate) fn rules(room: Option<u32>) -> Rules {
    Rules {
        state: EventState::Published,
        capacity: PerPool { room, online: None },
        companions_max: 4,
        fill_seats: false,
        hold: Hold::default(),
        deadline: None,
        starts_at: 100 * HOUR,
        ends_at: 102 * HOUR,
    }
}

pub(crate) struct Stage {
    pub(crate) register: Register,
    pub(crate) now: UnixMillis,
}

/// People are letters.
pub(crate) fn who(letter: char) -> MemberId {
    member(u32::from(letter))
}

pub(crate) fn wish(answer: Answer, people: u8, if_full: IfFull) -> Wish {
    Wish {
        answer,
        companions: people.saturating_sub(1),
        if_full,
    }
}

impl Stage {
    pub(crate) fn new(rules: Rules) -> Self {
        Self {
            register: Register::from_entries(rules, []),
            now: 0,
        }
    }

    pub(crate) fn apply(&mut self, command: Command) -> Outcome {
        self.register.apply(&command, self.now)
    }

    pub(crate) fn hours_pass(&mut self, hours: i64) -> Outcome {
        self.now += hours * HOUR;
        self.apply(Command::Advance)
    }

    /// Asks for seats in the room, or a place in the list.
    pub(crate) fn join(&mut self, letter: char, people: u8) -> Result<(), Why> {
        self.answer(letter, Answer::InPerson, people, IfFull::Wait)
    }

    pub(crate) fn answer(&mut self, letter: char, answer: Answer, people: u8, if_full: IfFull) -> Result<(), Why> {
        let wish = wish(answer, people, if_full);
        self.apply(Command::Answer {
            member: who(letter),
            wish,
        })
        .verdict
    }

    pub(crate) fn cannot(&mut self, letter: char) -> Outcome {
        self.apply(Command::Answer {
            member: who(letter),
            wish: wish(Answer::Cannot, 1, IfFull::Refuse),
        })
    }

    pub(crate) fn accept(&mut self, letter: char) -> Result<(), Why> {
        self.apply(Command::Accept { member: who(letter) }).verdict
    }

    pub(crate) fn decline(&mut self, letter: char) -> Result<(), Why> {
        self.apply(Command::Decline { member: who(letter) }).verdict
    }

    pub(crate) fn change_rules(&mut self, change: impl FnOnce(&mut Rules)) -> Outcome {
        let mut rules = *self.register.rules();
        change(&mut rules);
        self.apply(Command::SetRules(rules))
    }

    /// How each of these people stands: `A+` is confirmed, `A?` is offered seats, `A3` waits as the third, `A-` let an
    /// offer pass, `A.` needs no seat, `A!` was removed, `A` has no entry.
    pub(crate) fn says(&self, letters: &str) -> String {
        let said = letters.chars().map(|letter| {
            let own = self.register.standing_of(who(letter));
            let mark = own.map_or_else(String::new, |own| match (own.standing, own.position) {
                (OwnStanding::Confirmed, None) => "+".into(),
                (OwnStanding::Offered, None) => "?".into(),
                (OwnStanding::Waiting, Some(position)) => position.to_string(),
                (OwnStanding::Passed, None) => "-".into(),
                (OwnStanding::Noted, None) => ".".into(),
                (OwnStanding::Removed, None) => "!".into(),
                other => format!("{other:?}"),
            });
            format!("{letter}{mark}")
        });
        said.collect::<Vec<_>>().join(" ")
    }
}

/// Who is told what, by letters.
pub(crate) fn told(outcome: &Outcome) -> Vec<(char, News)> {
    let letter = |member: MemberId| char::from_u32(member.0.as_u128() as u32).unwrap();
    outcome
        .notices
        .iter()
        .map(|notice| (letter(notice.to), notice.news))
        .collect()
}
