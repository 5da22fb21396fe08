//! The rule itself: what each command does, and to whom seats are passed on after it.

use super::{
    Answer, Command, Entry, EventState, IfFull, Outcome, Pool, Register, Rules, Standing, UnixMillis, Why, Wish,
};
use crate::ids::MemberId;

impl Register {
    /// Ends the offers that are due, obeys a command, and passes seats on. Quick however many entries there are: it
    /// costs the logarithm of their number for each entry that changes.
    pub fn apply(&mut self, command: &Command, now: UnixMillis) -> Outcome {
        self.end_offers(now);
        // Before the command, so that seats which were due for others are theirs.
        self.pass_seats_on(None, now);
        let verdict = self.obey(command, now);
        self.pass_seats_on(command.actor(), now);
        self.report(verdict)
    }

    fn obey(&mut self, command: &Command, now: UnixMillis) -> Result<(), Why> {
        match *command {
            Command::Answer { member, wish } => self.answer(member, wish, now),
            Command::Accept { member } => self.accept(member, now),
            Command::Decline { member } => self.decline(member, now),
            Command::Withdraw { member } => self.withdraw(member, now),
            Command::Place {
                member,
                pool,
                companions,
            } => self.place(member, pool, companions, now),
            Command::Remove { member } => {
                let removed = Entry::without_seats(member, Answer::Cannot, Standing::Removed);
                self.write(member, Some(removed));
                Ok(())
            }
            Command::Erase { member } => {
                self.write(member, None);
                Ok(())
            }
            Command::SetRules(rules) => {
                self.set_rules(rules, now);
                Ok(())
            }
            Command::Advance => Ok(()),
        }
    }

    /// Replaces an entry that is to be different.
    fn write(&mut self, member: MemberId, after: Option<Entry>) {
        if self.entry(member) != after.as_ref() {
            self.replace(member, after);
        }
    }

    /// The entry of a member who may act.
    fn entry_of(&self, member: MemberId, now: UnixMillis) -> Result<Option<Entry>, Why> {
        self.rules.admit(now)?;
        let entry = self.entry(member).copied();
        match entry.map(|entry| entry.standing) {
            Some(Standing::Removed) => Err(Why::Removed),
            _ => Ok(entry),
        }
    }

    fn answer(&mut self, member: MemberId, wish: Wish, now: UnixMillis) -> Result<(), Why> {
        let before = self.entry_of(member, now)?;
        let Some(pool) = wish.answer.pool() else {
            // Whoever cannot come can say so at any time; a new maybe is an answer like any other.
            let is_late = wish.answer != Answer::Cannot && now >= self.rules.closes_at();
            let after = Entry::without_seats(member, wish.answer, Standing::Noted);
            if is_late && before != Some(after) {
                return Err(Why::DeadlinePassed);
            }
            self.write(member, Some(after));
            return Ok(());
        };
        match before.filter(|entry| entry.pool() == Some(pool)) {
            // The same, or less: granted at any time, and the place in the list is kept.
            Some(entry) if wish.companions <= entry.companions => {
                let companions = wish.companions;
                self.write(member, Some(Entry { companions, ..entry }));
                Ok(())
            }
            entry => self.ask_for_more(member, entry, pool, wish, now),
        }
    }

    /// A party without seats or a place in this pool asks for some, or one that has them grows.
    fn ask_for_more(
        &mut self,
        member: MemberId,
        before: Option<Entry>,
        pool: Pool,
        wish: Wish,
        now: UnixMillis,
    ) -> Result<(), Why> {
        let companions = wish.companions;
        self.rules.admit_party(pool, companions, now)?;
        let seats = self.pools.get(pool);
        let seated = before.filter(|entry| entry.seated_in().is_some());
        if let Some(entry) = seated
            && seats.gives(u32::from(companions.saturating_sub(entry.companions)))
        {
            self.write(member, Some(Entry { companions, ..entry }));
            return Ok(());
        }
        let mut after = Entry {
            companions,
            ..Entry::without_seats(member, pool.answer(), Standing::Confirmed)
        };
        if !seats.gives(after.people()) {
            if wish.if_full == IfFull::Refuse {
                return Err(Why::NotEnoughSeats);
            }
            after.standing = Standing::Waiting;
        }
        // A party that grows while it waits draws a new number too: a place kept for one person would otherwise be a
        // place for any number of them, and those behind would wait longer than they were told.
        after.since = self.draw_number();
        self.write(member, Some(after));
        Ok(())
    }

    fn accept(&mut self, member: MemberId, now: UnixMillis) -> Result<(), Why> {
        let Some(entry) = self.entry_of(member, now)? else {
            return Err(Why::NoOffer);
        };
        match entry.standing {
            Standing::Confirmed => Ok(()),
            Standing::Offered { .. } => {
                let standing = Standing::Confirmed;
                self.write(member, Some(Entry { standing, ..entry }));
                Ok(())
            }
            Standing::Passed => Err(Why::OfferEnded),
            Standing::Waiting | Standing::Noted | Standing::Removed => Err(Why::NoOffer),
        }
    }

    fn decline(&mut self, member: MemberId, now: UnixMillis) -> Result<(), Why> {
        let Some(entry) = self.entry_of(member, now)? else {
            return Err(Why::NoOffer);
        };
        match entry.standing {
            Standing::Passed => Ok(()),
            Standing::Offered { .. } => {
                self.let_pass(&entry);
                Ok(())
            }
            Standing::Confirmed | Standing::Waiting | Standing::Noted | Standing::Removed => Err(Why::NoOffer),
        }
    }

    fn withdraw(&mut self, member: MemberId, now: UnixMillis) -> Result<(), Why> {
        self.entry_of(member, now)?;
        self.write(member, None);
        Ok(())
    }

    fn place(&mut self, member: MemberId, pool: Pool, companions: u8, now: UnixMillis) -> Result<(), Why> {
        let entry = match self.entry_of(member, now) {
            Err(Why::NotPublished) => self.entry(member).copied(),
            entry => entry?,
        };
        if entry.is_some_and(|entry| entry.standing == Standing::Removed) {
            return Err(Why::Removed);
        }
        let here = entry.filter(|entry| entry.pool() == Some(pool));
        let is_so = |entry: &Entry| entry.standing == Standing::Confirmed && entry.companions == companions;
        // Who has just these seats already needed no organiser for them.
        if here.as_ref().is_some_and(is_so) {
            return Ok(());
        }
        let since = here.map_or_else(|| self.draw_number(), |entry| entry.since);
        let placed = Entry {
            companions,
            since,
            is_placed: true,
            ..Entry::without_seats(member, pool.answer(), Standing::Confirmed)
        };
        self.write(member, Some(placed));
        Ok(())
    }

    fn set_rules(&mut self, rules: Rules, now: UnixMillis) {
        self.rules = rules;
        self.follow_rules();
        let latest = rules.offers_end_at();
        for entry in self.due(UnixMillis::MAX) {
            let standing = match entry.standing {
                _ if rules.state != EventState::Published => Standing::Waiting,
                Standing::Offered { until } if until > latest => Standing::Offered { until: latest },
                standing => standing,
            };
            self.write(entry.member, Some(Entry { standing, ..entry }));
        }
        self.end_offers(now);
    }

    fn end_offers(&mut self, now: UnixMillis) {
        for entry in self.due(now) {
            self.let_pass(&entry);
        }
    }

    fn let_pass(&mut self, entry: &Entry) {
        let passed = Entry {
            companions: entry.companions,
            ..Entry::without_seats(entry.member, entry.answer, Standing::Passed)
        };
        self.write(entry.member, Some(passed));
    }

    /// Passes free seats on to those whose turn it is. The party whose own doing it is has them at once.
    fn pass_seats_on(&mut self, actor: Option<MemberId>, now: UnixMillis) {
        if !self.rules.has_offers(now) {
            return;
        }
        let until = self.rules.held_until(now);
        for pool in Pool::ALL {
            while let Some(entry) = self.pools.get(*pool).next().and_then(|next| self.entry(next).copied()) {
                let is_actor = actor == Some(entry.member);
                let offered = Standing::Offered { until };
                let standing = if is_actor { Standing::Confirmed } else { offered };
                self.write(entry.member, Some(Entry { standing, ..entry }));
            }
        }
    }
}
