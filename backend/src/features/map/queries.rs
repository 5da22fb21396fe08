//! Reads and writes of figures. What is published is the same for everybody, so that there is no viewer to pass; a
//! read is either of published figures or of the illustration, and none is of both.

use std::collections::BTreeMap;

use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveModelTrait, ActiveValue::Unchanged, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use shared::fields::CountryCode;
use shared::map::{Figure, FigureKind};

use super::convert;
use crate::entity::{country, invitee_figure};

/// Rows of one statement; both engines allow at least 32,766 values in one.
const PIECE: usize = 2_000;

/// All published figures.
pub(super) async fn published(db: &impl ConnectionTrait) -> anyhow::Result<Vec<Figure>> {
    let rows = published_rows(db).await?;
    Ok(rows.into_iter().map(|(_, figure)| figure).collect())
}

/// All published figures with the numbers of their rows.
pub(super) async fn published_rows(db: &impl ConnectionTrait) -> anyhow::Result<Vec<(i64, Figure)>> {
    let is_published = invitee_figure::Column::Kind.ne(FigureKind::Demo.code());
    let rows = invitee_figure::Entity::find().filter(is_published).all(db).await?;
    rows.into_iter()
        .map(|row| Ok((row.id, convert::figure(row)?)))
        .collect()
}

/// All figures of the illustration.
pub(super) async fn illustration(db: &impl ConnectionTrait) -> anyhow::Result<Vec<Figure>> {
    let is_fictional = invitee_figure::Column::Kind.eq(FigureKind::Demo.code());
    let rows = invitee_figure::Entity::find().filter(is_fictional).all(db).await?;
    rows.into_iter().map(convert::figure).collect()
}

/// The names of all countries/regions, in English and Japanese.
pub(super) async fn country_names(db: &impl ConnectionTrait) -> anyhow::Result<BTreeMap<CountryCode, [String; 2]>> {
    let rows = country::Entity::find().all(db).await?;
    let named = |row: country::Model| Some((row.code.parse().ok()?, [row.name_en, row.name_ja]));
    Ok(rows.into_iter().filter_map(named).collect())
}

/// Adds figures, none of which is there.
pub(super) async fn insert(db: &impl ConnectionTrait, figures: &[&Figure]) -> anyhow::Result<()> {
    for piece in figures.chunks(PIECE) {
        invitee_figure::Entity::insert_many(new_rows(piece)?)
            .exec_without_returning(db)
            .await?;
    }
    Ok(())
}

/// Adds those figures that are missing and leaves the others as they are.
pub(super) async fn insert_missing(db: &impl ConnectionTrait, figures: &[&Figure]) -> anyhow::Result<()> {
    for piece in figures.chunks(PIECE) {
        invitee_figure::Entity::insert_many(new_rows(piece)?)
            .on_conflict(OnConflict::new().do_nothing().to_owned())
            .exec_without_returning(db)
            .await?;
    }
    Ok(())
}

fn new_rows(figures: &[&Figure]) -> anyhow::Result<Vec<invitee_figure::ActiveModel>> {
    figures.iter().map(|figure| convert::new_row(figure)).collect()
}

/// Writes a figure in the place of another one.
pub(super) async fn replace(db: &impl ConnectionTrait, id: i64, figure: &Figure) -> anyhow::Result<()> {
    let mut row = convert::new_row(figure)?;
    row.id = Unchanged(id);
    row.update(db).await?;
    Ok(())
}

/// Writes the illustration, in the place of the one that may be there.
pub(crate) async fn replace_illustration(db: &impl ConnectionTrait, figures: &[Figure]) -> anyhow::Result<()> {
    let is_fictional = invitee_figure::Column::Kind.eq(FigureKind::Demo.code());
    invitee_figure::Entity::delete_many()
        .filter(is_fictional)
        .exec(db)
        .await?;
    insert(db, &figures.iter().collect::<Vec<_>>()).await
}
