//! What must hold after every command, whatever happened before: told from two pictures, without knowing the rule.

use shared::rsvp::{Command, EventState, IfFull, Pool, Standing, UnixMillis, Why};

use crate::picture::{Picture, Row};

/// A command that was applied after all that was due had been done.
pub(crate) struct Deed<'a> {
    pub(crate) before: &'a Picture,
    pub(crate) command: &'a Command,
    pub(crate) verdict: Result<(), Why>,
    pub(crate) after: &'a Picture,
    pub(crate) now: UnixMillis,
}

fn law(holds: bool, broken: &str) -> Result<(), String> {
    if holds { Ok(()) } else { Err(broken.to_owned()) }
}

impl Deed<'_> {
    /// Checks every law.
    pub(crate) fn check(&self) -> Result<(), String> {
        law(
            self.verdict.is_ok() || self.before == self.after,
            "a refused command changed something",
        )?;
        self.one_entry_each()?;
        for pool in Pool::ALL {
            self.positions_have_no_gap(*pool)?;
            self.nobody_comes_in_over_capacity(*pool)?;
            self.no_seat_is_forgotten(*pool)?;
            self.nobody_is_overtaken(*pool)?;
        }
        self.offers_end()?;
        self.others_are_left_alone()?;
        self.the_wish_is_done()
    }

    fn one_entry_each(&self) -> Result<(), String> {
        let rows = &self.after.rows;
        let is_twice = |row: &Row| rows.iter().filter(|other| other.member == row.member).count() > 1;
        law(!rows.iter().any(is_twice), "somebody has two entries")
    }

    fn positions_have_no_gap(&self, pool: Pool) -> Result<(), String> {
        let positions: Vec<_> = self.after.waiting(pool).map(|row| row.position).collect();
        let expected: Vec<_> = (1..=positions.len() as u32).map(Some).collect();
        law(positions == expected, "positions have a gap")?;
        let mut others = self.after.rows.iter().filter(|row| row.standing != Standing::Waiting);
        law(others.all(|row| row.position.is_none()), "a position without waiting")
    }

    /// Who the command is about; nobody for commands about the event.
    fn subject(&self) -> Option<shared::ids::MemberId> {
        match *self.command {
            Command::Answer { member, .. }
            | Command::Accept { member }
            | Command::Decline { member }
            | Command::Withdraw { member }
            | Command::Place { member, .. }
            | Command::Remove { member }
            | Command::Erase { member } => Some(member),
            Command::SetRules(_) | Command::Advance => None,
        }
    }

    /// Parties that got seats by rule and not by an organiser, and how many each.
    fn came_in(&self, pool: Pool) -> Vec<(&Row, u32)> {
        let placed = match *self.command {
            Command::Place { member, .. } => Some(member),
            _ => None,
        };
        let seated = self.after.rows.iter().filter(|row| row.is_seated_in(pool));
        seated
            .filter(|row| Some(row.member) != placed)
            .filter_map(|row| {
                let before = self.before.row(row.member).filter(|before| before.is_seated_in(pool));
                let had = before.map_or(0, Row::people);
                (row.people() > had).then(|| (row, row.people() - had))
            })
            .collect()
    }

    fn nobody_comes_in_over_capacity(&self, pool: Pool) -> Result<(), String> {
        let fits = self.after.taken(pool) <= self.after.capacity(pool);
        law(
            fits || self.came_in(pool).is_empty(),
            "seats were given that are not there",
        )
    }

    fn no_seat_is_forgotten(&self, pool: Pool) -> Result<(), String> {
        if !self.after.rules.has_offers(self.now) {
            let is_new = |row: &&Row| {
                self.before
                    .row(row.member)
                    .is_none_or(|old| old.standing != row.standing)
            };
            let mut offered = self.after.rows.iter().filter(is_new);
            let has_offer = offered.any(|row| row.is_seated_in(pool) && row.standing != Standing::Confirmed);
            let is_cut =
                matches!(self.command, Command::SetRules(_)) && self.after.rules.state == EventState::Published;
            return law(!has_offer || is_cut, "seats were offered when no more are to be");
        }
        let (free, capacity) = (self.after.free(pool), self.after.capacity(pool));
        let forgotten = if self.after.rules.fill_seats {
            self.after.waiting(pool).any(|row| row.people() <= free)
        } else {
            let head = self.after.waiting(pool).find(|row| row.people() <= capacity);
            head.is_some_and(|row| row.people() <= free)
        };
        law(!forgotten, "seats are free for somebody who waits")
    }

    /// Nobody gets seats that somebody earlier fits into, and by the strict rule none at all before somebody earlier.
    fn nobody_is_overtaken(&self, pool: Pool) -> Result<(), String> {
        let (free, capacity) = (self.after.free(pool), self.after.capacity(pool));
        let place = |row: &Row| self.after.rows.iter().position(|other| other.member == row.member);
        for (lucky, seats) in self.came_in(pool) {
            let has_grown = lucky.people() > seats;
            for row in self.after.waiting(pool) {
                let waited = self
                    .before
                    .row(row.member)
                    .is_some_and(|before| before.is_waiting_for(pool));
                // Who grows asks for the additional seats as the last of all.
                let is_earlier = waited && (has_grown || place(row) < place(lucky));
                let fits = row.people() <= free.saturating_add(seats);
                let is_held_up = !self.after.rules.fill_seats && row.people() <= capacity;
                law(!is_earlier || !(fits || is_held_up), "somebody was overtaken")?;
            }
        }
        Ok(())
    }

    fn offers_end(&self) -> Result<(), String> {
        let rules = &self.after.rules;
        for row in &self.after.rows {
            let Standing::Offered { until } = row.standing else {
                continue;
            };
            law(
                rules.state == EventState::Published,
                "an offer of an event that is not open",
            )?;
            law(
                self.now < until && until <= rules.offers_end_at(),
                "an offer ends never or has ended",
            )?;
            let before = self.before.row(row.member).map(|before| before.standing);
            let longest = rules.hold.longest_ms.max(rules.hold.shortest_ms);
            let had_offer = matches!(before, Some(Standing::Offered { .. }));
            let is_kept = had_offer && (before == Some(row.standing) || until == rules.offers_end_at());
            law(is_kept || until <= self.now + longest, "an offer is held too long")?;
        }
        Ok(())
    }

    /// Whoever the command is not about keeps what they have, or moves on as the list does.
    fn others_are_left_alone(&self) -> Result<(), String> {
        for before in self.before.rows.iter().filter(|row| Some(row.member) != self.subject()) {
            let Some(after) = self.after.row(before.member) else {
                return Err("somebody was lost".to_owned());
            };
            let is_stopped = self.after.rules.state != EventState::Published;
            let fits = match (before.standing, after.standing) {
                (Standing::Waiting, Standing::Offered { .. }) => true,
                (Standing::Offered { .. }, Standing::Waiting) => is_stopped,
                (Standing::Offered { until }, Standing::Passed) => {
                    until.min(self.after.rules.offers_end_at()) <= self.now
                }
                (Standing::Offered { until }, Standing::Offered { until: new }) => new <= until,
                (old, new) => old == new,
            };
            law(fits, "somebody was moved who had nothing to do with it")?;
            let same = Row {
                standing: before.standing,
                position: before.position,
                is_placed: before.is_placed,
                ..*after
            };
            law(same == *before, "somebody's answer was changed by others")?;
        }
        Ok(())
    }

    /// The command did to its subject what it says.
    fn the_wish_is_done(&self) -> Result<(), String> {
        let Some(member) = self.subject().filter(|_| self.verdict.is_ok()) else {
            return Ok(());
        };
        let (before, after) = (self.before.row(member), self.after.row(member));
        let standing = after.map(|row| row.standing);
        let was_removed = before.is_some_and(|row| row.standing == Standing::Removed);
        let may_return = matches!(self.command, Command::Erase { .. });
        law(
            !was_removed || may_return || before == after,
            "a removed member came back",
        )?;
        let is_done = match *self.command {
            Command::Answer { wish, .. } => return self.the_answer_is_kept(before, after, wish),
            Command::Accept { .. } => standing == Some(Standing::Confirmed),
            Command::Decline { .. } => standing == Some(Standing::Passed),
            Command::Withdraw { .. } | Command::Erase { .. } => after.is_none(),
            Command::Remove { .. } => standing == Some(Standing::Removed),
            Command::Place { pool, companions, .. } => {
                standing == Some(Standing::Confirmed)
                    && after.is_some_and(|row| row.is_seated_in(pool) && row.companions == companions)
            }
            Command::SetRules(_) | Command::Advance => true,
        };
        law(is_done, "a command was not obeyed")
    }

    fn the_answer_is_kept(
        &self,
        before: Option<&Row>,
        after: Option<&Row>,
        wish: shared::rsvp::Wish,
    ) -> Result<(), String> {
        let Some(row) = after else {
            return Err("an answer was lost".to_owned());
        };
        law(row.answer == wish.answer, "another answer was kept")?;
        let Some(pool) = wish.answer.pool() else {
            return law(row.standing == Standing::Noted, "a seat for no wish");
        };
        law(
            row.companions == wish.companions && row.is_in(pool),
            "a party has no place or another size",
        )?;
        let before = before.filter(|before| before.is_in(pool));
        let asks_less = before.filter(|before| before.companions >= wish.companions);
        if row.standing != Standing::Waiting {
            let was_seated = asks_less.is_none_or(|before| before.standing != Standing::Confirmed);
            return law(
                was_seated || row.standing == Standing::Confirmed,
                "a seat was lost by asking for less",
            );
        }
        if let Some(before) = asks_less {
            return law(before.is_waiting_for(pool), "a seat was lost by asking for less");
        }
        law(wish.if_full == IfFull::Wait, "put in the list without being asked")?;
        let last = self.after.waiting(pool).last().map(|last| last.member);
        law(last == Some(row.member), "a new wish is not at the end")
    }
}
