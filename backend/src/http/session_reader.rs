//! Reads sessions: whoever asks while others are being read waits, and all who wait are read by one statement. Thousands
//! who come at once cost the database little more than one.

use std::collections::HashMap;

use sea_orm::{ColumnTrait, DatabaseConnection, DbErr, EntityTrait, QueryFilter, QuerySelect};
use shared::api::ProblemCode;
use shared::ids::MemberId;
use tokio::sync::{mpsc, oneshot};
use uuid::Uuid;

use crate::entity::{member, session};
use crate::error::{AppError, Result};

/// Sessions of one statement. Statements are prepared for powers of four of them, so that few are kept.
const AT_ONCE: usize = 1_024;
/// Requests that may wait; whoever comes then waits for a place.
const QUEUE: usize = 16_384;

/// A session as the database has it.
#[derive(Clone, Debug)]
pub(super) struct Held {
    pub(super) member_id: MemberId,
    /// The code of the member's role.
    pub(super) role: String,
    /// When it was last noted as used, in unix milliseconds.
    pub(super) seen_at: i64,
    /// When it ends at the latest, in unix milliseconds.
    pub(super) expires_at: i64,
}

#[derive(Debug)]
struct Asked {
    /// As stored.
    token_hash: String,
    reply: oneshot::Sender<Result<Option<Held>>>,
}

/// The reader of this process.
#[derive(Debug)]
pub struct SessionReader(mpsc::Sender<Asked>);

impl SessionReader {
    /// Begins to read; it ends with this value.
    pub(crate) fn start(db: DatabaseConnection) -> Self {
        let (queue, asked) = mpsc::channel(QUEUE);
        tokio::spawn(serve(db, asked));
        Self(queue)
    }

    /// The session of a token's hash as it is stored, if there is one.
    pub(super) async fn read(&self, token_hash: String) -> Result<Option<Held>> {
        let (reply, answer) = oneshot::channel();
        let closed = || AppError::from(anyhow::anyhow!("no sessions are read any more"));
        self.0.send(Asked { token_hash, reply }).await.map_err(|_| closed())?;
        answer.await.map_err(|_| closed())?
    }
}

async fn serve(db: DatabaseConnection, mut queue: mpsc::Receiver<Asked>) {
    let mut asked = Vec::with_capacity(AT_ONCE);
    while queue.recv_many(&mut asked, AT_ONCE).await > 0 {
        let found = held(&db, &asked).await;
        let mut failure = None;
        let found = found.unwrap_or_else(|error| {
            failure = Some(error);
            HashMap::new()
        });
        let has_failed = failure.is_some();
        for Asked { token_hash, reply } in asked.drain(..) {
            let answer = match failure.take() {
                // The first is told the cause, which is logged once, the others to try again.
                Some(error) => Err(error.into()),
                None if has_failed => Err(AppError::of(ProblemCode::Unavailable)),
                None => Ok(found.get(&token_hash).cloned()),
            };
            // Whoever has left meanwhile is not told.
            let _ = reply.send(answer);
        }
    }
}

async fn held(db: &DatabaseConnection, asked: &[Asked]) -> Result<HashMap<String, Held>, DbErr> {
    let size = std::iter::successors(Some(1), |size| Some(size * 4)).find(|size| *size >= asked.len());
    let last = asked.last().into_iter().cycle();
    let padded = asked.iter().chain(last).take(size.unwrap_or_default());
    let rows: Vec<(String, Uuid, String, i64, i64)> = session::Entity::find()
        .select_only()
        .columns([session::Column::TokenHash, session::Column::MemberId])
        .column(member::Column::Role)
        .columns([session::Column::SeenAt, session::Column::ExpiresAt])
        .inner_join(member::Entity)
        .filter(session::Column::TokenHash.is_in(padded.map(|one| one.token_hash.as_str())))
        .into_tuple()
        .all(db)
        .await?;
    let held = rows.into_iter().map(|(token_hash, member, role, seen_at, expires_at)| {
        let held = Held {
            member_id: MemberId(member),
            role,
            seen_at,
            expires_at,
        };
        (token_hash, held)
    });
    Ok(held.collect())
}
