//! The same rule without any cleverness: one list of people in the order in which they asked, everything counted anew
//! each time. And the mistakes that others made, which can be switched on to see that the laws find them.

mod answers;

use shared::ids::MemberId;
use shared::rsvp::{Answer, Command, EventState, Pool, Rules, Standing, UnixMillis, Why};

use crate::picture::{Picture, Row, Subject};

/// A mistake.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Flaw {
    None,
    OffersWithoutCounting,
    PassesOverTheHead,
    ServesTheLastFirst,
    ForgetsAddedSeats,
    KeepsDeadOffers,
    TakesTheSeatOfWhoAsksElsewhere,
    ThrowsOutWhenSmaller,
    GrowsInTheList,
    LetsRemovedMembersIn,
    HoldsForEver,
}

#[derive(Clone, Debug)]
pub(crate) struct Slow {
    rules: Rules,
    people: Vec<Row>,
    flaw: Flaw,
}

fn noted(member: MemberId, answer: Answer, standing: Standing) -> Row {
    Row {
        member,
        answer,
        companions: 0,
        standing,
        position: None,
        is_placed: false,
    }
}

impl Slow {
    pub(crate) fn new(rules: Rules, flaw: Flaw) -> Self {
        let people = Vec::new();
        Self { rules, people, flaw }
    }

    fn find(&mut self, member: MemberId) -> Option<&mut Row> {
        self.people.iter_mut().find(|row| row.member == member)
    }

    fn row(&self, member: MemberId) -> Option<Row> {
        self.people.iter().find(|row| row.member == member).copied()
    }

    fn drop(&mut self, member: MemberId) {
        self.people.retain(|row| row.member != member);
    }

    /// Puts a row at the end.
    fn append(&mut self, row: Row) {
        self.drop(row.member);
        self.people.push(row);
    }

    /// Seats that nobody has or is offered.
    fn free(&self, pool: Pool) -> u32 {
        if self.flaw == Flaw::OffersWithoutCounting {
            return self.rules.capacity.get(pool).unwrap_or(u32::MAX);
        }
        self.picture().free(pool)
    }

    fn turn(&self, pool: Pool) -> Option<MemberId> {
        let capacity = self.rules.capacity.get(pool).unwrap_or(u32::MAX);
        let mut waiting: Vec<&Row> = self.people.iter().filter(|row| row.is_waiting_for(pool)).collect();
        if self.flaw == Flaw::ServesTheLastFirst {
            waiting.reverse();
        }
        for row in waiting {
            if row.people() <= self.free(pool) {
                return Some(row.member);
            }
            let is_held_up = !self.rules.fill_seats && row.people() <= capacity;
            if is_held_up && self.flaw != Flaw::PassesOverTheHead {
                return None;
            }
        }
        None
    }

    fn hand_out(&mut self, actor: Option<MemberId>, now: UnixMillis) {
        let end = self.rules.starts_at.max(self.rules.closes_at()).min(self.rules.ends_at);
        if self.rules.state != EventState::Published || now >= end {
            return;
        }
        let hold = self.rules.hold.longest_ms.min((end - now) / 2);
        let hold = hold.max(self.rules.hold.shortest_ms).min(end - now).max(1);
        let until = if self.flaw == Flaw::HoldsForEver {
            end + 1
        } else {
            now + hold
        };
        for pool in Pool::ALL {
            while let Some(member) = self.turn(*pool) {
                let is_actor = actor == Some(member);
                let offered = Standing::Offered { until };
                let row = self.find(member).unwrap();
                row.standing = if is_actor { Standing::Confirmed } else { offered };
            }
        }
    }

    fn end_offers(&mut self, now: UnixMillis) {
        for row in &mut self.people {
            let is_due = matches!(row.standing, Standing::Offered { until } if until <= now);
            if is_due && self.flaw != Flaw::KeepsDeadOffers {
                (row.standing, row.is_placed) = (Standing::Passed, false);
            }
        }
    }

    fn may_act(&self, member: MemberId, now: UnixMillis) -> Result<(), Why> {
        self.rules.admit(now)?;
        let is_removed = self.row(member).is_some_and(|row| row.standing == Standing::Removed);
        if is_removed && self.flaw != Flaw::LetsRemovedMembersIn {
            return Err(Why::Removed);
        }
        Ok(())
    }

    fn reply(&mut self, member: MemberId, is_yes: bool, now: UnixMillis) -> Result<(), Why> {
        self.may_act(member, now)?;
        let row = self.find(member).ok_or(Why::NoOffer)?;
        match (row.standing, is_yes) {
            (Standing::Offered { .. }, true) => row.standing = Standing::Confirmed,
            (Standing::Offered { .. }, false) => (row.standing, row.is_placed) = (Standing::Passed, false),
            (Standing::Confirmed, true) | (Standing::Passed, false) => {}
            (Standing::Passed, true) => return Err(Why::OfferEnded),
            _ => return Err(Why::NoOffer),
        }
        Ok(())
    }

    fn place(&mut self, member: MemberId, pool: Pool, companions: u8, now: UnixMillis) -> Result<(), Why> {
        match self.may_act(member, now) {
            Err(Why::NotPublished) => {}
            other => other?,
        }
        let row = self.row(member);
        if row.is_some_and(|row| row.standing == Standing::Removed) {
            return Err(Why::Removed);
        }
        let mut placed = noted(member, pool.answer(), Standing::Confirmed);
        (placed.companions, placed.is_placed) = (companions, true);
        match self.find(member).filter(|row| row.is_in(pool)) {
            Some(row) if row.standing == Standing::Confirmed && row.companions == companions => {}
            Some(row) => *row = placed,
            None => self.append(placed),
        }
        Ok(())
    }

    fn set_rules(&mut self, rules: Rules, now: UnixMillis) {
        self.rules = rules;
        let end = rules.starts_at.max(rules.closes_at()).min(rules.ends_at);
        for row in &mut self.people {
            match row.standing {
                Standing::Offered { .. } if rules.state != EventState::Published => row.standing = Standing::Waiting,
                Standing::Offered { until } => row.standing = Standing::Offered { until: until.min(end) },
                _ => {}
            }
        }
        self.end_offers(now);
        if self.flaw == Flaw::ThrowsOutWhenSmaller {
            let smaller = self.picture();
            let is_over = |row: &Row| {
                let over = |pool: &&Pool| row.is_seated_in(**pool) && smaller.taken(**pool) > smaller.capacity(**pool);
                Pool::ALL.iter().find(over).is_some()
            };
            self.people.retain(|row| !is_over(row));
        }
    }
}

impl Subject for Slow {
    fn apply(&mut self, command: &Command, now: UnixMillis) -> Result<(), Why> {
        self.end_offers(now);
        self.hand_out(None, now);
        let mut actor = None;
        let verdict = match *command {
            Command::Answer { member, wish } => {
                actor = Some(member);
                self.answer(member, wish, now)
            }
            Command::Accept { member } => self.reply(member, true, now),
            Command::Decline { member } => self.reply(member, false, now),
            Command::Withdraw { member } => self.may_act(member, now).map(|()| self.drop(member)),
            Command::Place {
                member,
                pool,
                companions,
            } => self.place(member, pool, companions, now),
            Command::Remove { member } => {
                self.append(noted(member, Answer::Cannot, Standing::Removed));
                Ok(())
            }
            Command::Erase { member } => {
                self.drop(member);
                Ok(())
            }
            Command::SetRules(rules) => {
                self.set_rules(rules, now);
                Ok(())
            }
            Command::Advance => Ok(()),
        };
        let is_change_of_rules = matches!(command, Command::SetRules(_));
        if !(is_change_of_rules && self.flaw == Flaw::ForgetsAddedSeats) {
            self.hand_out(actor, now);
        }
        verdict
    }

    fn picture(&self) -> Picture {
        let mut counts = std::collections::BTreeMap::new();
        let mut rows = self.people.clone();
        for row in rows.iter_mut().filter(|row| row.standing == Standing::Waiting) {
            let count: &mut u32 = counts.entry(row.answer).or_default();
            *count += 1;
            row.position = Some(*count);
        }
        Picture::new(self.rules, rows)
    }
    // The list is all that there is.
    fn restart(&mut self) {}
}
