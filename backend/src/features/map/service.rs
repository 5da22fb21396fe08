//! What the map shows: figures that fit a filter with their sums, the illustration, and members in rounded numbers.

use std::collections::BTreeMap;

use bytes::Bytes;
use shared::fields::{CountryCode, FiscalYear};
use shared::ids::MemberId;
use shared::map::{
    Figure, FigureFilter, FigureList, Illustration, MapMemberFilter, Scope, Series, Years, known_by_place,
};

use super::export::{self, CsvFile};
use super::key::key;
use super::queries;
use crate::app::App;
use crate::error::Result;

/// What is asked for, with what was left open filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Asked {
    pub(super) scope: Scope,
    pub(super) years: Years,
}

impl Asked {
    /// Without words about them, the years are those from the programme's first to the last that has any figure.
    fn of(filter: FigureFilter, published: &[Figure]) -> Self {
        let last = published.iter().map(|figure| figure.to).max();
        Self {
            scope: filter.scope(),
            years: filter.years(last.unwrap_or(FiscalYear::FIRST)),
        }
    }
}

/// The published figures that fit a filter, and what they say together.
pub(super) async fn list_figures(app: &App, filter: FigureFilter) -> Result<FigureList> {
    let published = queries::published(&app.db.read).await?;
    let asked = Asked::of(filter, &published);
    Ok(answer(published, asked))
}

/// The same as a CSV file: one row for each country/region and one for all.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn figures_csv(app: &App, filter: FigureFilter) -> Result<CsvFile> {
    let published = queries::published(&app.db.read).await?;
    let names = queries::country_names(&app.db.read).await?;
    let asked = Asked::of(filter, &published);
    Ok(export::figures_csv(&answer(published, asked), asked, &names)?)
}

fn answer(published: Vec<Figure>, asked: Asked) -> FigureList {
    let fits = |figure: &Figure| figure.tells_of(asked.scope) && figure.years().touches(asked.years);
    let mut figures: Vec<Figure> = published.into_iter().filter(fits).collect();
    figures.sort_by(|left, right| key(left).cmp(&key(right)));
    let (places, all) = known_by_place(&figures, asked.scope, asked.years);
    FigureList {
        sum: places.iter().map(|place| place.invitees).sum(),
        figures,
        places,
        all,
    }
}

/// The fictional figures, by country/region, programme and year.
pub(super) async fn get_illustration(app: &App) -> Result<Illustration> {
    Ok(illustration(&queries::illustration(&app.db.read).await?))
}

/// Puts figures of one year each into rows of all years from the first to the last that has any.
fn illustration(figures: &[Figure]) -> Illustration {
    let years = || figures.iter().map(|figure| figure.from);
    let from = years().min().unwrap_or(FiscalYear::FIRST);
    let last = years().max().unwrap_or(from);
    let place = |year: FiscalYear| usize::from(year.get() - from.get());
    let mut series: BTreeMap<Scope, BTreeMap<CountryCode, Vec<u32>>> = BTreeMap::new();
    for figure in figures {
        let Some(country) = figure.country else { continue };
        let row = series.entry(figure.scope).or_default().entry(country);
        let row = row.or_insert_with(|| vec![0; place(last) + 1]);
        row[place(figure.from)] += figure.invitees;
    }
    let each = |(scope, rows): (Scope, BTreeMap<_, _>)| {
        let (countries, invitees) = rows.into_iter().unzip();
        Series {
            scope,
            countries,
            invitees,
        }
    };
    Illustration {
        from,
        series: series.into_iter().map(each).collect(),
    }
}

/// How many members a viewer may see in each country/region, as JSON of a [`shared::map::MapMembers`].
pub(super) fn list_map_members(app: &App, viewer: Option<MemberId>, filter: MapMemberFilter) -> Bytes {
    app.directory.members_by_country(viewer, filter.into())
}
