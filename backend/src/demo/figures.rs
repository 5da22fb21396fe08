//! The illustration: fictional figures that fill the programme's total, by the same quotas as the demo people.

use std::collections::BTreeMap;

use anyhow::anyhow;
use shared::codes::Programme;
use shared::fields::{CountryCode, FiscalYear};
use shared::map::{Figure, FigureKind, Scope};

use super::places::Country;
use super::quotas::{ALL_PEOPLE, Quota, quotas};

/// Who says so.
const SOURCE: &str = "Illustration: fictional";

/// The part of the programme that a programme belongs to. What Indian universities and ASEAN apply for is counted with
/// the open application: the quotas share out its people to them.
const fn scope(programme: Programme) -> Scope {
    match programme {
        Programme::HighSchool => Scope::HighSchool,
        Programme::Supporters => Scope::Supporters,
        Programme::OpenA
        | Programme::OpenB
        | Programme::OpenC
        | Programme::OpenD
        | Programme::Lotus
        | Programme::NexusYoungTalents
        | Programme::NexusLeadership => Scope::OpenApplication,
    }
}

/// One figure for each country/region, year and part of the programme that has anybody, always of the whole programme.
pub(super) fn figures(countries: &[Country]) -> anyhow::Result<Vec<Figure>> {
    let mut sums: BTreeMap<(&str, u16, Scope), u32> = BTreeMap::new();
    for Quota {
        country,
        fiscal_year,
        programme,
        people,
        ..
    } in quotas(countries, ALL_PEOPLE)
    {
        *sums.entry((country, fiscal_year, scope(programme))).or_default() += people;
    }
    let figure = |((country, year, scope), invitees): ((&str, u16, Scope), u32)| {
        let unknown = || anyhow!("the demo data has an unknown country or year: {country} {year}");
        let country: CountryCode = country.parse().map_err(|_| unknown())?;
        let year: FiscalYear = year.try_into().map_err(|_| unknown())?;
        Ok(Figure {
            country: Some(country),
            group: None,
            from: year,
            to: year,
            scope,
            invitees,
            kind: FigureKind::Demo,
            source: SOURCE.into(),
            note: None,
        })
    };
    sums.into_iter().map(figure).collect()
}
