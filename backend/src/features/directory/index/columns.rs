//! What the read model knows of each member, one column for each part.

use shared::codes::{Field, OpenTo};
use shared::directory::{Cohort, ExchangeSummary, MemberDetail, MemberSummary, OrganisationSummary, PersonalField};
use shared::fields::CountryCode;
use shared::ids::MemberId;
use uuid::Uuid;

use super::super::record::{Exchanges, MemberRecord};
use super::audience::Sight;
use super::texts::{Shared, Texts};

/// No trip, no affiliation.
const NONE: u32 = u32::MAX;

/// The columns; a document number is the place in each.
#[derive(Debug, Default)]
pub(super) struct Columns {
    ids: Vec<Uuid>,
    /// Document numbers in the order of the ids.
    by_id: Vec<u32>,
    pub(super) names: Texts,
    pub(super) natives: Texts,
    pub(super) countries: Vec<Option<CountryCode>>,
    affiliations: Vec<u32>,
    pub(super) affiliation_texts: Shared,
    lives_in: Vec<Option<CountryCode>>,
    fields: Vec<u32>,
    open_to: Vec<u8>,
    languages: Vec<u32>,
    language_texts: Shared,
    /// The latest trip; earlier ones of the few who have them stand apart.
    latest_trip: Vec<u32>,
    earlier_trips: std::collections::HashMap<u32, Box<[u32]>>,
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

    /// A row as far as the viewer may see it.
    pub(super) fn summary(&self, doc: u32, sight: &Sight, exchanges: &Exchanges) -> Option<MemberSummary> {
        let place = doc as usize;
        let sees = |field| sight.sees(doc, field);
        let native = Some(self.natives.get(doc)).filter(|text| !text.is_empty() && sees(PersonalField::NativeName));
        let fields = if sees(PersonalField::Fields) {
            self.fields[place]
        } else {
            0
        };
        let open_to = if sees(PersonalField::OpenTo) {
            self.open_to[place]
        } else {
            0
        };
        let affiliation = self.affiliation(doc).filter(|_| sees(PersonalField::Affiliation));
        let mut cohorts: Vec<Cohort> = Vec::new();
        for trip in self.trips(doc).map(|trip| exchanges.trip(trip)) {
            let cohort = Cohort {
                fiscal_year: trip.fiscal_year,
                programme: trip.programme,
            };
            if !cohorts.contains(&cohort) {
                cohorts.push(cohort);
            }
        }
        Some(MemberSummary {
            id: MemberId(self.ids[place]),
            name: self.names.get(doc).into(),
            native_name: native.map(Into::into),
            country: self.countries[place]?,
            cohorts,
            fields: Field::ALL
                .iter()
                .copied()
                .filter(|field| fields >> *field as u32 & 1 == 1)
                .collect(),
            affiliation: affiliation.map(|number| self.affiliation_texts.get(number).into()),
            lives_in: self.lives_in[place].filter(|_| sees(PersonalField::LivesIn)),
            open_to: OpenTo::ALL
                .iter()
                .copied()
                .filter(|code| open_to >> *code as u8 & 1 == 1)
                .collect(),
        })
    }

    /// A profile as far as the viewer may see it.
    pub(super) fn detail(&self, doc: u32, sight: &Sight, exchanges: &Exchanges, is_own: bool) -> Option<MemberDetail> {
        let summary = self.summary(doc, sight, exchanges)?;
        let languages = self.language_texts.get(self.languages[doc as usize]);
        let languages = Some(languages)
            .filter(|_| sight.sees(doc, PersonalField::Languages))
            .unwrap_or_default();
        let trips = self.trips(doc).filter(|_| sight.sees(doc, PersonalField::Trip));
        Some(MemberDetail {
            summary,
            languages: languages.split_whitespace().map(Into::into).collect(),
            exchanges: trips.map(|trip| exchange_summary(exchanges, trip)).collect(),
            is_own,
        })
    }
}

fn exchange_summary(exchanges: &Exchanges, trip: u32) -> ExchangeSummary {
    let organisation = |place: u32| {
        let organisation = &exchanges.organisations[place as usize];
        OrganisationSummary {
            name: organisation.name.clone(),
            native_name: organisation.native_name.clone(),
        }
    };
    let trip = exchanges.trip(trip);
    ExchangeSummary {
        id: trip.id,
        cohort: Cohort {
            fiscal_year: trip.fiscal_year,
            programme: trip.programme,
        },
        theme: trip.theme.clone(),
        host: organisation(trip.host),
        sending: organisation(trip.sending),
        starts_on: trip.starts_on,
        ends_on: trip.ends_on,
    }
}
