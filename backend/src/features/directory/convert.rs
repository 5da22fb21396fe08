//! Rows of the database to the plain values of the directory, and back.

use anyhow::{Context, anyhow};
use jiff::civil::Date;
use shared::codes::Audience;
use shared::directory::{Audiences, PersonalField, ProfileInput};
use shared::ids::{ExchangeId, MemberId};

use super::record::{MemberRecord, Trip};
use crate::entity::{exchange, member};

/// A list of codes with a space between them.
fn codes<T: std::str::FromStr>(text: &str) -> Vec<T> {
    text.split_whitespace().filter_map(|code| code.parse().ok()).collect()
}

/// Sorts and joins codes.
fn joined<T: Ord + Copy>(values: &[T], code: impl Fn(T) -> &'static str) -> String {
    let mut values = values.to_vec();
    values.sort_unstable();
    values.dedup();
    values.into_iter().map(code).collect::<Vec<_>>().join(" ")
}

/// The digits of a member's audiences: the listing, then every personal field in the order of its list.
pub(crate) fn audience_digits(audiences: &Audiences) -> String {
    let parts = PersonalField::ALL.iter().map(|field| audiences.of(*field));
    let digit = |audience: Audience| char::from(b'0' + audience as u8);
    std::iter::once(audiences.listing).chain(parts).map(digit).collect()
}

/// Digits back to audiences. What is missing or unknown is for oneself alone.
pub(crate) fn audiences(digits: &str) -> Audiences {
    let mut rungs = digits.chars().map(|digit| {
        let place = digit.to_digit(10).and_then(|place| Audience::ALL.get(place as usize));
        place.copied().unwrap_or(Audience::OnlyMe)
    });
    let mut audiences = Audiences::all(Audience::OnlyMe);
    audiences.listing = rungs.next().unwrap_or(Audience::OnlyMe);
    for (field, rung) in PersonalField::ALL.iter().zip(rungs) {
        audiences.set(*field, rung);
    }
    audiences
}

/// Whether somebody who comes of age on `adult_on` is a minor today. A day that cannot be read means yes.
pub(crate) fn is_minor(adult_on: Option<&str>, today: Date) -> bool {
    adult_on.is_some_and(|day| day.parse::<Date>().map_or(true, |day| today < day))
}

/// A member's row as a record.
pub(crate) fn member_record(row: member::Model, trips: Vec<u32>, today: Date) -> anyhow::Result<MemberRecord> {
    let unreadable = || anyhow!("member {} has an unknown country", row.id);
    let mut fields: Vec<_> = codes(&row.fields);
    fields.sort_unstable();
    let mut open_to: Vec<_> = codes(&row.open_to);
    open_to.sort_unstable();
    Ok(MemberRecord {
        id: MemberId(row.id),
        country: row.country_code.parse().map_err(|_| unreadable())?,
        lives_in: row.lives_in.as_deref().and_then(|code| code.parse().ok()),
        fields,
        open_to,
        languages: row.languages.split_whitespace().map(Into::into).collect(),
        audiences: audiences(&row.audiences),
        is_minor: is_minor(row.adult_on.as_deref(), today),
        name: row.name,
        native_name: row.native_name,
        affiliation: row.affiliation,
        trips,
    })
}

/// An exchange's row as a trip.
pub(crate) fn trip(row: exchange::Model, place_of: impl Fn(uuid::Uuid) -> Option<u32>) -> anyhow::Result<Trip> {
    let year = u16::try_from(row.fiscal_year)?;
    let organisation = |id| place_of(id).with_context(|| format!("exchange {} has an unknown organisation", row.id));
    Ok(Trip {
        id: ExchangeId(row.id),
        fiscal_year: year
            .try_into()
            .map_err(|_| anyhow!("exchange {} has an unknown year", row.id))?,
        programme: row
            .programme_code
            .parse()
            .map_err(|_| anyhow!("exchange {} has an unknown programme", row.id))?,
        host: organisation(row.host_id)?,
        sending: organisation(row.sending_id)?,
        starts_on: row.starts_on.parse()?,
        ends_on: row.ends_on.parse()?,
        theme: row.theme,
    })
}

/// What an input changes in a member's row.
pub(crate) fn changed_row(id: MemberId, input: &ProfileInput, now: i64) -> member::ActiveModel {
    use sea_orm::ActiveValue::Set;
    let text = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    member::ActiveModel {
        id: Set(id.0),
        name: Set(input.name.trim().to_owned()),
        native_name: Set(text(&input.native_name)),
        affiliation: Set(text(&input.affiliation)),
        lives_in: Set(input.lives_in.map(|country| country.code().to_owned())),
        fields: Set(joined(&input.fields, shared::codes::Field::code)),
        languages: Set(input.languages.join(" ")),
        open_to: Set(joined(&input.open_to, shared::codes::OpenTo::code)),
        audiences: Set(audience_digits(&input.audiences)),
        updated_at: Set(now),
        ..Default::default()
    }
}
