//! The members of a group: names, fields, where they are now, what they show to whom.

use jiff::ToSpan;
use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use sea_orm::ActiveValue::Set;
use shared::codes::{Audience, Field, OpenTo, Programme, Role};
use shared::directory::{Audiences, PersonalField};

use super::names::Gender;
use super::places::Places;
use super::tables::Weighted;
use super::trips::{Organisations, Trip, id_of_day};
use crate::entity::member;
use crate::features::directory::convert::audience_digits;

/// Countries/regions with a chapter (source: the club's own pages).
const CHAPTERS: [&str; 8] = ["IN", "ID", "TH", "NP", "VN", "MY", "LK", "MM"];
/// From this year on, pupils of the High School Program show themselves to their own exchange only.
const PUPILS_FROM: u16 = 2022;

/// What the people of all groups are drawn from.
#[derive(Debug)]
pub(super) struct People {
    listings: Weighted<Audience>,
    parts: Weighted<Audience>,
    abroad: Weighted<&'static str>,
    has_admin: bool,
    coordinators: Vec<&'static str>,
}

impl People {
    /// Nobody yet.
    pub(super) fn new() -> Self {
        use Audience::{Country, Exchange, Members, OnlyMe, Public};
        Self {
            listings: [(Public, 24), (Members, 58), (Country, 8), (Exchange, 7), (OnlyMe, 3)]
                .into_iter()
                .collect(),
            parts: [(Public, 50), (Members, 30), (Country, 9), (Exchange, 7), (OnlyMe, 4)]
                .into_iter()
                .collect(),
            abroad: [
                ("JP", 58),
                ("US", 14),
                ("GB", 6),
                ("DE", 6),
                ("AU", 5),
                ("SG", 4),
                ("KR", 3),
                ("CN", 2),
                ("CA", 2),
            ]
            .into_iter()
            .collect(),
            has_admin: false,
            coordinators: Vec::new(),
        }
    }

    /// One member of a group.
    pub(super) fn member(
        &mut self,
        places: &Places,
        organisations: &Organisations,
        trip: &Trip,
        rng: &mut ChaCha8Rng,
    ) -> member::ActiveModel {
        let country = trip.quota.country;
        let gender = if rng.random_bool(0.5) {
            Gender::Male
        } else {
            Gender::Female
        };
        let home = places.countries.iter().find(|known| known.code == country);
        let culture = home.and_then(|home| home.cultures.draw(rng)).copied().unwrap_or("en");
        let name = places.culture(culture).map(|culture| culture.name(gender, rng));
        let (latin, native) = name.map_or_else(|| (country.to_owned(), None), |name| (name.latin, name.native));
        let is_pupil = trip.quota.programme == Programme::HighSchool && rng.random_bool(0.9);
        // About one in eight lives abroad, more than half of those in Japan: 7 % of all.
        let residence = if rng.random_bool(0.12) && !is_pupil {
            self.abroad.draw(rng).copied()
        } else {
            rng.random_bool(0.97).then_some(country)
        };
        let affiliation = self.affiliation(organisations, trip, residence.unwrap_or(country), rng);
        let adult_on = is_pupil.then(|| {
            let age = rng.random_range(15_i64..=17);
            trip.starts_on
                .saturating_add(((18 - age) * 365 - rng.random_range(0..365)).days())
                .to_string()
        });
        let is_recent_pupil = is_pupil && trip.quota.fiscal_year >= PUPILS_FROM;
        let audiences = self.audiences(is_recent_pupil, rng);
        let role = self.role(trip, adult_on.is_none());
        let created_at = trip
            .ends_on
            .to_zoned(jiff::tz::TimeZone::UTC)
            .map_or(0, |day| day.timestamp().as_millisecond());
        member::ActiveModel {
            id: Set(id_of_day(trip.starts_on, rng)),
            name: Set(latin),
            // Some never typed their name in their own script.
            native_name: Set(native.filter(|_| rng.random_bool(0.94))),
            country_code: Set(country.to_owned()),
            affiliation: Set(affiliation),
            lives_in: Set(residence.map(str::to_owned)),
            fields: Set(fields(trip.field, rng)),
            languages: Set(languages(culture, residence, rng)),
            open_to: Set(open_to(rng)),
            audiences: Set(audience_digits(&audiences)),
            role: Set(role.code().to_owned()),
            adult_on: Set(adult_on),
            created_at: Set(created_at),
            updated_at: Set(created_at),
        }
    }

    fn affiliation(
        &self,
        organisations: &Organisations,
        trip: &Trip,
        lives_in: &str,
        rng: &mut ChaCha8Rng,
    ) -> Option<String> {
        if !rng.random_bool(0.85) {
            return None;
        }
        let stayed = lives_in == trip.quota.country && rng.random_bool(0.7);
        let place = if stayed {
            organisations.all.get(trip.sending)
        } else {
            organisations.somewhere(lives_in, rng)
        };
        place
            .or_else(|| organisations.all.get(trip.sending))
            .map(|place| place.name.clone())
    }

    fn audiences(&self, is_recent_pupil: bool, rng: &mut ChaCha8Rng) -> Audiences {
        let listing = self.listings.draw(rng).copied().unwrap_or(Audience::OnlyMe);
        let mut audiences = Audiences::all(listing);
        for field in PersonalField::ALL {
            if rng.random_bool(0.3) {
                audiences.set(*field, self.parts.draw(rng).copied().unwrap_or(Audience::OnlyMe));
            }
        }
        if is_recent_pupil {
            audiences.listing = audiences.listing.min(Audience::Exchange);
            for field in PersonalField::ALL {
                audiences.set(*field, audiences.of(*field).min(Audience::Exchange));
            }
        }
        audiences
    }

    /// One coordinator for each chapter and one person of the secretariat, the first adults who come along.
    fn role(&mut self, trip: &Trip, is_adult: bool) -> Role {
        let country = trip.quota.country;
        if !is_adult || trip.quota.programme != Programme::OpenA {
            return Role::Member;
        }
        if CHAPTERS.contains(&country) && !self.coordinators.contains(&country) {
            self.coordinators.push(country);
            return Role::Coordinator;
        }
        if !self.has_admin && !self.coordinators.is_empty() {
            self.has_admin = true;
            return Role::Admin;
        }
        Role::Member
    }
}

fn fields(of_trip: Field, rng: &mut ChaCha8Rng) -> String {
    let mut fields = vec![of_trip];
    if rng.random_bool(0.35) {
        fields.push(Field::ALL[rng.random_range(0..Field::ALL.len())]);
    }
    fields.sort_unstable();
    fields.dedup();
    fields.into_iter().map(Field::code).collect::<Vec<_>>().join(" ")
}

/// The language of the culture, English, and Japanese for those who live there and a few others.
fn languages(culture: &str, residence: Option<&str>, rng: &mut ChaCha8Rng) -> String {
    let own = culture.split('-').next().unwrap_or(culture);
    let mut languages = vec![own];
    if own != "en" && rng.random_bool(0.9) {
        languages.push("en");
    }
    if own != "ja" && rng.random_bool(if residence == Some("JP") { 0.95 } else { 0.15 }) {
        languages.push("ja");
    }
    languages.join(" ")
}

fn open_to(rng: &mut ChaCha8Rng) -> String {
    let codes = OpenTo::ALL
        .iter()
        .filter(|_| rng.random_bool(0.22))
        .map(|code| code.code());
    codes.collect::<Vec<_>>().join(" ")
}
