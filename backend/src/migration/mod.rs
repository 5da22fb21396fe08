//! The schema's history. A migration is frozen once it has landed and names tables literally, never an entity.

#![expect(
    elided_lifetimes_in_paths,
    reason = "the trait of the migrations declares its methods so"
)]

mod m20261121_000001_people;
mod m20261121_000002_lists;
mod m20261122_000003_invitee_figures;
mod m20261122_000004_past_events;
mod m20261125_000005_events;
mod m20261125_000006_mails;

use sea_orm_migration::{MigrationTrait, MigratorTrait};

/// Runs the migrations in order.
#[derive(Debug)]
pub struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261121_000001_people::Migration),
            Box::new(m20261121_000002_lists::Migration),
            Box::new(m20261122_000003_invitee_figures::Migration),
            Box::new(m20261122_000004_past_events::Migration),
            Box::new(m20261125_000005_events::Migration),
            Box::new(m20261125_000006_mails::Migration),
        ]
    }
}
