//! Members and exchanges as plain values: what the read model is built from, and what the slow reference searches.

use jiff::civil::Date;
use shared::codes::{Audience, Field, OpenTo, Programme};
use shared::directory::{Audiences, PersonalField, Relation};
use shared::fields::{CountryCode, FiscalYear};
use shared::ids::{ExchangeId, MemberId};

/// A member as the database holds them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberRecord {
    /// The id.
    pub id: MemberId,
    /// The name in Latin letters.
    pub name: String,
    /// The name in the member's own script.
    pub native_name: Option<String>,
    /// Home country/region.
    pub country: CountryCode,
    /// Where they work or study.
    pub affiliation: Option<String>,
    /// Country/region of residence.
    pub lives_in: Option<CountryCode>,
    /// Fields of science, in the order of the list.
    pub fields: Vec<Field>,
    /// BCP 47 tags.
    pub languages: Vec<String>,
    /// What they are open to, in the order of the list.
    pub open_to: Vec<OpenTo>,
    /// Who may see what, as chosen.
    pub audiences: Audiences,
    /// Whether they are under age today.
    pub is_minor: bool,
    /// Their exchanges as places in [`Exchanges::trips`], latest first.
    pub trips: Vec<u32>,
}

impl MemberRecord {
    /// The audience of the listing that counts.
    pub fn listing_audience(&self) -> Audience {
        self.audiences.listing.effective(self.is_minor)
    }

    /// The audience of a part that counts; a part is never seen beyond the listing.
    pub fn audience_of(&self, field: PersonalField) -> Audience {
        self.audiences
            .of(field)
            .min(self.audiences.listing)
            .effective(self.is_minor)
    }

    /// How a viewer stands to this member.
    pub fn relation(&self, viewer: Option<&Self>) -> Relation {
        let Some(viewer) = viewer else {
            return Relation::default();
        };
        Relation {
            is_self: viewer.id == self.id,
            same_exchange: self.trips.iter().any(|trip| viewer.trips.contains(trip)),
            same_country: viewer.country == self.country,
            is_member: true,
        }
    }
}

/// An exchange.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trip {
    /// The id.
    pub id: ExchangeId,
    /// The fiscal year.
    pub fiscal_year: FiscalYear,
    /// The programme.
    pub programme: Programme,
    /// What it was about.
    pub theme: String,
    /// The host as a place in [`Exchanges::organisations`].
    pub host: u32,
    /// The sending organisation, likewise.
    pub sending: u32,
    /// The first day.
    pub starts_on: Date,
    /// The last day.
    pub ends_on: Date,
}

/// An organisation that sends or receives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// The name in Latin letters.
    pub name: String,
    /// The name in its own script.
    pub native_name: Option<String>,
}

/// All exchanges with their organisations.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exchanges {
    /// The exchanges in the order of their ids.
    pub trips: Vec<Trip>,
    /// The organisations.
    pub organisations: Vec<Organisation>,
}

impl Exchanges {
    /// The trip at a place.
    pub fn trip(&self, place: u32) -> &Trip {
        &self.trips[place as usize]
    }
}
