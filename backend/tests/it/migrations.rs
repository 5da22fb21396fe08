//! The schema goes up, down and up again; entities read what migrations made; strange schemas are refused.

use backend::db::Db;
use backend::entity::{
    calendar_feed, change, country, event, event_host, event_log, event_picture, event_report, event_text, exchange,
    field_of_science, invitee_figure, mail_address, mail_choice, member, organisation, outbox, participation,
    past_event, programme, rsvp, rsvp_key, session,
};
use backend::migration::Migrator;
use sea_orm::{ConnectionTrait, EntityTrait, PaginatorTrait};
use sea_orm_migration::MigratorTrait;
use shared::codes::{Field, Programme};
use shared::fields::COUNTRIES;

use crate::support::empty_database;

#[tokio::test]
async fn the_schema_goes_up_down_and_up_again() {
    let (options, _folder) = empty_database().await;
    let db = Db::open(&options).await.unwrap();
    Migrator::up(&db.write, None).await.unwrap();
    Migrator::down(&db.write, None).await.unwrap();
    Migrator::up(&db.write, None).await.unwrap();
    db.check_schema().await.unwrap();
}

/// Each of these entities reads its table, and nothing is in it.
macro_rules! all_empty {
    ($db:expr; $($entity:ident)+) => {$(
        assert!($entity::Entity::find().all($db).await.unwrap().is_empty());
    )+};
}

#[tokio::test]
async fn every_entity_reads_its_table() {
    let (options, _folder) = empty_database().await;
    let db = Db::open(&options).await.unwrap();
    Migrator::up(&db.write, None).await.unwrap();
    all_empty! { &db.read;
        member organisation exchange participation session change invitee_figure past_event event event_text event_host event_picture event_report event_log rsvp rsvp_key outbox mail_choice mail_address calendar_feed
    }
}

#[tokio::test]
async fn the_lists_are_complete() {
    let (options, _folder) = empty_database().await;
    let db = Db::open(&options).await.unwrap();
    Migrator::up(&db.write, None).await.unwrap();
    let mut codes: Vec<String> = country::Entity::find()
        .all(&db.read)
        .await
        .unwrap()
        .into_iter()
        .map(|row| row.code)
        .collect();
    codes.sort_unstable();
    assert_eq!(codes, COUNTRIES);
    for known in Programme::ALL {
        assert!(
            programme::Entity::find_by_id(known.code())
                .one(&db.read)
                .await
                .unwrap()
                .is_some()
        );
    }
    for known in Field::ALL {
        assert!(
            field_of_science::Entity::find_by_id(known.code())
                .one(&db.read)
                .await
                .unwrap()
                .is_some()
        );
    }
    assert_eq!(
        programme::Entity::find().count(&db.read).await.unwrap(),
        Programme::ALL.len() as u64
    );
    assert_eq!(
        field_of_science::Entity::find().count(&db.read).await.unwrap(),
        Field::ALL.len() as u64
    );
}

#[tokio::test]
async fn older_and_newer_schemas_are_refused_in_one_sentence() {
    let (options, _folder) = empty_database().await;
    let db = Db::open(&options).await.unwrap();
    Migrator::up(&db.write, Some(1)).await.unwrap();
    let older = db.check_schema().await.unwrap_err().to_string();
    assert!(
        older.contains("older schema") && older.contains("sakura-club migrate"),
        "{older}"
    );
    Migrator::up(&db.write, None).await.unwrap();
    let newer = "INSERT INTO seaql_migrations (version, applied_at) VALUES ('m30000101_000001_future', 0)";
    db.write.execute_unprepared(newer).await.unwrap();
    let newer = db.check_schema().await.unwrap_err().to_string();
    assert!(
        newer.contains("newer schema") && newer.contains("m30000101_000001_future"),
        "{newer}"
    );
}

#[tokio::test]
async fn reading_never_writes_on_sqlite() {
    let (options, _folder) = empty_database().await;
    let db = Db::open(&options).await.unwrap();
    Migrator::up(&db.write, None).await.unwrap();
    let written = db.read.execute_unprepared("DELETE FROM session").await;
    // On PostgreSQL both handles are the same pool, which may write.
    assert_eq!(written.is_err(), options.url.starts_with("sqlite"));
}
