//! Members as rows and profiles, as far as a viewer may see them.

use shared::codes::{Field, OpenTo};
use shared::directory::{ExchangeSummary, MemberDetail, MemberSummary, OrganisationSummary, PersonalField};
use shared::ids::MemberId;

use super::audience::Sight;
use super::build::{cohort, cohorts};
use super::columns::Columns;
use crate::features::directory::record::Exchanges;

impl Columns {
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
        let trips: Vec<u32> = self.trips(doc).collect();
        Some(MemberSummary {
            id: MemberId(self.ids[place]),
            name: self.names.get(doc).into(),
            native_name: native.map(Into::into),
            country: self.countries[place]?,
            cohorts: cohorts(exchanges, &trips),
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
        cohort: cohort(trip),
        theme: trip.theme.clone(),
        host: organisation(trip.host),
        sending: organisation(trip.sending),
        starts_on: trip.starts_on,
        ends_on: trip.ends_on,
    }
}
