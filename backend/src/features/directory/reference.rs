//! The directory's rules once more, plainly and slowly: no index, no sets, one member after the other. What the index
//! answers is compared with this, by a property test and before every measurement.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use shared::codes::{Audience, Field, MemberSort};
use shared::directory::{Facet, FacetCount, Facets, MemberFilter, MemberPage, MemberSummary, PersonalField, Relation};
use shared::ids::MemberId;

use super::index::{field_terms, finish_facets, native_terms};
use super::record::{Exchanges, MemberRecord};
use super::{fold, queries, typo};
use crate::db::Db;

/// Everybody, as plain values.
#[derive(Clone, Debug)]
pub struct Reference {
    /// The exchanges.
    pub exchanges: Exchanges,
    /// The members.
    pub members: Vec<MemberRecord>,
}

/// How well a member fits: 0 exact in a name to 5 with a typo elsewhere.
type Level = usize;

impl Reference {
    /// Reads everybody from the database.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn read(db: &Db, today: Date) -> anyhow::Result<Self> {
        let (exchanges, members) = queries::everybody(&db.read, today).await?;
        Ok(Self { exchanges, members })
    }

    fn viewer(&self, viewer: Option<MemberId>) -> Option<&MemberRecord> {
        self.members.iter().find(|member| Some(member.id) == viewer)
    }

    /// One page of the members a viewer may see.
    pub fn list(&self, viewer: Option<MemberId>, filter: &MemberFilter) -> MemberPage {
        let viewer = self.viewer(viewer);
        let words = fold::words(&filter.q);
        let found: Vec<(Level, &MemberRecord, Relation)> = self
            .members
            .iter()
            .map(|member| (member, member.relation(viewer)))
            .filter(|(member, relation)| member.listing_audience().admits(*relation))
            .filter_map(|(member, relation)| Some((self.level(member, relation, &words)?, member, relation)))
            .collect();
        let fits = |member: &MemberRecord, relation: Relation, left_out: Option<Facet>| {
            Facet::ALL
                .iter()
                .filter(|facet| Some(**facet) != left_out)
                .all(|facet| {
                    let chosen = filter.chosen(*facet);
                    chosen.is_empty()
                        || self
                            .values(member, relation, *facet)
                            .iter()
                            .any(|value| chosen.contains(value))
                })
        };
        let mut facets = Facets::default();
        for facet in Facet::ALL {
            let mut counts: BTreeMap<String, u32> = BTreeMap::new();
            for (_, member, relation) in found
                .iter()
                .filter(|(_, member, relation)| fits(member, *relation, Some(*facet)))
            {
                for value in self.values(member, *relation, *facet) {
                    *counts.entry(value).or_default() += 1;
                }
            }
            let counts = counts
                .into_iter()
                .map(|(value, count)| FacetCount {
                    value: value.into(),
                    count,
                })
                .collect();
            *facets.of_mut(*facet) = counts;
        }
        finish_facets(&mut facets, filter);
        let mut chosen: Vec<_> = found
            .into_iter()
            .filter(|(_, member, relation)| fits(member, *relation, None))
            .collect();
        self.sort(&mut chosen, filter.sort);
        let (page, per_page) = (filter.page as usize, filter.per_page as usize);
        let rows = chosen.iter().skip((page - 1) * per_page).take(per_page);
        MemberPage {
            total: chosen.len() as u32,
            items: rows
                .map(|(_, member, relation)| self.summary(member, *relation))
                .collect(),
            page: filter.page,
            per_page: filter.per_page,
            facets,
        }
    }

    fn sort(&self, found: &mut [(Level, &MemberRecord, Relation)], sort: MemberSort) {
        let name = |member: &MemberRecord| (fold::sort_key(&member.name), member.id);
        match sort {
            MemberSort::Relevance => found.sort_by_cached_key(|(level, member, _)| (*level, name(member))),
            MemberSort::Name => found.sort_by_cached_key(|(_, member, _)| name(member)),
            MemberSort::Newest => {
                found.sort_by_key(|(_, member, _)| (std::cmp::Reverse(member.trips.first().copied()), member.id));
            }
        }
    }

    /// The worst of the levels of all words; nothing when a word does not match.
    fn level(&self, member: &MemberRecord, relation: Relation, words: &[String]) -> Option<Level> {
        let sees = |field| member.audience_of(field).admits(relation);
        let latin: BTreeSet<String> = fold::terms(&member.name).into_iter().collect();
        let native = member
            .native_name
            .as_deref()
            .filter(|_| sees(PersonalField::NativeName));
        let mut names = latin.clone();
        names.extend(native.map(native_terms).unwrap_or_default());
        let mut others = BTreeSet::new();
        if let Some(affiliation) = member
            .affiliation
            .as_deref()
            .filter(|_| sees(PersonalField::Affiliation))
        {
            others.extend(fold::terms(affiliation));
        }
        if sees(PersonalField::Fields) {
            others.extend(member.fields.iter().flat_map(|field| field_terms(*field)));
        }
        if sees(PersonalField::Trip) {
            for trip in member.trips.iter().map(|trip| self.exchanges.trip(*trip)) {
                for organisation in [trip.host, trip.sending].map(|place| &self.exchanges.organisations[place as usize])
                {
                    others.extend(fold::terms(&organisation.name));
                    others.extend(organisation.native_name.iter().flat_map(|name| fold::terms(name)));
                }
            }
        }
        let level_of = |place: usize, word: &String| {
            let is_open = place + 1 == words.len() || fold::is_east_asian_word(word);
            let kinds: [&dyn Fn(&String) -> bool; 3] = [
                &|term| term == word,
                &|term| is_open && term.starts_with(word.as_str()),
                &|term| typo::forgives_typo(word) && typo::is_one_typo_apart(term, word),
            ];
            let spelled = || {
                let alternatives = fold::latin_alternatives(word);
                native.is_none()
                    && alternatives
                        .iter()
                        .any(|words| words.iter().all(|word| latin.contains(word)))
            };
            (0..3).find_map(|kind| {
                let fits = kinds[kind];
                if names.iter().any(fits) || (kind == 2 && spelled()) {
                    return Some(2 * kind);
                }
                others.iter().any(fits).then_some(2 * kind + 1)
            })
        };
        words
            .iter()
            .enumerate()
            .try_fold(0, |worst, (place, word)| Some(worst.max(level_of(place, word)?)))
    }

    /// The values of a facet that a viewer may know, each once.
    fn values(&self, member: &MemberRecord, relation: Relation, facet: Facet) -> BTreeSet<String> {
        let sees = |field| member.audience_of(field).admits(relation);
        let trips = || member.trips.iter().map(|trip| self.exchanges.trip(*trip));
        match facet {
            Facet::Country => BTreeSet::from([member.country.to_string()]),
            Facet::FiscalYear => trips().map(|trip| trip.fiscal_year.to_string()).collect(),
            Facet::Programme => trips().map(|trip| trip.programme.code().to_owned()).collect(),
            Facet::Field if sees(PersonalField::Fields) => member
                .fields
                .iter()
                .map(|field: &Field| field.code().to_owned())
                .collect(),
            Facet::LivesIn if sees(PersonalField::LivesIn) => member.lives_in.iter().map(ToString::to_string).collect(),
            Facet::OpenTo if sees(PersonalField::OpenTo) => {
                member.open_to.iter().map(|code| code.code().to_owned()).collect()
            }
            Facet::Field | Facet::LivesIn | Facet::OpenTo => BTreeSet::new(),
        }
    }

    fn summary(&self, member: &MemberRecord, relation: Relation) -> MemberSummary {
        let sees = |field| member.audience_of(field).admits(relation);
        let mut cohorts = Vec::new();
        for trip in member.trips.iter().map(|trip| self.exchanges.trip(*trip)) {
            let cohort = shared::directory::Cohort {
                fiscal_year: trip.fiscal_year,
                programme: trip.programme,
            };
            if !cohorts.contains(&cohort) {
                cohorts.push(cohort);
            }
        }
        MemberSummary {
            id: member.id,
            name: member.name.clone(),
            native_name: member.native_name.clone().filter(|_| sees(PersonalField::NativeName)),
            country: member.country,
            cohorts,
            fields: if sees(PersonalField::Fields) {
                member.fields.clone()
            } else {
                Vec::new()
            },
            affiliation: member.affiliation.clone().filter(|_| sees(PersonalField::Affiliation)),
            lives_in: member.lives_in.filter(|_| sees(PersonalField::LivesIn)),
            open_to: if sees(PersonalField::OpenTo) {
                member.open_to.clone()
            } else {
                Vec::new()
            },
        }
    }

    /// The same people, all of them shown to everybody: what a search would answer if nothing were guarded.
    #[must_use]
    pub fn unguarded(&self) -> Self {
        let mut open = self.clone();
        for member in &mut open.members {
            member.is_minor = false;
            member.audiences = shared::directory::Audiences::all(Audience::Public);
        }
        open
    }
}
