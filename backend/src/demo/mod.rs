//! Demo data: people, generated and fictional, the same for the same seed, the illustration of the map, and events. Shares
//! follow the programme's published figures.

mod answers;
mod cultures;
mod events;
mod figures;
mod names;
mod people;
mod places;
mod quotas;
mod tables;
mod trips;
mod write;

pub use self::events::add_events;

use sea_orm::{EntityTrait, PaginatorTrait, QuerySelect};

use crate::db::Db;
use crate::entity::member;

/// What to generate.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// How many people.
    pub members: u32,
    /// The same seed makes the same people.
    pub seed: u64,
}

/// Whether nobody is there yet.
///
/// # Errors
/// When the database cannot be read.
pub async fn is_empty(db: &Db) -> anyhow::Result<bool> {
    Ok(member::Entity::find().limit(1).count(&db.read).await? == 0)
}

/// Writes the illustration of the map anew; people stay as they are.
///
/// # Errors
/// When the database cannot be written.
pub async fn illustrate(db: &Db) -> anyhow::Result<()> {
    write::illustrate(db).await
}

/// Fills an empty database in one transaction; what is interrupted leaves nothing behind.
///
/// # Errors
/// When the database cannot be written.
pub async fn fill(db: &Db, plan: &Plan, shows_progress: bool) -> anyhow::Result<()> {
    write::fill(db, plan, shows_progress).await
}
