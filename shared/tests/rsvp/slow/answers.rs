//! What the slow rule makes of an answer: it tries the wish out on a copy of everything, and looks.

use shared::ids::MemberId;
use shared::rsvp::{Answer, IfFull, Standing, UnixMillis, Why, Wish};

use super::{Flaw, Slow, noted};

impl Slow {
    pub(super) fn answer(&mut self, member: MemberId, wish: Wish, now: UnixMillis) -> Result<(), Why> {
        self.may_act(member, now)?;
        let before = self.row(member);
        let Some(pool) = wish.answer.pool() else {
            let row = noted(member, wish.answer, Standing::Noted);
            if wish.answer == Answer::Maybe && now >= self.rules.closes_at() && before != Some(row) {
                return Err(Why::DeadlinePassed);
            }
            self.append(row);
            return Ok(());
        };
        let here = before.filter(|row| row.is_in(pool));
        if let Some(row) = here.filter(|row| wish.companions <= row.companions || self.flaw == Flaw::GrowsInTheList) {
            self.find(row.member).unwrap().companions = wish.companions;
            return Ok(());
        }
        self.rules.admit_party(pool, wish.companions, now)?;
        if let Some(row) = here.filter(|row| row.is_seated_in(pool)) {
            // A stranger of the size of the difference comes: if that one is seated, the party can grow.
            let mut trial = self.clone();
            let stranger = MemberId(uuid::Uuid::max());
            let mut more = noted(stranger, pool.answer(), Standing::Waiting);
            more.companions = wish.companions - row.companions - 1;
            trial.append(more);
            trial.hand_out(Some(stranger), now);
            if trial.row(stranger).unwrap().standing == Standing::Confirmed {
                self.find(member).unwrap().companions = wish.companions;
                return Ok(());
            }
        }
        let mut trial = self.clone();
        let mut row = noted(member, pool.answer(), Standing::Waiting);
        row.companions = wish.companions;
        trial.append(row);
        // The party's own seats are not free for it: it asks with what it has in its hands.
        let mut at_once = trial.clone();
        if let Some(mut old) = before {
            old.member = MemberId(uuid::Uuid::max());
            at_once.people.insert(0, old);
        }
        at_once.hand_out(Some(member), now);
        if at_once.row(member).unwrap().standing != Standing::Confirmed && wish.if_full == IfFull::Refuse {
            if self.flaw == Flaw::TakesTheSeatOfWhoAsksElsewhere {
                self.drop(member);
            }
            return Err(Why::NotEnoughSeats);
        }
        *self = trial;
        Ok(())
    }
}
