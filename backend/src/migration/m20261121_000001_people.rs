//! The first tables: lists, organisations, exchanges, members, sessions and the change feed.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, big_pk_auto, integer, string, string_null, text, text_null, uuid};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [
            lists_country(),
            list("programme"),
            list("field_of_science"),
            organisation(),
            exchange(),
        ] {
            manager.create_table(table).await?;
        }
        for table in [member(), participation(), session(), change()] {
            manager.create_table(table).await?;
        }
        for (table, column) in [
            ("participation", "exchange_id"),
            ("session", "member_id"),
            ("exchange", "fiscal_year"),
        ] {
            let name = format!("{table}_{column}");
            let index = Index::create().name(name).table(table).col(column).to_owned();
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [
            "change",
            "session",
            "participation",
            "member",
            "exchange",
            "organisation",
            "field_of_science",
            "programme",
            "country",
        ] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

fn lists_country() -> TableCreateStatement {
    let mut table = Table::create();
    table.table("country").col(string("code").primary_key());
    for column in ["alpha3", "numeric", "region", "subregion", "name_en", "name_ja"] {
        table.col(string(column));
    }
    table
}

fn list(name: &'static str) -> TableCreateStatement {
    Table::create()
        .table(name)
        .col(string("code").primary_key())
        .col(integer("position"))
        .to_owned()
}

fn reference(
    table: &'static str,
    column: &'static str,
    other: &'static str,
    key: &'static str,
) -> ForeignKeyCreateStatement {
    let name = format!("{table}_{column}_fk");
    let mut reference = ForeignKey::create();
    reference
        .name(name)
        .from(table, column)
        .to(other, key)
        .on_delete(ForeignKeyAction::Cascade);
    reference
}

fn organisation() -> TableCreateStatement {
    Table::create()
        .table("organisation")
        .col(uuid("id").primary_key())
        .col(text("name"))
        .col(text_null("native_name"))
        .col(string("country_code"))
        .foreign_key(&mut reference("organisation", "country_code", "country", "code"))
        .to_owned()
}

fn exchange() -> TableCreateStatement {
    Table::create()
        .table("exchange")
        .col(uuid("id").primary_key())
        .col(integer("fiscal_year"))
        .col(string("programme_code"))
        .col(string("country_code"))
        .col(string("field_code"))
        .col(uuid("host_id"))
        .col(uuid("sending_id"))
        .col(text("theme"))
        .col(string("starts_on"))
        .col(string("ends_on"))
        .foreign_key(&mut reference("exchange", "programme_code", "programme", "code"))
        .foreign_key(&mut reference("exchange", "country_code", "country", "code"))
        .foreign_key(&mut reference("exchange", "field_code", "field_of_science", "code"))
        .foreign_key(&mut reference("exchange", "host_id", "organisation", "id"))
        .foreign_key(&mut reference("exchange", "sending_id", "organisation", "id"))
        .to_owned()
}

fn member() -> TableCreateStatement {
    Table::create()
        .table("member")
        .col(uuid("id").primary_key())
        .col(text("name"))
        .col(text_null("native_name"))
        .col(string("country_code"))
        .col(text_null("affiliation"))
        .col(string_null("lives_in"))
        .col(text("fields"))
        .col(text("languages"))
        .col(text("open_to"))
        .col(string("audiences"))
        .col(string("role"))
        .col(string_null("adult_on"))
        .col(big_integer("created_at"))
        .col(big_integer("updated_at"))
        .foreign_key(&mut reference("member", "country_code", "country", "code"))
        .to_owned()
}

fn participation() -> TableCreateStatement {
    Table::create()
        .table("participation")
        .col(uuid("member_id"))
        .col(uuid("exchange_id"))
        .primary_key(Index::create().col("member_id").col("exchange_id"))
        .foreign_key(&mut reference("participation", "member_id", "member", "id"))
        .foreign_key(&mut reference("participation", "exchange_id", "exchange", "id"))
        .to_owned()
}

fn session() -> TableCreateStatement {
    Table::create()
        .table("session")
        .col(string("token_hash").primary_key())
        .col(uuid("member_id"))
        .col(big_integer("created_at"))
        .col(big_integer("seen_at"))
        .col(big_integer("expires_at"))
        .foreign_key(&mut reference("session", "member_id", "member", "id"))
        .to_owned()
}

fn change() -> TableCreateStatement {
    Table::create()
        .table("change")
        .col(big_pk_auto("id"))
        .col(string("kind"))
        .col(uuid("subject_id"))
        .col(big_integer("changed_at"))
        .to_owned()
}
