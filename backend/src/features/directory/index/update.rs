//! Changing the index after a commit: one member is taken out of every structure and put back as they are now.

use std::cmp::Ordering;

use super::Index;
use super::frequent::{Part, TermsByPart};
use super::lexicon::TermId;
use super::postings::NameKind;
use super::terms::{name_terms, organisation_terms};
use crate::features::directory::fold;
use crate::features::directory::record::MemberRecord;

impl Index {
    /// Replaces a member, or adds a new one behind all others. Home country/region and trips of a known member
    /// are the programme's records and do not change here.
    pub(in super::super) fn put(&mut self, member: &MemberRecord) {
        self.version += 1;
        let known = self.columns.find(member.id);
        let doc = known.unwrap_or(self.columns.len() as u32);
        match known {
            Some(doc) => self.take_out(doc),
            None => self.make_room(member),
        }
        self.columns.set(doc, member);
        if known.is_none() {
            self.columns.add_id(doc);
        }
        self.audiences.set(doc, member);
        self.put_in(doc);
        self.sort_in(doc, known.is_none());
    }

    fn make_room(&mut self, member: &MemberRecord) {
        let doc = self.columns.len() as u32;
        let size = doc as usize + 1;
        self.columns.grow(size);
        self.audiences.grow(size);
        self.sets.grow(size);
        self.frequent.grow(size);
        self.homes.push_later(member.country);
        member.trips.iter().for_each(|trip| self.sets.add_to_trip(*trip, doc));
    }

    fn native(&self, doc: u32) -> Option<&str> {
        Some(self.columns.natives.get(doc)).filter(|text| !text.is_empty())
    }

    fn take_out(&mut self, doc: u32) {
        for (term, kind) in name_terms(self.columns.names.get(doc), self.native(doc)) {
            self.postings.remove_name(&term, kind, doc);
        }
        self.sets.set_member(doc, &self.columns, false);
    }

    fn put_in(&mut self, doc: u32) {
        for (term, kind) in name_terms(self.columns.names.get(doc), self.native(doc)) {
            self.postings.add_name(&term, kind, doc);
        }
        self.sets.set_member(doc, &self.columns, true);
        if let Some(affiliation) = self.columns.affiliation(doc)
            && affiliation >= self.indexed_affiliations
        {
            for term in fold::terms(self.columns.affiliation_texts.get(affiliation)) {
                self.postings.add_affiliation(&term, affiliation);
            }
            self.indexed_affiliations = affiliation + 1;
        }
        self.frequent.set(doc, &self.terms_by_part(doc));
    }

    fn terms_by_part(&self, doc: u32) -> TermsByPart {
        let known = |term: &String| self.postings.lexicon.find(term);
        let names = name_terms(self.columns.names.get(doc), self.native(doc));
        let named = |wanted: NameKind| -> Vec<TermId> {
            let own = names.iter().filter(|(_, kind)| *kind == wanted);
            own.filter_map(|(term, _)| known(term)).collect()
        };
        let affiliation = self.columns.affiliation(doc).into_iter();
        let affiliation = affiliation.flat_map(|number| fold::terms(self.columns.affiliation_texts.get(number)));
        let organisations = self.columns.trips(doc).flat_map(|trip| {
            let trip = self.exchanges.trip(trip);
            [trip.host, trip.sending].map(|place| &self.exchanges.organisations[place as usize])
        });
        let organisations = organisations.flat_map(organisation_terms);
        [
            (Part::Latin, named(NameKind::Latin)),
            (Part::Native, named(NameKind::Native)),
            (Part::Affiliation, affiliation.filter_map(|term| known(&term)).collect()),
            (Part::Trip, organisations.filter_map(|term| known(&term)).collect()),
        ]
    }

    fn sort_in(&mut self, doc: u32, is_new: bool) {
        let columns = &self.columns;
        let key = |doc: u32| (fold::sort_key(columns.names.get(doc)), columns.id(doc));
        let own = key(doc);
        self.by_name
            .place(doc, |other| key(other).cmp(&own) == Ordering::Greater);
        if is_new {
            let key = |doc: u32| (std::cmp::Reverse(columns.trips(doc).next()), columns.id(doc));
            let own = key(doc);
            self.by_newest.place(doc, |other| key(other) > own);
        }
    }
}
