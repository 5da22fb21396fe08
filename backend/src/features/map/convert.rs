//! Rows of the database to figures, and back.

use anyhow::{Context, anyhow};
use sea_orm::ActiveValue::{NotSet, Set};
use shared::fields::FiscalYear;
use shared::map::Figure;

use crate::entity::invitee_figure::{ActiveModel, Model};

/// A row as a figure.
pub(super) fn figure(row: Model) -> anyhow::Result<Figure> {
    let unknown = |what: &str| anyhow!("invitee figure {} has an unknown {what}", row.id);
    let year = |year: i32| -> Option<FiscalYear> { u16::try_from(year).ok()?.try_into().ok() };
    let country = row.country_code.as_deref().map(str::parse).transpose();
    Ok(Figure {
        country: country.map_err(|_| unknown("country"))?,
        from: year(row.fiscal_year_from).ok_or_else(|| unknown("year"))?,
        to: year(row.fiscal_year_to).ok_or_else(|| unknown("year"))?,
        scope: row.scope.parse().map_err(|_| unknown("scope"))?,
        kind: row.kind.parse().map_err(|_| unknown("kind"))?,
        invitees: u32::try_from(row.invitees).with_context(|| unknown("number"))?,
        group: row.group_name,
        source: row.source,
        note: row.note,
    })
}

/// A figure as a new row.
pub(super) fn new_row(figure: &Figure) -> anyhow::Result<ActiveModel> {
    Ok(ActiveModel {
        id: NotSet,
        country_code: Set(figure.country.map(|country| country.code().to_owned())),
        group_name: Set(figure.group.clone()),
        fiscal_year_from: Set(figure.from.get().into()),
        fiscal_year_to: Set(figure.to.get().into()),
        scope: Set(figure.scope.code().to_owned()),
        kind: Set(figure.kind.code().to_owned()),
        invitees: Set(i32::try_from(figure.invitees)?),
        source: Set(figure.source.clone()),
        note: Set(figure.note.clone()),
    })
}
