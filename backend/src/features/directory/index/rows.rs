//! Members as rows and profiles, as far as a viewer may see them.

use shared::codes::{Field, OpenTo};
use shared::directory::{
    Cohort, ExchangeSummary, Facets, MemberDetail, MemberSummary, OrganisationSummary, PersonalField,
};
use shared::fields::CountryCode;
use shared::ids::MemberId;

use super::audience::Sight;
use super::build::cohort;
use super::columns::Columns;
use crate::features::directory::record::Exchanges;

/// A page that borrows its texts from the index.
#[derive(Debug)]
pub(in super::super) struct Page<'a> {
    pub(super) items: Vec<Row<'a>>,
    pub(super) total: u32,
    pub(super) page: u32,
    pub(super) per_page: u32,
    pub(super) facets: Facets,
}

/// A row that borrows its texts from the index.
#[derive(Debug)]
pub(super) struct Row<'a> {
    pub(super) id: MemberId,
    pub(super) name: &'a str,
    pub(super) native_name: Option<&'a str>,
    pub(super) country: CountryCode,
    pub(super) cohorts: Cohorts<'a>,
    pub(super) fields: Marked<Field>,
    pub(super) affiliation: Option<&'a str>,
    pub(super) lives_in: Option<CountryCode>,
    pub(super) open_to: Marked<OpenTo>,
}

/// The cohorts of a member, each once, latest first.
#[derive(Debug)]
pub(super) struct Cohorts<'a> {
    columns: &'a Columns,
    exchanges: &'a Exchanges,
    doc: u32,
}

impl Cohorts<'_> {
    pub(super) fn iter(&self) -> impl Iterator<Item = Cohort> {
        let cohorts = || {
            self.columns
                .trips(self.doc)
                .map(|trip| cohort(self.exchanges.trip(trip)))
        };
        let is_new = move |(place, cohort): &(usize, Cohort)| cohorts().take(*place).all(|known| known != *cohort);
        cohorts().enumerate().filter(is_new).map(|(_, cohort)| cohort)
    }
}

/// Codes of a list, one bit each.
#[derive(Debug)]
pub(super) struct Marked<T: 'static> {
    all: &'static [T],
    mask: u32,
}

impl<T: Copy> Marked<T> {
    pub(super) const fn is_empty(&self) -> bool {
        self.mask == 0
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = T> {
        let places = (0_u32..).zip(self.all);
        places
            .filter(|(place, _)| self.mask >> place & 1 == 1)
            .map(|(_, code)| *code)
    }
}

impl From<Row<'_>> for MemberSummary {
    fn from(row: Row<'_>) -> Self {
        Self {
            id: row.id,
            name: row.name.into(),
            native_name: row.native_name.map(Into::into),
            country: row.country,
            cohorts: row.cohorts.iter().collect(),
            fields: row.fields.iter().collect(),
            affiliation: row.affiliation.map(Into::into),
            lives_in: row.lives_in,
            open_to: row.open_to.iter().collect(),
        }
    }
}

impl Columns {
    /// A row as far as the viewer may see it.
    pub(super) fn row<'a>(&'a self, doc: u32, sight: &Sight, exchanges: &'a Exchanges) -> Option<Row<'a>> {
        let native = Some(self.natives.get(doc)).filter(|text| !text.is_empty());
        let facts = self.facts_seen(doc, sight);
        Some(Row {
            id: MemberId(self.ids[doc as usize]),
            name: self.names.get(doc),
            native_name: native.filter(|_| sight.sees(doc, PersonalField::NativeName)),
            country: self.country(doc)?,
            cohorts: Cohorts {
                columns: self,
                exchanges,
                doc,
            },
            fields: Marked {
                all: Field::ALL,
                mask: facts.fields,
            },
            affiliation: self
                .affiliation(doc)
                .filter(|_| sight.sees(doc, PersonalField::Affiliation))
                .map(|number| self.affiliation_texts.get(number)),
            lives_in: CountryCode::from_index(facts.residence.into()),
            open_to: Marked {
                all: OpenTo::ALL,
                mask: facts.open_to.into(),
            },
        })
    }

    /// A profile as far as the viewer may see it.
    pub(super) fn detail(&self, doc: u32, sight: &Sight, exchanges: &Exchanges, is_own: bool) -> Option<MemberDetail> {
        let summary = self.row(doc, sight, exchanges)?.into();
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
        cohort: cohort(trip),
        theme: trip.theme.clone(),
        host: organisation(trip.host),
        sending: organisation(trip.sending),
        starts_on: trip.starts_on,
        ends_on: trip.ends_on,
    }
}
