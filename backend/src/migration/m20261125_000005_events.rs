//! Events with their texts, hosts, pictures, reports and log; answers to them, and idempotency keys.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_integer_null, big_pk_auto, binary, boolean, integer, integer_null, string, string_null, text,
    text_null, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

/// All tables, those first that others refer to.
const TABLES: [fn() -> TableCreateStatement; 8] = [
    event,
    event_text,
    event_host,
    event_picture,
    event_report,
    event_log,
    rsvp,
    rsvp_key,
];

const INDEXES: [(&str, &str); 6] = [
    ("event", "starts_at"),
    ("event_host", "country_code"),
    ("event_log", "event_id"),
    ("rsvp", "member_id"),
    ("rsvp", "offered_until"),
    ("rsvp_key", "created_at"),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in TABLES {
            manager.create_table(table()).await?;
        }
        for (table, column) in INDEXES {
            let name = format!("{table}_{column}");
            let index = Index::create().name(name).table(table).col(column).to_owned();
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [
            "rsvp_key",
            "rsvp",
            "event_log",
            "event_report",
            "event_picture",
            "event_host",
            "event_text",
            "event",
        ] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

/// A row goes with the one that it refers to.
pub(super) fn belongs(table: &'static str, column: &'static str, other: &'static str) -> ForeignKeyCreateStatement {
    let name = format!("{table}_{column}_fk");
    let mut reference = ForeignKey::create();
    reference
        .name(name)
        .from(table, column)
        .to(other, "id")
        .on_delete(ForeignKeyAction::Cascade);
    reference
}

fn event() -> TableCreateStatement {
    Table::create()
        .table("event")
        .col(uuid("id").primary_key())
        .col(string("life"))
        .col(string("kind"))
        .col(text("input"))
        .col(string("zone"))
        .col(big_integer_null("starts_at"))
        .col(big_integer_null("ends_at"))
        .col(big_integer_null("deadline_at"))
        .col(big_integer_null("publish_at"))
        .col(text_null("cancel_reason"))
        .col(string_null("country_code"))
        .col(integer_null("room_seats"))
        .col(integer_null("online_seats"))
        .col(integer("companions_max"))
        .col(boolean("fill_seats"))
        .col(integer("hold_hours"))
        .col(string("reach"))
        .col(text("reach_countries"))
        .col(text("reach_years"))
        .col(uuid_null("cover_id"))
        .col(boolean("is_demo"))
        .col(uuid_null("created_by"))
        .col(big_integer("created_at"))
        .col(big_integer("updated_at"))
        .col(integer("version"))
        .col(integer("sequence"))
        .col(big_integer("rsvp_revision").default(0))
        .col(big_integer("rsvp_reload_revision").default(0))
        .to_owned()
}

fn event_text() -> TableCreateStatement {
    Table::create()
        .table("event_text")
        .col(uuid("event_id"))
        .col(integer("position"))
        .col(string("language"))
        .col(text("title"))
        .col(text("summary"))
        .col(text("description_html"))
        .primary_key(Index::create().col("event_id").col("position"))
        .foreign_key(&mut belongs("event_text", "event_id", "event"))
        .to_owned()
}

fn event_host() -> TableCreateStatement {
    Table::create()
        .table("event_host")
        .col(uuid("event_id"))
        .col(string("country_code"))
        .primary_key(Index::create().col("event_id").col("country_code"))
        .foreign_key(&mut belongs("event_host", "event_id", "event"))
        .to_owned()
}

fn event_picture() -> TableCreateStatement {
    Table::create()
        .table("event_picture")
        .col(uuid("id").primary_key())
        .col(uuid("event_id"))
        .col(string("place"))
        .col(integer("position"))
        .col(string("media_type"))
        .col(integer("width"))
        .col(integer("height"))
        .col(binary("bytes"))
        .col(uuid("created_by"))
        .col(big_integer("created_at"))
        .foreign_key(&mut belongs("event_picture", "event_id", "event"))
        .to_owned()
}

fn event_report() -> TableCreateStatement {
    Table::create()
        .table("event_report")
        .col(uuid("event_id").primary_key())
        .col(integer("came_count"))
        .col(text("countries"))
        .col(text("text"))
        .col(text("text_html"))
        .col(big_integer("published_at"))
        .foreign_key(&mut belongs("event_report", "event_id", "event"))
        .to_owned()
}

fn event_log() -> TableCreateStatement {
    Table::create()
        .table("event_log")
        .col(big_pk_auto("id"))
        .col(uuid("event_id"))
        .col(uuid("actor_id"))
        .col(uuid_null("subject_id"))
        .col(string("action"))
        .col(text("detail"))
        .col(big_integer("at"))
        .foreign_key(&mut belongs("event_log", "event_id", "event"))
        .to_owned()
}

fn rsvp() -> TableCreateStatement {
    Table::create()
        .table("rsvp")
        .col(uuid("event_id"))
        .col(uuid("member_id"))
        .col(string("answer"))
        .col(integer("companions"))
        .col(string("standing"))
        .col(big_integer_null("offered_until"))
        .col(big_integer("since"))
        .col(boolean("is_placed"))
        .col(big_integer("revision"))
        .col(string("shown_to"))
        .col(text("answers"))
        .col(string("language"))
        .col(string("zone"))
        .col(big_integer("answered_at"))
        .col(string_null("ticket_code"))
        .col(big_integer_null("checked_in_at"))
        .col(uuid_null("checked_in_by"))
        .primary_key(Index::create().col("event_id").col("member_id"))
        .foreign_key(&mut belongs("rsvp", "event_id", "event"))
        .foreign_key(&mut belongs("rsvp", "member_id", "member"))
        .to_owned()
}

fn rsvp_key() -> TableCreateStatement {
    Table::create()
        .table("rsvp_key")
        .col(uuid("member_id"))
        .col(string("key"))
        .col(uuid("event_id"))
        .col(string("request_hash"))
        .col(text("outcome"))
        .col(big_integer("created_at"))
        .primary_key(Index::create().col("member_id").col("key"))
        .foreign_key(&mut belongs("rsvp_key", "event_id", "event"))
        .to_owned()
}
