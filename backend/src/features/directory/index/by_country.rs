//! Members by home country/region in numbers from which nobody can be singled out: random rounding with cell keys, as
//! statistical offices do it.
//!
//! A country/region with fewer members than [`FEWEST_SHOWN`] is not on the list, whether there are four or none. The
//! numbers of all others are multiples of [`ROUNDED_TO`]: a number between two multiples becomes the upper one with
//! the probability of its distance from the lower one, so that on average nothing is added or lost, and the lower one
//! otherwise. What decides is no dice but the people themselves: every member has a key that is mixed from their id,
//! and the sum of the keys of all who are counted is mixed with the country/region. So the same people always give the
//! same number, whoever asks, by whichever filter, in every process and after every restart: asking again and again
//! teaches nothing. Other people give a number that is rounded anew, so that the difference of two numbers is a multiple
//! of five too and not the number in between. What two different numbers do tell is that not the same people were
//! counted.
//!
//! What no rounding can do: filters combine freely, and whether a number is shown tells whether there are five. Of five
//! years, no four of which are shown together but all five, each has one member; and what joins them to a sixth tells how
//! many that has. Hundreds of unions of one country/region give an average, too. Therefore only members whom the viewer
//! may list one by one are counted: whoever goes to such lengths learns what the directory tells openly, and of all
//! others nothing (`tests/it/map/differences.rs` shows both what subtraction fails at and what the bound tells).

use shared::codes::MemberSort;
use shared::directory::MemberFilter;
use shared::fields::CountryCode;
use shared::map::{CountryMembers, FEWEST_SHOWN, MapMembers, ROUNDED_TO};
use uuid::Uuid;

use super::Index;
use super::audience::Sight;
use super::facts::PLACES;

/// How many people, and the sum of their keys.
#[derive(Clone, Copy, Debug, Default)]
struct Cell {
    members: u32,
    keys: u64,
}

impl Index {
    /// How many members a viewer may see in each country/region, rounded.
    pub(in super::super) fn by_country(&self, sight: &Sight, filter: &MemberFilter) -> MapMembers {
        let words = self.words(&filter.q);
        let words: Vec<_> = words.iter().map(|word| self.sources(sight, word)).collect();
        // By name there is one level of matches, and its order is not looked at.
        let found = self.find(sight, &words, MemberSort::Name);
        let mut cells = [Cell::default(); PLACES];
        for doc in self.chosen(sight, found.all(), filter).iter() {
            let cell = &mut cells[usize::from(self.columns.facts(doc).country)];
            cell.members += 1;
            cell.keys = cell.keys.wrapping_add(self.columns.key(doc));
        }
        let shown = |(place, cell): (usize, &Cell)| {
            let country = CountryCode::from_index(place)?;
            let members = shown(country, *cell)?;
            Some(CountryMembers { country, members })
        };
        let countries: Vec<_> = cells.iter().enumerate().filter_map(shown).collect();
        MapMembers {
            sum: countries.iter().map(|country| country.members).sum(),
            countries,
        }
    }
}

/// The number to show, if any.
fn shown(country: CountryCode, cell: Cell) -> Option<u32> {
    if cell.members < FEWEST_SHOWN {
        return None;
    }
    let above = cell.members % ROUNDED_TO;
    let lower = cell.members - above;
    // The letters and not the place in the list of codes, which may grow.
    let letters = country
        .code()
        .bytes()
        .fold(0, |letters, letter| letters << 8 | u64::from(letter));
    let drawn = mix(cell.keys ^ mix(letters)) % u64::from(ROUNDED_TO);
    let is_up = drawn < u64::from(above);
    Some(if is_up { lower + ROUNDED_TO } else { lower })
}

/// The key of a member. It must stay the same for good: another one rounds everything anew.
pub(super) fn key(id: Uuid) -> u64 {
    let (high, low) = id.as_u64_pair();
    mix(high ^ mix(low))
}

/// Mixes all bits with all bits: the finalizer of SplitMix64, with the increment before it so that 0 is mixed too.
const fn mix(bits: u64) -> u64 {
    let bits = bits.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let bits = (bits ^ bits >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let bits = (bits ^ bits >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
    bits ^ bits >> 31
}

#[cfg(test)]
mod tests {
    use shared::fields::CountryCode;
    use uuid::Uuid;

    use super::{Cell, key, mix, shown};

    /// Ids as alike as can be.
    fn id(number: u64) -> Uuid {
        Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 + u128::from(number))
    }

    fn cell(people: std::ops::Range<u64>) -> Cell {
        let sum = |sum: u64, number| sum.wrapping_add(key(id(number)));
        Cell {
            members: (people.end - people.start) as u32,
            keys: people.fold(0, sum),
        }
    }

    #[test]
    fn the_mixing_is_the_published_one_and_keys_never_change() {
        // The first numbers of SplitMix64 from the seed 0 (source: the generator's reference implementation).
        assert_eq!(mix(0), 0xE220_A839_7B1D_CDAF);
        assert_eq!(mix(0x9E37_79B9_7F4A_7C15), 0x6E78_9E6A_A1B9_65F4);
        assert_eq!(key(id(1)), 0x8025_71D7_B7A4_56D4);
    }

    #[test]
    fn numbers_are_rounded_to_both_sides_so_that_the_average_stays() {
        let country: CountryCode = "IN".parse().unwrap();
        for size in 5_u64..25 {
            let all: Vec<u32> = (0..2_000)
                .map(|crowd| shown(country, cell(crowd * 100..crowd * 100 + size)).unwrap())
                .collect();
            let (lower, upper) = (size as u32 / 5 * 5, (size as u32).div_ceil(5) * 5);
            assert!(all.iter().all(|shown| *shown == lower || *shown == upper), "{size}");
            let average = f64::from(all.iter().sum::<u32>()) / 2_000.0;
            assert!((average - size as f64).abs() < 0.25, "{size}: {average}");
        }
        assert!((0..5).all(|size| shown(country, cell(0..size)).is_none()));
    }
}
