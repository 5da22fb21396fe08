//! Builds the index: first every member's place is decided, then the members are read one by one, so that never more
//! than one of them is held twice.

use std::sync::Arc;

use rustc_hash::FxHashMap;
use shared::codes::{Audience, Field};
use shared::directory::Cohort;
use shared::fields::CountryCode;
use smallvec::SmallVec;
use uuid::Uuid;

use super::facts::year_place;
use super::postings::{NameKind, Postings, PostingsBuilder};
use super::terms::{field_terms, native_terms, organisation_terms};
use super::texts::{Shared, Texts};
use super::{Audiences, Columns, Frequent, Homes, Index, Order, Sets};
use crate::features::directory::fold;
use crate::features::directory::record::{Exchanges, MemberRecord, Trip};

/// A member's trips, latest first; without memory of their own for almost everybody.
pub(crate) type Trips = SmallVec<[u32; 2]>;

/// What decides a member's place: whether everybody may see them, home country/region, and trips, latest first.
/// A visitor then finds everything in the first part of each set. Who changes their mind keeps the place; it decides
/// how fast they are found, and never who finds them.
#[derive(Clone, Debug)]
pub(crate) struct Placing {
    pub(crate) id: Uuid,
    pub(crate) is_public: bool,
    pub(crate) country: CountryCode,
    pub(crate) trips: Trips,
}

/// An index in the making.
#[derive(Debug)]
pub(crate) struct Builder {
    index: Index,
    postings: PostingsBuilder,
    /// Everybody's place and trips, until they are read in.
    placed: FxHashMap<Uuid, (u32, Trips)>,
    /// What names are sorted by.
    name_keys: Texts,
}

pub(super) fn cohort(trip: &Trip) -> Cohort {
    Cohort {
        fiscal_year: trip.fiscal_year,
        programme: trip.programme,
    }
}

impl Index {
    /// The index of members who are at hand already.
    pub(in super::super) fn of(exchanges: &Exchanges, members: &[MemberRecord]) -> Self {
        let placing = |member: &MemberRecord| Placing {
            id: member.id.0,
            is_public: member.listing_audience() == Audience::Public,
            country: member.country,
            trips: member.trips.as_slice().into(),
        };
        let mut builder = Builder::new(exchanges.clone(), members.iter().map(placing).collect());
        members.iter().for_each(|member| builder.add(member.clone()));
        builder.finish()
    }
}

impl Index {
    /// Notes everybody's home country/region and trips by their places.
    fn place(&mut self, members: &[Placing]) {
        let mut run_start = 0;
        for (doc, member) in (0_u32..).zip(members) {
            self.homes.push_sorted(member.country);
            let latest = member.trips.first();
            let next = members.get(doc as usize + 1);
            if next.is_none_or(|next| (next.is_public, next.trips.first()) != (member.is_public, latest)) {
                if let Some(trip) = latest {
                    self.sets.add_run(*trip, run_start, doc + 1);
                }
                run_start = doc + 1;
            }
            member
                .trips
                .iter()
                .skip(1)
                .for_each(|trip| self.sets.add_to_trip(*trip, doc));
        }
    }
}

impl Builder {
    /// Decides everybody's place.
    pub(crate) fn new(exchanges: Exchanges, mut members: Vec<Placing>) -> Self {
        let key = |member: &Placing| {
            let latest = member.trips.first().map(|trip| cohort(exchanges.trip(*trip)));
            (
                !member.is_public,
                member.country,
                latest.map(|cohort| (cohort.fiscal_year, cohort.programme)),
                member.trips.first().copied(),
            )
        };
        members.sort_by_cached_key(|member| (key(member), member.id));
        let trip_cohorts = exchanges
            .trips
            .iter()
            .map(|trip| (year_place(trip.fiscal_year), trip.programme as u8))
            .collect();
        let mut index = Index {
            exchanges: Arc::new(exchanges),
            columns: Columns::default(),
            homes: Homes::default(),
            audiences: Audiences::default(),
            postings: Default::default(),
            sets: Sets::default(),
            frequent: Frequent::default(),
            by_name: Order::default(),
            by_newest: Order::new(newest(&members)),
            indexed_affiliations: 0,
            version: 0,
        };
        index.columns.trip_cohorts = trip_cohorts;
        index.columns.grow(members.len());
        index.audiences.grow(members.len());
        index.sets.grow(members.len());
        index.sets.set_exchanges(&index.exchanges);
        index.place(&members);
        let mut name_keys = Texts::default();
        name_keys.grow(members.len());
        let placed = (0..)
            .zip(members)
            .map(|(doc, member)| (member.id, (doc, member.trips)))
            .collect();
        Self {
            index,
            postings: PostingsBuilder::default(),
            placed,
            name_keys,
        }
    }

    /// Reads in a member, whose trips are known already; one that has no place yet is left to the change feed.
    pub(crate) fn add(&mut self, mut member: MemberRecord) {
        let Some((doc, trips)) = self.placed.remove(&member.id.0) else {
            return;
        };
        member.trips = trips.into_vec();
        self.index.columns.set(doc, &member);
        self.index.audiences.set(doc, &member);
        self.index.sets.set_member(doc, &self.index.columns, true);
        let words = fold::words(&member.name);
        self.name_keys.set(doc, &words.join(" "));
        for term in fold::terms_of(words) {
            self.postings.add_name(&term, NameKind::Latin, doc);
        }
        for term in member.native_name.as_deref().map(native_terms).unwrap_or_default() {
            self.postings.add_name(&term, NameKind::Native, doc);
        }
    }

    /// Sorts everything and hands over: terms in one thread, names and ids in another.
    pub(crate) fn finish(self) -> Index {
        let Self {
            mut index,
            postings,
            placed,
            name_keys,
        } = self;
        drop(placed);
        let (postings, frequent, by_name) = std::thread::scope(|scope| {
            let (columns, sets, exchanges) = (&mut index.columns, &index.sets, &index.exchanges);
            let members = columns.len();
            let affiliations = std::mem::take(&mut columns.affiliation_texts);
            let terms = scope.spawn(move || {
                let postings = with_shared_terms(postings, &affiliations, exchanges);
                let frequent = Frequent::build(&postings, sets, members);
                (postings, frequent, affiliations)
            });
            columns.finish();
            let by_name = sorted_by_name(&name_keys, columns);
            let (postings, frequent, affiliations) =
                terms.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
            index.indexed_affiliations = affiliations.len();
            index.columns.affiliation_texts = affiliations;
            (postings, frequent, by_name)
        });
        index.postings = postings;
        index.frequent = frequent;
        index.by_name = by_name;
        index
    }
}

/// Adds the terms of affiliations, organisations and fields.
fn with_shared_terms(mut postings: PostingsBuilder, affiliations: &Shared, exchanges: &Exchanges) -> Postings {
    for (number, text) in affiliations.iter() {
        fold::terms(text)
            .iter()
            .for_each(|term| postings.add_affiliation(term, number));
    }
    for (number, organisation) in (0..).zip(&exchanges.organisations) {
        organisation_terms(organisation)
            .iter()
            .for_each(|term| postings.add_organisation(term, number));
    }
    for field in Field::ALL {
        field_terms(*field)
            .iter()
            .for_each(|term| postings.add_field(term, *field as u32));
    }
    postings.finish()
}

fn sorted_by_name(keys: &Texts, columns: &Columns) -> Order {
    // The first letters as a number decide most comparisons without going to the text.
    let start = |key: &str| {
        key.bytes()
            .chain(std::iter::repeat(0))
            .take(8)
            .fold(0, |start, byte| start << 8 | u64::from(byte))
    };
    let mut sequence: Vec<(u64, u32)> = (0..columns.len() as u32)
        .map(|doc| (start(keys.get(doc)), doc))
        .collect();
    sequence.sort_unstable_by(|(left_start, left), (right_start, right)| {
        let key = |doc: u32| (keys.get(doc), columns.id(doc));
        left_start.cmp(right_start).then_with(|| key(*left).cmp(&key(*right)))
    });
    Order::new(sequence.into_iter().map(|(_, doc)| doc).collect())
}

/// Latest trip first; trips are in the order of their ids, and so of their time. Within a trip by id.
fn newest(members: &[Placing]) -> Vec<u32> {
    let mut sequence: Vec<u32> = (0..members.len() as u32).collect();
    sequence.sort_by_key(|doc| {
        let member = &members[*doc as usize];
        (std::cmp::Reverse(member.trips.first().copied()), member.id)
    });
    sequence
}
