//! The record of past events, each with its source.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_pk_auto, string, string_null, text, text_null};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = Table::create()
            .table("past_event")
            .col(big_pk_auto("id"))
            .col(string("starts_on"))
            .col(string_null("ends_on"))
            .col(string("kind"))
            .col(string_null("country_code"))
            .col(text_null("city"))
            .col(text("title"))
            .col(text_null("venue"))
            .col(string("mode"))
            .col(text_null("note"))
            .col(text("source"))
            .foreign_key(
                ForeignKey::create()
                    .name("past_event_country_code_fk")
                    .from("past_event", "country_code")
                    .to("country", "code")
                    .on_delete(ForeignKeyAction::Cascade),
            )
            .to_owned();
        manager.create_table(table).await?;
        // What tells one event from another: adding those that are missing relies on it.
        let unique = Index::create()
            .name("past_event_starts_on_title")
            .table("past_event")
            .col("starts_on")
            .col("title")
            .unique()
            .to_owned();
        manager.create_index(unique).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("past_event").to_owned()).await
    }
}
