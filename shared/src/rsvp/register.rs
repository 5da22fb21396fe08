//! All entries of one event, held in memory: loading, looking up, and the one way in which an entry changes.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::seats::Seats;
use super::{
    Answer, Change, Entry, News, Notice, Outcome, OwnRsvp, PerPool, Pool, Rules, Standing, Summary, UnixMillis, Why,
};
use crate::ids::MemberId;

/// The state of one event's answers. It is changed by [`Register::apply`] alone, and can be built again from its
/// entries at any time.
#[derive(Clone, Debug)]
pub struct Register {
    pub(super) rules: Rules,
    pub(super) pools: PerPool<Seats>,
    entries: HashMap<MemberId, Entry>,
    /// When offers end.
    offers: BTreeSet<(UnixMillis, MemberId)>,
    next_number: u64,
    maybe: u32,
    cannot: u32,
    /// What entries were before they changed, since the last report.
    journal: Vec<(MemberId, Option<Entry>)>,
}

impl Register {
    /// The register of an event with the entries that it has, in any order. Nothing changes yet: offers that are due
    /// end with the next command, for which [`super::Command::Advance`] will do.
    pub fn from_entries(rules: Rules, entries: impl IntoIterator<Item = Entry>) -> Self {
        let mut register = Self {
            rules,
            pools: PerPool::default(),
            entries: HashMap::new(),
            offers: BTreeSet::new(),
            next_number: 1,
            maybe: 0,
            cannot: 0,
            journal: Vec::new(),
        };
        register.follow_rules();
        register.take_in(entries);
        register
    }

    /// Takes in entries as another process wrote them.
    pub fn take_in(&mut self, entries: impl IntoIterator<Item = Entry>) {
        // In the order of the list, which is then written from front to back.
        let mut entries: Vec<Entry> = entries.into_iter().collect();
        entries.sort_by_key(|entry| (entry.since, entry.member));
        for entry in entries {
            self.next_number = self.next_number.max(entry.since.saturating_add(1));
            self.replace(entry.member, Some(entry));
        }
        self.journal.clear();
    }

    /// What the organiser decided.
    pub fn rules(&self) -> &Rules {
        &self.rules
    }

    /// All entries, in no order.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.entries.values()
    }

    /// A member's entry.
    pub fn entry(&self, member: MemberId) -> Option<&Entry> {
        self.entries.get(&member)
    }

    /// The members who wait for a pool, the first in the list first.
    pub fn waiting(&self, pool: Pool) -> impl Iterator<Item = MemberId> + '_ {
        self.pools.get(pool).waiting()
    }

    /// What a member is told about the own answer; nothing for members who gave none.
    pub fn standing_of(&self, member: MemberId) -> Option<OwnRsvp> {
        self.entry(member).map(|entry| OwnRsvp::of(entry, self.position(entry)))
    }

    /// When the next offer ends, if any is open: the moment for the next [`super::Command::Advance`].
    pub fn next_expiry(&self) -> Option<UnixMillis> {
        self.offers.first().map(|(until, _)| *until)
    }

    /// The counts for everybody.
    pub fn summary(&self) -> Summary {
        Summary {
            pools: self.pools.map(Seats::summary),
            maybe: self.maybe,
            cannot: self.cannot,
        }
    }

    /// Lets the pools know of changed rules.
    pub(super) fn follow_rules(&mut self) {
        for pool in Pool::ALL {
            let seats = self.pools.get_mut(*pool);
            seats.capacity = *self.rules.capacity.get(*pool);
            seats.fills = self.rules.fill_seats;
        }
    }

    /// The number of a party that asks for seats now.
    pub(super) fn draw_number(&mut self) -> u64 {
        let number = self.next_number;
        self.next_number = number.saturating_add(1);
        number
    }

    /// Offers that end at a moment or before it, the first first.
    pub(super) fn due(&self, now: UnixMillis) -> Vec<Entry> {
        let due = self.offers.iter().take_while(|(until, _)| *until <= now);
        due.filter_map(|(_, member)| self.entry(*member)).copied().collect()
    }

    /// Everything that changes goes through here, so that counts, lists and entries cannot come apart.
    pub(super) fn replace(&mut self, member: MemberId, after: Option<Entry>) {
        let before = match after {
            Some(entry) => self.entries.insert(member, entry),
            None => self.entries.remove(&member),
        };
        if let Some(entry) = &before {
            self.count(entry, false);
        }
        if let Some(entry) = &after {
            self.count(entry, true);
        }
        self.journal.push((member, before));
    }

    /// Counts an entry in or out.
    fn count(&mut self, entry: &Entry, is_in: bool) {
        if let Some(pool) = entry.pool() {
            let seats = self.pools.get_mut(pool);
            if is_in { seats.enter(entry) } else { seats.leave(entry) }
        }
        match (entry.standing, entry.answer) {
            (Standing::Offered { until }, _) if is_in => {
                self.offers.insert((until, entry.member));
            }
            (Standing::Offered { until }, _) => {
                self.offers.remove(&(until, entry.member));
            }
            (Standing::Noted, Answer::Maybe) => self.maybe = stepped(self.maybe, is_in),
            (Standing::Noted, Answer::Cannot) => self.cannot = stepped(self.cannot, is_in),
            _ => {}
        }
    }

    fn position(&self, entry: &Entry) -> Option<u32> {
        self.pools.get(entry.pool()?).position(entry)
    }

    /// What has changed since the last report.
    pub(super) fn report(&mut self, verdict: Result<(), Why>) -> Outcome {
        let (mut changed, mut notices) = (Vec::new(), Vec::new());
        let mut seen = HashSet::new();
        for (member, before) in std::mem::take(&mut self.journal) {
            // The first mention says what the entry was before all of it.
            let after = self.entry(member).copied();
            if seen.insert(member) && after != before {
                changed.push(Change { member, entry: after });
                let news = after.and_then(|after| self.news(before, &after));
                notices.extend(news.map(|news| Notice { to: member, news }));
            }
        }
        Outcome {
            verdict,
            changed,
            notices,
            over: self.pools.map(Seats::over),
        }
    }

    fn news(&self, before: Option<Entry>, after: &Entry) -> Option<News> {
        let had_offer = before
            .is_some_and(|before| before.since == after.since && matches!(before.standing, Standing::Offered { .. }));
        match after.standing {
            Standing::Confirmed => Some(News::Confirmed),
            Standing::Waiting if had_offer => Some(News::OfferTakenBack),
            Standing::Waiting => self.position(after).map(|position| News::Waiting { position }),
            Standing::Offered { until } => Some(News::Offered { until }),
            Standing::Passed => Some(News::OfferPassed),
            Standing::Removed => Some(News::Removed),
            Standing::Noted => None,
        }
    }
}

fn stepped(count: u32, is_up: bool) -> u32 {
    if is_up {
        count.saturating_add(1)
    } else {
        count.saturating_sub(1)
    }
}
