//! Remembers for a moment who holds which session, so that somebody who types does not ask the database at every key.

use std::time::Duration;

use jiff::Timestamp;
use quick_cache::sync::Cache;

use super::SignedIn;
use super::session::TokenHash;

/// Sessions that are remembered.
const SESSIONS: usize = 10_000;
/// For how long. A session that another process ended is good for no longer than this.
const REMEMBERED: Duration = Duration::from_secs(1);

/// The sessions of the last moment, by the hash of their tokens.
#[derive(Debug)]
pub struct SessionCache(Cache<TokenHash, (Timestamp, SignedIn)>);

impl Default for SessionCache {
    fn default() -> Self {
        Self(Cache::new(SESSIONS))
    }
}

impl SessionCache {
    /// Who holds the session, if it was asked a moment ago.
    pub(super) fn get(&self, token_hash: &TokenHash, now: Timestamp) -> Option<SignedIn> {
        let (asked_at, signed_in) = self.0.get(token_hash)?;
        let age = now.as_millisecond() - asked_at.as_millisecond();
        let remembered = i64::try_from(REMEMBERED.as_millis()).unwrap_or(0);
        (0..remembered).contains(&age).then_some(signed_in)
    }

    /// Remembers who holds a session.
    pub(super) fn put(&self, signed_in: &SignedIn, now: Timestamp) {
        self.0.insert(signed_in.token_hash, (now, signed_in.clone()));
    }

    /// Forgets a session that has ended.
    pub(super) fn forget(&self, token_hash: &TokenHash) {
        self.0.remove(token_hash);
    }
}
