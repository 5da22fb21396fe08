//! The outbox, who wants which mails and where they go, and the secret addresses of members' calendars.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_integer_null, boolean, integer, string, string_null, text, text_null, uuid, uuid_null,
};

use super::m20261125_000005_events::belongs;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [outbox(), mail_choice(), mail_address(), calendar_feed()] {
            manager.create_table(table).await?;
        }
        for column in ["created_at", "member_id"] {
            let name = format!("outbox_{column}");
            let index = Index::create().name(name).table("outbox").col(column).to_owned();
            manager.create_index(index).await?;
        }
        // What is still to be sent is few rows among many, asked for every second.
        let to_send = Index::create()
            .name("outbox_to_send")
            .table("outbox")
            .col("sent_at")
            .col("given_up_at")
            .col("due_at")
            .to_owned();
        manager.create_index(to_send).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["calendar_feed", "mail_address", "mail_choice", "outbox"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

fn outbox() -> TableCreateStatement {
    Table::create()
        .table("outbox")
        .col(uuid("id").primary_key())
        .col(string("kind"))
        .col(uuid("member_id"))
        .col(uuid_null("event_id"))
        .col(text("payload"))
        .col(string("language"))
        .col(string("zone"))
        .col(string_null("once").unique_key())
        .col(big_integer("created_at"))
        .col(big_integer("due_at"))
        .col(integer("attempts"))
        .col(big_integer_null("claimed_until"))
        .col(string_null("claimed_by"))
        .col(big_integer_null("sent_at"))
        .col(big_integer_null("given_up_at"))
        .col(text_null("last_error"))
        .foreign_key(&mut belongs("outbox", "member_id", "member"))
        .foreign_key(&mut belongs("outbox", "event_id", "event"))
        .to_owned()
}

fn mail_choice() -> TableCreateStatement {
    Table::create()
        .table("mail_choice")
        .col(uuid("member_id"))
        .col(string("kind"))
        .col(boolean("is_wanted"))
        .primary_key(Index::create().col("member_id").col("kind"))
        .foreign_key(&mut belongs("mail_choice", "member_id", "member"))
        .to_owned()
}

fn mail_address() -> TableCreateStatement {
    Table::create()
        .table("mail_address")
        .col(uuid("member_id").primary_key())
        .col(string("address"))
        .col(string("unsubscribe_token").unique_key())
        .foreign_key(&mut belongs("mail_address", "member_id", "member"))
        .to_owned()
}

fn calendar_feed() -> TableCreateStatement {
    Table::create()
        .table("calendar_feed")
        .col(uuid("member_id").primary_key())
        .col(string("token_hash").unique_key())
        .col(big_integer("created_at"))
        .foreign_key(&mut belongs("calendar_feed", "member_id", "member"))
        .to_owned()
}
