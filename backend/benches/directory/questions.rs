//! The questions: words as people type them, drawn from the people themselves, with filters that fit or do not.

use std::collections::HashSet;

use backend::features::directory::record::MemberRecord;
use backend::features::directory::reference::Reference;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use shared::codes::{Field, MemberSort, OpenTo};
use shared::directory::MemberFilter;

/// As many distinct questions as wanted.
pub(crate) fn questions(people: &Reference, wanted: usize) -> Vec<MemberFilter> {
    let mut rng = ChaCha8Rng::seed_from_u64(7);
    let mut known = HashSet::new();
    let mut questions = Vec::new();
    while questions.len() < wanted {
        let member = &people.members[rng.random_range(0..people.members.len())];
        let question = question(people, member, &mut rng);
        if known.insert(question.clone()) {
            questions.push(question);
        }
    }
    questions
}

fn question(people: &Reference, member: &MemberRecord, rng: &mut ChaCha8Rng) -> MemberFilter {
    let mut filter = MemberFilter {
        q: words(member, rng),
        ..MemberFilter::default()
    };
    let trip = member.trips.first().map(|trip| people.exchanges.trip(*trip));
    if rng.random_bool(0.3) {
        filter.country.push(member.country);
    }
    if let Some(trip) = trip {
        if rng.random_bool(0.3) {
            filter.fiscal_year.push(trip.fiscal_year);
        }
        if rng.random_bool(0.15) {
            filter.programme.push(trip.programme);
        }
    }
    if rng.random_bool(0.15) {
        filter.field.push(Field::ALL[rng.random_range(0..Field::ALL.len())]);
    }
    if rng.random_bool(0.1) {
        filter.lives_in.extend(member.lives_in);
    }
    if rng.random_bool(0.1) {
        filter.open_to.push(OpenTo::ALL[rng.random_range(0..OpenTo::ALL.len())]);
    }
    filter.sort = MemberSort::ALL[rng.random_range(0..MemberSort::ALL.len())];
    filter.page = if rng.random_bool(0.8) {
        1
    } else {
        rng.random_range(2..20)
    };
    filter
}

/// What somebody types who looks for this member: the whole name, a part of it, one with a typo, the native name,
/// a word of the affiliation, or nothing.
fn words(member: &MemberRecord, rng: &mut ChaCha8Rng) -> String {
    let name = &member.name;
    let parts: Vec<&str> = name.split_whitespace().collect();
    let part = parts[rng.random_range(0..parts.len())];
    match rng.random_range(0..10) {
        0 | 1 => name.clone(),
        2 | 3 => part.chars().take(rng.random_range(2..8)).collect(),
        4 => part.to_owned(),
        5 => {
            let gone = rng.random_range(0..part.chars().count());
            part.chars()
                .enumerate()
                .filter(|(place, _)| *place != gone)
                .map(|(_, character)| character)
                .collect()
        }
        6 | 7 => member
            .native_name
            .as_deref()
            .unwrap_or(part)
            .chars()
            .take(rng.random_range(1..4))
            .collect(),
        8 => member
            .affiliation
            .as_deref()
            .and_then(|text| text.split_whitespace().last())
            .unwrap_or(part)
            .to_owned(),
        _ => String::new(),
    }
}
