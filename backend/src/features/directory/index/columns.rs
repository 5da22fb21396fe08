//! What the read model knows of each member, one column for each part.

use rustc_hash::FxHashMap;
use shared::directory::PersonalField;
use shared::fields::CountryCode;
use shared::ids::MemberId;
use uuid::Uuid;

use super::super::record::MemberRecord;
use super::audience::Sight;
use super::by_country;
use super::facts::{Facts, NOTHING, first_two, mask};
use super::texts::{Shared, Texts};

/// No trip, no affiliation.
const NONE: u32 = u32::MAX;

/// The columns; a document number is the place in each.
#[derive(Debug, Default)]
pub(super) struct Columns {
    pub(super) ids: Vec<Uuid>,
    /// What rounded numbers are drawn by.
    keys: Vec<u64>,
    /// Document numbers in the order of the ids.
    pub(super) by_id: Vec<u32>,
    pub(super) names: Texts,
    pub(super) natives: Texts,
    pub(super) affiliations: Vec<u32>,
    pub(super) affiliation_texts: Shared,
    facts: Vec<Facts>,
    pub(super) languages: Vec<u32>,
    pub(super) language_texts: Shared,
    /// The latest trip; earlier ones of the few who have them stand apart.
    pub(super) latest_trip: Vec<u32>,
    pub(super) earlier_trips: FxHashMap<u32, Box<[u32]>>,
    /// Year and programme of each trip, as places in their lists.
    pub(super) trip_cohorts: Vec<(u8, u8)>,
}

impl Columns {
    /// Makes room for `size` members.
    pub(super) fn grow(&mut self, size: usize) {
        self.ids.resize(size, Uuid::nil());
        self.keys.resize(size, 0);
        self.names.grow(size);
        self.natives.grow(size);
        self.affiliations.resize(size, NONE);
        self.facts.resize(size, Facts::default());
        self.languages.resize(size, 0);
        self.latest_trip.resize(size, NONE);
    }

    /// How many members there are.
    pub(super) fn len(&self) -> usize {
        self.ids.len()
    }

    /// Sorts the ids after all members were set.
    pub(super) fn finish(&mut self) {
        self.by_id = (0..self.ids.len() as u32).collect();
        self.by_id.sort_unstable_by_key(|doc| self.ids[*doc as usize]);
        self.names.shrink();
        self.natives.shrink();
    }

    /// The id of a document.
    pub(super) fn id(&self, doc: u32) -> Uuid {
        self.ids[doc as usize]
    }

    /// What rounded numbers that count a document are drawn by.
    #[inline]
    pub(super) fn key(&self, doc: u32) -> u64 {
        self.keys[doc as usize]
    }

    /// Adds the id of a document behind all others.
    pub(super) fn add_id(&mut self, doc: u32) {
        let id = self.ids[doc as usize];
        let place = self.by_id.partition_point(|other| self.ids[*other as usize] < id);
        self.by_id.insert(place, doc);
    }

    /// The document of an id.
    pub(super) fn find(&self, id: MemberId) -> Option<u32> {
        let place = self
            .by_id
            .binary_search_by_key(&id.0, |doc| self.ids[*doc as usize])
            .ok()?;
        self.by_id.get(place).copied()
    }

    /// Sets everything of a member.
    pub(super) fn set(&mut self, doc: u32, member: &MemberRecord) {
        let place = doc as usize;
        self.ids[place] = member.id.0;
        self.keys[place] = by_country::key(member.id.0);
        self.names.set(doc, &member.name);
        self.natives.set(doc, member.native_name.as_deref().unwrap_or_default());
        self.affiliations[place] = member
            .affiliation
            .as_deref()
            .map_or(NONE, |text| self.affiliation_texts.intern(text));
        self.languages[place] = self.language_texts.intern(&member.languages.join(" "));
        self.latest_trip[place] = member.trips.first().copied().unwrap_or(NONE);
        match member.trips.get(1..).filter(|earlier| !earlier.is_empty()) {
            Some(earlier) => drop(self.earlier_trips.insert(doc, earlier.into())),
            None => drop(self.earlier_trips.remove(&doc)),
        }
        self.facts[place] = Facts {
            fields: mask(&member.fields, |field| field as u32),
            country: member.country.index() as u8,
            residence: member.lives_in.map_or(NOTHING, |country| country.index() as u8),
            open_to: mask(&member.open_to, |code| code as u32) as u8,
            years: first_two(self.cohorts(doc).map(|(year, _)| year)),
            programmes: first_two(self.cohorts(doc).map(|(_, programme)| programme)),
            has_more: member.trips.len() > 2,
        };
    }

    /// What facets know of a member.
    #[inline]
    pub(super) fn facts(&self, doc: u32) -> Facts {
        self.facts[doc as usize]
    }

    /// The same as far as a viewer may know it.
    pub(super) fn facts_seen(&self, doc: u32, sight: &Sight) -> Facts {
        let parts = [PersonalField::Fields, PersonalField::LivesIn, PersonalField::OpenTo];
        self.facts[doc as usize].seen(parts.map(|part| sight.sees(doc, part).into()))
    }

    /// Years and programmes of all a member's exchanges, as places in their lists, latest first.
    pub(super) fn cohorts(&self, doc: u32) -> impl Iterator<Item = (u8, u8)> {
        self.trips(doc).map(|trip| self.trip_cohorts[trip as usize])
    }

    /// The number of a member's affiliation.
    pub(super) fn affiliation(&self, doc: u32) -> Option<u32> {
        Some(self.affiliations[doc as usize]).filter(|number| *number != NONE)
    }

    /// Where a member lives.
    pub(super) fn residence(&self, doc: u32) -> Option<CountryCode> {
        CountryCode::from_index(self.facts[doc as usize].residence.into())
    }

    /// Home country/region.
    pub(super) fn country(&self, doc: u32) -> Option<CountryCode> {
        CountryCode::from_index(self.facts[doc as usize].country.into())
    }

    /// The member's trips, latest first.
    pub(super) fn trips(&self, doc: u32) -> impl Iterator<Item = u32> {
        let latest = Some(self.latest_trip[doc as usize]).filter(|trip| *trip != NONE);
        let earlier = self
            .earlier_trips
            .get(&doc)
            .into_iter()
            .flat_map(|trips| trips.iter().copied());
        latest.into_iter().chain(earlier)
    }
}
