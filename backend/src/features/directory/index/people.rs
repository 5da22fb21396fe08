//! Single members, for other features: looked up by id, no search.

use shared::directory::MemberSummary;
use shared::events::Invitee;
use shared::fields::FiscalYear;
use shared::ids::MemberId;

use super::Index;
use super::audience::Sight;

impl Index {
    /// Home country/region and years in Japan.
    pub(in super::super) fn invitee(&self, id: MemberId) -> Option<Invitee> {
        let doc = self.columns.find(id)?;
        Some(Invitee {
            country: self.columns.country(doc)?,
            years: self.years(doc).collect(),
        })
    }

    fn years(&self, doc: u32) -> impl Iterator<Item = FiscalYear> {
        self.columns
            .trips(doc)
            .map(|trip| self.exchanges.trip(trip).fiscal_year)
    }

    /// Those of some members who are listed for a viewer, in the order of the ids.
    pub(in super::super) fn summaries(&self, sight: &Sight, ids: &[MemberId]) -> Vec<MemberSummary> {
        let docs: Vec<u32> = ids
            .iter()
            .filter_map(|id| self.columns.find(*id))
            .filter(|doc| sight.listing().contains(*doc))
            .collect();
        self.rows(&docs, sight).into_iter().map(Into::into).collect()
    }

    /// Those of some members who were on an exchange of somebody's; nobody is a fellow of themselves.
    pub(in super::super) fn fellows(&self, of: MemberId, ids: &[MemberId]) -> Vec<MemberId> {
        let Some(own) = self.columns.find(of) else {
            return Vec::new();
        };
        let trips: Vec<u32> = self.columns.trips(own).collect();
        let is_fellow = |id: &&MemberId| {
            **id != of
                && self
                    .columns
                    .find(**id)
                    .is_some_and(|doc| self.columns.trips(doc).any(|trip| trips.contains(&trip)))
        };
        ids.iter().filter(is_fellow).copied().collect()
    }
}
