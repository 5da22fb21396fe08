//! One pool's waiting list: who is first among the parties that are small enough, and how many stand before somebody,
//! both in the logarithm of its length. Nobody who leaves moves anybody else.

use super::summary::Tally;
use crate::ids::MemberId;

/// A party's place in the order: its number, and the member's id so that even equal numbers have one order.
pub(super) type Key = (u64, MemberId);

/// What a party in the list is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// It waits.
    Waiting,
    /// Seats are held for it: not counted, but its place is kept, should the offer be taken back.
    Held,
    /// It has left.
    Gone,
}

#[derive(Clone, Copy, Debug)]
struct Slot {
    key: Key,
    people: u32,
    place: Place,
}

/// What stands below a node of the tree.
#[derive(Clone, Copy, Debug)]
struct Node {
    waiting: Tally,
    /// People of the smallest party that waits.
    smallest: u32,
}

const NOBODY: Node = Node {
    waiting: Tally { parties: 0, people: 0 },
    smallest: u32::MAX,
};

/// The list: slots in order, and over them a binary tree in one vector. Its root is 1, the children of `n` are `2n` and
/// `2n + 1`, and its leaves are the slots.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    slots: Vec<Slot>,
    tree: Vec<Node>,
}

impl Line {
    /// Puts a party where its key belongs, or changes what it is there for. At the end or where the party stood before
    /// this is quick; anywhere else the list is built anew.
    pub(super) fn set(&mut self, key: Key, people: u32, place: Place) {
        let slot = Slot { key, people, place };
        match self.slots.binary_search_by_key(&key, |slot| slot.key) {
            Ok(at) => {
                if let Some(old) = self.slots.get_mut(at) {
                    *old = slot;
                }
                self.update(at);
            }
            Err(_) if place == Place::Gone => {}
            Err(at) if at == self.slots.len() && at < self.width() => {
                self.slots.push(slot);
                self.update(at);
            }
            Err(_) => self.rebuild_with(slot),
        }
    }

    /// Everybody who waits.
    pub(super) fn waiting(&self) -> Tally {
        self.node(1).waiting
    }

    /// The first party that waits and is not more than so many people.
    pub(super) fn first(&self, people: u32) -> Option<Key> {
        // Where nobody waits the smallest party is larger than any.
        let people = people.min(NOBODY.smallest - 1);
        let mut at = 1;
        if self.node(at).smallest > people {
            return None;
        }
        while at < self.width() {
            at *= 2;
            if self.node(at).smallest > people {
                at += 1;
            }
        }
        self.slots.get(at - self.width()).map(|slot| slot.key)
    }

    /// A party's place among those who wait, the first being 1; nothing when it does not wait.
    pub(super) fn position(&self, key: Key) -> Option<u32> {
        let slot = self.slots.binary_search_by_key(&key, |slot| slot.key).ok()?;
        let mut at = self.width() + slot;
        let mut position = self.node(at).waiting.parties;
        if position == 0 {
            return None;
        }
        while at > 1 {
            if at % 2 == 1 {
                position += self.node(at - 1).waiting.parties;
            }
            at /= 2;
        }
        Some(position)
    }

    /// The parties that wait, in order.
    pub(super) fn members(&self) -> impl Iterator<Item = MemberId> + '_ {
        let waiting = self.slots.iter().filter(|slot| slot.place == Place::Waiting);
        waiting.map(|slot| slot.key.1)
    }

    /// Leaves of the tree: a power of two, or 0 at first.
    fn width(&self) -> usize {
        self.tree.len() / 2
    }

    fn node(&self, at: usize) -> Node {
        self.tree.get(at).copied().unwrap_or(NOBODY)
    }

    fn leaf(&self, at: usize) -> Node {
        let waiting = self.slots.get(at).filter(|slot| slot.place == Place::Waiting);
        waiting.map_or(NOBODY, |slot| Node {
            waiting: Tally {
                parties: 1,
                people: slot.people,
            },
            smallest: slot.people,
        })
    }

    fn put(&mut self, at: usize, node: Node) {
        if let Some(old) = self.tree.get_mut(at) {
            *old = node;
        }
    }

    fn of_children(&self, at: usize) -> Node {
        let (left, right) = (self.node(2 * at), self.node(2 * at + 1));
        Node {
            waiting: Tally {
                parties: left.waiting.parties + right.waiting.parties,
                people: left.waiting.people.saturating_add(right.waiting.people),
            },
            smallest: left.smallest.min(right.smallest),
        }
    }

    /// Brings the tree up to date above a slot.
    fn update(&mut self, slot: usize) {
        let mut at = self.width() + slot;
        self.put(at, self.leaf(slot));
        while at > 1 {
            at /= 2;
            self.put(at, self.of_children(at));
        }
    }

    /// Builds the tree anew without those who left, with one more party, and with as much room again: so many parties
    /// have to come before this is needed again that each pays for a step or two of it.
    fn rebuild_with(&mut self, slot: Slot) {
        self.slots.retain(|slot| slot.place != Place::Gone);
        let at = self.slots.partition_point(|other| other.key < slot.key);
        self.slots.insert(at, slot);
        let width = (self.slots.len() * 2).next_power_of_two().max(8);
        self.tree.clear();
        self.tree.resize(2 * width, NOBODY);
        for slot in 0..self.slots.len() {
            self.put(width + slot, self.leaf(slot));
        }
        for at in (1..width).rev() {
            self.put(at, self.of_children(at));
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{Just, Strategy, any, prop_assert_eq, prop_oneof, proptest};

    use super::*;

    fn key(number: u64) -> Key {
        (number, MemberId(uuid::Uuid::from_u128(u128::from(number))))
    }

    fn some_place() -> impl Strategy<Value = Place> {
        prop_oneof![Just(Place::Waiting), Just(Place::Held), Just(Place::Gone)]
    }

    proptest! {
        #[test]
        fn a_line_says_what_a_list_says(
            steps in proptest::collection::vec((any::<bool>(), 0_u64..100, 1_u32..6, some_place()), 1..300),
        ) {
            let (mut line, mut list) = (Line::default(), std::collections::BTreeMap::new());
            for (step, (is_new, number, people, place)) in steps.into_iter().enumerate() {
                // Some come at the end as it should be, some anywhere.
                let key = key(if is_new { 100 + step as u64 } else { number });
                line.set(key, people, place);
                list.remove(&key);
                if place == Place::Waiting {
                    list.insert(key, people);
                }
                let parties = list.len() as u32;
                prop_assert_eq!(line.waiting(), Tally { parties, people: list.values().sum() });
                for size in 0..7 {
                    let first = list.iter().find(|(_, people)| **people <= size).map(|(key, _)| *key);
                    prop_assert_eq!(line.first(size), first);
                }
                let positions: Vec<_> = list.keys().map(|key| line.position(*key)).collect();
                prop_assert_eq!(positions, (1..=parties).map(Some).collect::<Vec<_>>());
                prop_assert_eq!(line.position(self::key(9999)), None);
                prop_assert_eq!(line.members().collect::<Vec<_>>(), list.keys().map(|key| key.1).collect::<Vec<_>>());
            }
        }
    }
}
