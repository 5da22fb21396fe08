//! The directory's read model: everything that is searched, counted and listed, in memory, built from the database.
//! It can be thrown away at any time. What a viewer may see is a set that is intersected before anything is counted.

mod audience;
mod bits;
mod build;
mod by_country;
mod columns;
mod facets;
mod facts;
mod few;
mod frequent;
mod homes;
mod json;
mod lexicon;
mod lists;
mod order;
mod people;
mod postings;
mod residences;
mod rows;
mod search;
mod sets;
mod sights;
mod sources;
mod tally;
mod terms;
mod texts;
mod update;

use std::sync::Arc;

use shared::codes::MemberSort;
use shared::directory::{DirectorySize, MemberDetail, MemberFilter, MemberSummary};
use shared::ids::MemberId;

pub(super) use self::audience::Sight;
use self::audience::{Audiences, Standing};
use self::bits::Bits;
pub(super) use self::build::{Builder, Placing};
use self::columns::Columns;
use self::frequent::Frequent;
use self::homes::Homes;
pub(super) use self::json::members_to_json;
use self::order::Order;
use self::postings::Postings;
use self::rows::{Page, Row};
use self::sets::Sets;
pub(super) use self::sights::SightCache;
pub(super) use self::tally::finish_facets;
pub(super) use self::terms::{field_terms, native_terms};
use super::record::Exchanges;

/// The read model.
#[derive(Debug)]
pub struct Index {
    exchanges: Arc<Exchanges>,
    columns: Columns,
    homes: Homes,
    audiences: Audiences,
    postings: Postings,
    sets: Sets,
    frequent: Frequent,
    by_name: Order,
    by_newest: Order,
    /// Affiliations below this number have their words in the postings.
    indexed_affiliations: u32,
    version: u64,
}

impl Index {
    /// How many members there are.
    pub fn len(&self) -> usize {
        self.columns.len()
    }

    /// Whether there is nobody.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The exchanges that members' trips point at.
    pub(super) fn exchanges(&self) -> Arc<Exchanges> {
        Arc::clone(&self.exchanges)
    }

    /// Grows with every change, so that what was computed before can be told from what is.
    pub(super) fn version(&self) -> u64 {
        self.version
    }

    /// What a viewer may see; somebody signed in whom the index does not know sees what everybody sees.
    pub(super) fn sight(&self, viewer: Option<MemberId>) -> Sight {
        let standing = viewer
            .and_then(|id| self.columns.find(id))
            .map(|doc| self.standing(doc));
        self.audiences.sight(standing.as_ref())
    }

    fn standing(&self, doc: u32) -> Standing {
        let mut compatriots = Bits::new(self.len());
        if let Some(country) = self.columns.country(doc) {
            self.homes.add(country, &mut compatriots);
        }
        let mut fellows = Bits::new(self.len());
        for trip in self.columns.trips(doc) {
            self.sets.add_trip(trip, &mut fellows);
        }
        Standing {
            doc,
            compatriots,
            fellows,
        }
    }

    /// One page of the members a viewer may see, with the counts of every facet.
    pub(super) fn list(&self, sight: &Sight, filter: &MemberFilter) -> Page<'_> {
        let words = self.words(&filter.q);
        let words: Vec<_> = words.iter().map(|word| self.sources(sight, word)).collect();
        let (offset, limit) = (
            (filter.page as usize - 1) * filter.per_page as usize,
            filter.per_page as usize,
        );
        let (docs, total, facets) = if let Some(few) = self.find_few(sight, &words) {
            let (chosen, facets) = self.narrow_few(sight, &few, filter);
            (
                self.page_of_few(&chosen, filter.sort, offset, limit),
                chosen.len() as u32,
                facets,
            )
        } else {
            let ranked = self.find(sight, &words, filter.sort);
            let (chosen, facets) = self.narrow(sight, ranked.all(), filter);
            (
                self.page(&ranked, &chosen, filter.sort, offset, limit),
                chosen.count(),
                facets,
            )
        };
        Page {
            items: self.rows(&docs, sight),
            total,
            page: filter.page,
            per_page: filter.per_page,
            facets,
        }
    }

    /// The best few members for the words typed so far.
    pub(super) fn suggest(&self, sight: &Sight, query: &str, limit: usize) -> Vec<MemberSummary> {
        let words = self.words(query);
        if words.is_empty() {
            return Vec::new();
        }
        let words: Vec<_> = words.iter().map(|word| self.sources(sight, word)).collect();
        let docs = if let Some(few) = self.find_few(sight, &words) {
            self.page_of_few(&few, MemberSort::Relevance, 0, limit)
        } else {
            let ranked = self.find(sight, &words, MemberSort::Relevance);
            self.page(&ranked, ranked.all(), MemberSort::Relevance, 0, limit)
        };
        self.rows(&docs, sight).into_iter().map(Into::into).collect()
    }

    /// A member's profile as far as a viewer may see it; nothing for who is hidden and for who does not exist alike.
    pub(super) fn detail(&self, sight: &Sight, viewer: Option<MemberId>, id: MemberId) -> Option<MemberDetail> {
        let doc = self.columns.find(id).filter(|doc| sight.listing().contains(*doc))?;
        self.columns.detail(doc, sight, &self.exchanges, viewer == Some(id))
    }

    /// The totals that everybody may know.
    pub(super) fn size(&self) -> DirectorySize {
        let (public, members) = self.audiences.sizes();
        DirectorySize { members, public }
    }

    fn rows(&self, docs: &[u32], sight: &Sight) -> Vec<Row<'_>> {
        docs.iter()
            .filter_map(|doc| self.columns.row(*doc, sight, &self.exchanges))
            .collect()
    }
}
