//! Idempotency keys: what was answered to a key is answered to it again.

use std::collections::HashMap;

use bytes::Bytes;
use sea_orm::sea_query::{BinOper, Expr, ExprTrait};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};
use shared::ids::{EventId, MemberId};
use shared::rsvp::Why;

use super::super::errand::Errand;
use super::super::sheet::refused;
use crate::entity::rsvp_key;
use crate::error::{AppError, Result};

/// Keys of one statement; both engines allow at least 32,766 values in one.
const PIECE: usize = 5_000;

/// A key and what was answered to it.
#[derive(Clone, Debug)]
pub(in super::super) struct KeptKey {
    event: EventId,
    member: MemberId,
    key: String,
    /// Of the request that it came with.
    pub(in super::super) fingerprint: String,
    /// The JSON that was answered, or the code of the refusal.
    outcome: String,
}

impl KeptKey {
    /// What is kept of an answer. Problems of our own are not kept: the same key may be tried again.
    pub(in super::super) fn of(
        event: EventId,
        member: MemberId,
        key: &str,
        fingerprint: String,
        answer: &Result<Bytes>,
    ) -> Option<Self> {
        let outcome = match answer {
            Ok(json) => String::from_utf8(json.to_vec()).ok()?,
            Err(AppError::Problem { text, fields, .. }) => {
                let key = fields.values().flatten().next().map_or(&text.key, |text| &text.key);
                let why = Why::ALL.iter().find(|why| why.key() == key.as_ref())?;
                why.code().into()
            }
            Err(AppError::Internal { .. }) => return None,
        };
        Some(Self {
            event,
            member,
            key: key.into(),
            fingerprint,
            outcome,
        })
    }

    /// The answer once more.
    pub(in super::super) fn answer(&self) -> Result<Bytes> {
        match self.outcome.parse::<Why>() {
            Ok(why) => Err(refused(why)),
            Err(_) => Ok(Bytes::from(self.outcome.clone())),
        }
    }
}

/// What was answered before to the keys of some errands.
pub(in super::super) async fn kept_keys(
    db: &impl ConnectionTrait,
    errands: &[Errand],
) -> Result<HashMap<(MemberId, String), KeptKey>> {
    let keys: Vec<(MemberId, &str)> = errands.iter().filter_map(Errand::key).collect();
    let mut kept = HashMap::new();
    for piece in keys.chunks(PIECE) {
        // The table's index finds members, and the keys are compared where they stand in it: looking for each member
        // with each key would take the square of the time, which is why they are no bare column.
        let key = Expr::col(rsvp_key::Column::Key).binary(BinOper::Custom("||"), "");
        let rows = rsvp_key::Entity::find()
            .filter(rsvp_key::Column::MemberId.is_in(piece.iter().map(|(member, _)| member.0)))
            .filter(key.is_in(piece.iter().map(|(_, key)| *key)))
            .all(db)
            .await?;
        kept.extend(rows.into_iter().map(|row| {
            let member = MemberId(row.member_id);
            let known = KeptKey {
                event: EventId(row.event_id),
                member,
                key: row.key.clone(),
                fingerprint: row.request_hash,
                outcome: row.outcome,
            };
            ((member, row.key), known)
        }));
    }
    Ok(kept)
}

/// Keeps keys.
pub(in super::super) async fn keep_keys(db: &impl ConnectionTrait, keys: Vec<KeptKey>, now: i64) -> Result<(), DbErr> {
    let mut rows = keys
        .into_iter()
        .map(|kept| rsvp_key::ActiveModel {
            member_id: Set(kept.member.0),
            key: Set(kept.key),
            event_id: Set(kept.event.0),
            request_hash: Set(kept.fingerprint),
            outcome: Set(kept.outcome),
            created_at: Set(now),
        })
        .peekable();
    while rows.peek().is_some() {
        let piece: Vec<_> = rows.by_ref().take(PIECE).collect();
        rsvp_key::Entity::insert_many(piece).exec_without_returning(db).await?;
    }
    Ok(())
}

/// Forgets keys from before a moment.
pub(in super::super) async fn forget_keys_before(db: &impl ConnectionTrait, moment: i64) -> Result<(), DbErr> {
    let old = rsvp_key::Column::CreatedAt.lt(moment);
    rsvp_key::Entity::delete_many().filter(old).exec(db).await?;
    Ok(())
}
