//! Numbers of invitees: published ones with their sources, and those of the illustration, which are of kind `demo`.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_pk_auto, integer, string, string_null, text, text_null};

/// One figure for each place, years and scope, among the published ones and among those of the illustration. An absent
/// place is a place like others, which a plain unique index does not know.
const UNIQUE: [(&str, &str); 2] = [("published", "kind <> 'demo'"), ("demo", "kind = 'demo'")];

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = Table::create()
            .table("invitee_figure")
            .col(big_pk_auto("id"))
            .col(string_null("country_code"))
            .col(text_null("group_name"))
            .col(integer("fiscal_year_from"))
            .col(integer("fiscal_year_to"))
            .col(string("scope"))
            .col(string("kind"))
            .col(integer("invitees"))
            .col(text("source"))
            .col(text_null("note"))
            .foreign_key(
                ForeignKey::create()
                    .name("invitee_figure_country_code_fk")
                    .from("invitee_figure", "country_code")
                    .to("country", "code")
                    .on_delete(ForeignKeyAction::Cascade),
            )
            .to_owned();
        manager.create_table(table).await?;
        for (name, which) in UNIQUE {
            let sql = format!(
                "CREATE UNIQUE INDEX invitee_figure_{name} ON invitee_figure (coalesce(country_code, ''), \
                 coalesce(group_name, ''), fiscal_year_from, fiscal_year_to, scope) WHERE {which}"
            );
            manager.get_connection().execute_unprepared(&sql).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .drop_table(Table::drop().table("invitee_figure").to_owned())
            .await
    }
}
