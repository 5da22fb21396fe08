//! What the read model knows of each member, one column for each part.

use shared::directory::PersonalField;
use shared::fields::CountryCode;
use shared::ids::MemberId;
use uuid::Uuid;

use super::super::record::MemberRecord;
use super::audience::Sight;
use super::tally::Traits;
use super::texts::{Shared, Texts};

/// No trip, no affiliation.
const NONE: u32 = u32::MAX;

/// The columns; a document number is the place in each.
#[derive(Debug, Default)]
pub(super) struct Columns {
    pub(super) ids: Vec<Uuid>,
    /// Document numbers in the order of the ids.
    pub(super) by_id: Vec<u32>,
    pub(super) names: Texts,
    pub(super) natives: Texts,
    pub(super) countries: Vec<Option<CountryCode>>,
    pub(super) affiliations: Vec<u32>,
    pub(super) affiliation_texts: Shared,
    pub(super) lives_in: Vec<Option<CountryCode>>,
    pub(super) fields: Vec<u32>,
    pub(super) open_to: Vec<u8>,
    pub(super) languages: Vec<u32>,
    pub(super) language_texts: Shared,
    /// The latest trip; earlier ones of the few who have them stand apart.
    pub(super) latest_trip: Vec<u32>,
    pub(super) earlier_trips: std::collections::HashMap<u32, Box<[u32]>>,
}

impl Columns {
    /// Makes room for `size` members.
    pub(super) fn grow(&mut self, size: usize) {
        self.ids.resize(size, Uuid::nil());
        self.names.grow(size);
        self.natives.grow(size);
        self.countries.resize(size, None);
        self.affiliations.resize(size, NONE);
        self.lives_in.resize(size, None);
        self.fields.resize(size, 0);
        self.open_to.resize(size, 0);
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
        self.names.set(doc, &member.name);
        self.natives.set(doc, member.native_name.as_deref().unwrap_or_default());
        self.countries[place] = Some(member.country);
        self.affiliations[place] = member
            .affiliation
            .as_deref()
            .map_or(NONE, |text| self.affiliation_texts.intern(text));
        self.lives_in[place] = member.lives_in;
        self.fields[place] = member.fields.iter().fold(0, |mask, field| mask | 1 << *field as u32);
        self.open_to[place] = member.open_to.iter().fold(0, |mask, code| mask | 1 << *code as u8);
        self.languages[place] = self.language_texts.intern(&member.languages.join(" "));
        self.latest_trip[place] = member.trips.first().copied().unwrap_or(NONE);
        match member.trips.get(1..).filter(|earlier| !earlier.is_empty()) {
            Some(earlier) => drop(self.earlier_trips.insert(doc, earlier.into())),
            None => drop(self.earlier_trips.remove(&doc)),
        }
    }

    /// The number of a member's affiliation.
    pub(super) fn affiliation(&self, doc: u32) -> Option<u32> {
        Some(self.affiliations[doc as usize]).filter(|number| *number != NONE)
    }

    /// Where a member lives.
    pub(super) fn residence(&self, doc: u32) -> Option<CountryCode> {
        self.lives_in[doc as usize]
    }

    /// Home country/region.
    pub(super) fn country(&self, doc: u32) -> Option<CountryCode> {
        self.countries[doc as usize]
    }

    /// The fields as one bit each.
    pub(super) fn field_mask(&self, doc: u32) -> u32 {
        self.fields[doc as usize]
    }

    /// What the member is open to as one bit each.
    pub(super) fn open_to_mask(&self, doc: u32) -> u8 {
        self.open_to[doc as usize]
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

    /// What the viewer may know of a member, as far as facets go.
    pub(super) fn traits(&self, doc: u32, sight: &Sight, cohorts: &[(u8, u8)]) -> Traits {
        let place = doc as usize;
        let mut traits = Traits {
            countries: self.countries[place].into_iter().collect(),
            ..Traits::default()
        };
        for (year, programme) in self.trips(doc).map(|trip| cohorts[trip as usize]) {
            traits.years |= 1 << year;
            traits.programmes |= 1 << programme;
        }
        if sight.sees(doc, PersonalField::Fields) {
            traits.fields = self.fields[place];
        }
        if sight.sees(doc, PersonalField::LivesIn) {
            traits.residences = self.lives_in[place].into_iter().collect();
        }
        if sight.sees(doc, PersonalField::OpenTo) {
            traits.open_to = self.open_to[place];
        }
        traits
    }
}
