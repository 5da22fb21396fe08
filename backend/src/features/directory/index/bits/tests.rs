//! Sets of bits against sets of numbers.

use std::collections::BTreeSet;

use proptest::prelude::{Strategy, proptest};

use super::Bits;

fn sets() -> impl Strategy<Value = BTreeSet<u32>> {
    proptest::collection::btree_set(0_u32..300, 0..80)
}

fn bits(set: &BTreeSet<u32>) -> Bits {
    let mut bits = Bits::new(300);
    set.iter().for_each(|doc| bits.insert(*doc));
    bits
}

proptest! {
    #[test]
    fn sets_of_different_room_behave_like_sets(left in sets(), right in sets(), start in 0_u32..300) {
        let (mut short, long) = (bits(&left), bits(&right));
        short.trim();
        let numbers = |bits: &Bits| bits.iter().collect::<BTreeSet<_>>();
        assert_eq!(numbers(&short), left);
        assert!((0..400).all(|doc| short.contains(doc) == left.contains(&doc)));
        let both = &left & &right;
        let mut kept = long.clone();
        kept.keep(&short);
        for bits in [&short.and(&long), &long.and(&short), &kept] {
            assert_eq!(numbers(bits), both);
        }
        let mut without = long.clone();
        without.drop_all(&short);
        assert_eq!(numbers(&without), &right - &left);
        let mut without = short.clone();
        without.drop_all(&long);
        assert_eq!(numbers(&without), &left - &right);
        let mut seen = 0;
        long.each_with([&short], |_, [is_there]| seen += usize::from(is_there));
        assert_eq!(seen, both.len());
        assert_eq!(short.count_range(start, 400) as usize, left.range(start..).count());
        // Nothing grows beyond its room, and what is in it stays right.
        let room = left.last().map_or(0, |last| (last / 64 + 1) * 64);
        let mut full = short.none();
        full.insert_range(start, 400);
        (0..400).for_each(|doc| full.insert_if_in(doc, &long));
        full.add(&long);
        full.add_both(&long, &long);
        [399, 1].into_iter().for_each(|doc| full.insert(doc));
        [398, 1].into_iter().for_each(|doc| full.remove(doc));
        let mut expected: BTreeSet<u32> = (start..room).chain(right.range(..room).copied()).collect();
        expected.remove(&1);
        assert_eq!(numbers(&full), expected);
    }

    #[test]
    fn bits_behave_like_a_set(left in sets(), right in sets(), start in 0_u32..300, length in 0_u32..200) {
        let (a, b) = (bits(&left), bits(&right));
        assert_eq!(a.iter().collect::<BTreeSet<_>>(), left);
        assert_eq!(a.and(&b).iter().collect::<BTreeSet<_>>(), &left & &right);
        let mut both = BTreeSet::new();
        a.each_with([&b], |doc, [is_there]| {
            if is_there == 1 {
                both.insert(doc);
            }
        });
        assert_eq!(both, &left & &right);
        let mut added = Bits::new(300);
        left.iter().for_each(|doc| added.insert_if_in(*doc, &b));
        assert_eq!(added, a.and(&b));
        let mut without = a.clone();
        without.drop_all(&b);
        assert_eq!(without.iter().collect::<BTreeSet<_>>(), &left - &right);
        let mut all = a.clone();
        all.add(&b);
        assert_eq!(all.iter().collect::<BTreeSet<_>>(), &left | &right);
        let end = (start + length).min(300);
        let mut ranged = Bits::new(300);
        ranged.insert_range(start, end);
        assert_eq!(ranged.iter().collect::<Vec<_>>(), (start..end).collect::<Vec<_>>());
        assert_eq!(a.count_range(start, end) as usize, left.range(start..end).count());
        assert_eq!(a.count() as usize, left.len());
    }
}
