//! Databases with members who are signed in, and events for them.

use std::path::PathBuf;

use backend::db::{Db, DbOptions};
use backend::demo::{Plan, fill};
use backend::entity::{event, event_text, member, session};
use backend::migration::Migrator;
use sea_orm::{ActiveValue::Set, EntityTrait, QueryOrder};
use sea_orm_migration::MigratorTrait;
use sha2::{Digest, Sha256};
use shared::events::EventInput;
use shared::ids::{EventId, MemberId};
use uuid::Uuid;

/// Rows of one statement.
const PIECE: usize = 2_000;
/// Far from now in both directions, so that the system's clock does not matter: 2020 and 2100.
const BEFORE: i64 = 1_577_836_800_000;
const AFTER: i64 = 4_102_444_800_000;

/// A database with members who are signed in.
#[derive(Debug)]
pub(crate) struct Stage {
    pub(crate) url: String,
    pub(crate) db: Db,
    /// Of each member's session.
    pub(crate) tokens: Vec<(MemberId, String)>,
}

impl Stage {
    /// In a new file.
    pub(crate) async fn on_sqlite(members: usize) -> anyhow::Result<Self> {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("bench-rsvp.db");
        for suffix in ["", "-wal", "-shm"] {
            let file = PathBuf::from(format!("{}{suffix}", path.display()));
            if file.exists() {
                std::fs::remove_file(file)?;
            }
        }
        let options = DbOptions {
            create: true,
            ..DbOptions::new(&format!("sqlite://{}", path.display()))
        };
        Self::fill(options, members).await
    }

    /// In an empty database.
    pub(crate) async fn on_postgres(url: &str, members: usize) -> anyhow::Result<Self> {
        Self::fill(DbOptions::new(url), members).await
    }

    async fn fill(options: DbOptions, members: usize) -> anyhow::Result<Self> {
        let db = Db::open(&options).await?;
        Migrator::up(&db.write, None).await?;
        let plan = Plan {
            members: u32::try_from(members)?,
            seed: 1,
        };
        fill(&db, &plan, false).await?;
        let people = member::Entity::find()
            .order_by_asc(member::Column::Id)
            .all(&db.read)
            .await?;
        let token = |number: usize| format!("{number:064x}");
        let tokens: Vec<(MemberId, String)> = people
            .iter()
            .take(members)
            .enumerate()
            .map(|(number, member)| (MemberId(member.id), token(number)))
            .collect();
        for piece in tokens.chunks(PIECE) {
            let rows = piece.iter().map(|(member, token)| session::ActiveModel {
                token_hash: Set(hash(token)),
                member_id: Set(member.0),
                created_at: Set(BEFORE),
                // Never idle, and so never noted as used.
                seen_at: Set(AFTER),
                expires_at: Set(AFTER),
            });
            session::Entity::insert_many(rows)
                .exec_without_returning(&db.write)
                .await?;
        }
        Ok(Self {
            url: options.url,
            db,
            tokens,
        })
    }

    /// A new published event with so many seats in the room.
    pub(crate) async fn event(&self, seats: u32) -> anyhow::Result<EventId> {
        let id = Uuid::now_v7();
        let row = event::ActiveModel {
            id: Set(id),
            life: Set("published".into()),
            kind: Set("reunion".into()),
            input: Set(serde_json::to_string(&EventInput::default())?),
            zone: Set("Asia/Tokyo".into()),
            starts_at: Set(Some(AFTER)),
            ends_at: Set(Some(AFTER + 3_600_000)),
            room_seats: Set(Some(i32::try_from(seats)?)),
            online_seats: Set(Some(0)),
            companions_max: Set(0),
            fill_seats: Set(false),
            hold_hours: Set(24),
            reach: Set("public".into()),
            reach_countries: Set(String::new()),
            reach_years: Set(String::new()),
            is_demo: Set(true),
            created_at: Set(BEFORE),
            updated_at: Set(BEFORE),
            version: Set(1),
            sequence: Set(0),
            rsvp_revision: Set(0),
            rsvp_reload_revision: Set(0),
            ..Default::default()
        };
        event::Entity::insert(row)
            .exec_without_returning(&self.db.write)
            .await?;
        let text = event_text::ActiveModel {
            event_id: Set(id),
            position: Set(0),
            language: Set("en".into()),
            title: Set("A reunion".into()),
            summary: Set("For everybody.".into()),
            description_html: Set(String::new()),
        };
        event_text::Entity::insert(text)
            .exec_without_returning(&self.db.write)
            .await?;
        Ok(EventId(id))
    }
}

fn hash(token: &str) -> String {
    let hash = Sha256::digest(token.as_bytes());
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}
