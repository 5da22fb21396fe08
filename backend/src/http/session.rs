//! Sessions: a random 256-bit token in a cookie, its hash in the database, an idle and an absolute end.

use std::fmt::Write as _;
use std::time::Duration;

use axum::http::{HeaderMap, HeaderValue, header};
use jiff::Timestamp;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use sha2::{Digest, Sha256};
use shared::ids::MemberId;

use super::SignedIn;
use crate::app::App;
use crate::entity::session;
use crate::error::Result;

/// A session ends at the latest after this.
const LIFETIME: Duration = Duration::from_hours(24 * 30);
/// A session ends when it was not used for this long.
const IDLE: Duration = Duration::from_hours(24 * 7);
/// How exactly the last use is noted, so that reading does not write every time.
const SEEN_STEP: Duration = Duration::from_hours(1);

fn millis(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)
}

fn hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
}

/// The hash of a token: what the database knows of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct TokenHash([u8; 32]);

impl TokenHash {
    fn of(token: &str) -> Self {
        Self(Sha256::digest(token.as_bytes()).into())
    }

    /// As the database stores it.
    fn stored(self) -> String {
        hex(&self.0)
    }
}

/// The `__Host-` prefix binds a cookie to this very host, but needs TLS.
fn cookie_name(app: &App) -> &'static str {
    if app.settings.is_tls() {
        "__Host-club-session"
    } else {
        "club-session"
    }
}

fn token<'a>(app: &App, headers: &'a HeaderMap) -> Option<&'a str> {
    let name = cookie_name(app);
    headers
        .get_all(header::COOKIE)
        .into_iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(key, value)| (key == name).then_some(value))
}

/// Who holds the cookie of this request.
pub(crate) async fn find(app: &App, headers: &HeaderMap) -> Result<Option<SignedIn>> {
    let Some(token) = token(app, headers) else {
        return Ok(None);
    };
    let token_hash = TokenHash::of(token);
    let now = app.clock.now();
    if let Some(signed_in) = app.sessions.get(&token_hash, now) {
        return Ok(Some(signed_in));
    }
    // In a box: what asking the database needs would make the future of every request large.
    Box::pin(ask(app, token_hash, now)).await
}

/// Asks the database who holds a session, and notes that it was used.
async fn ask(app: &App, token_hash: TokenHash, now: Timestamp) -> Result<Option<SignedIn>> {
    let Some(held) = app.session_reader.read(token_hash.stored()).await? else {
        return Ok(None);
    };
    let at = now.as_millisecond();
    if at >= held.expires_at || at - held.seen_at >= millis(IDLE) {
        return Ok(None);
    }
    if at - held.seen_at >= millis(SEEN_STEP) {
        let seen = session::ActiveModel {
            token_hash: Set(token_hash.stored()),
            seen_at: Set(at),
            ..Default::default()
        };
        seen.update(&app.db.write).await?;
    }
    let Ok(role) = held.role.parse() else { return Ok(None) };
    let signed_in = SignedIn {
        member_id: held.member_id,
        role,
        token_hash,
    };
    app.sessions.put(&signed_in, now);
    Ok(Some(signed_in))
}

/// Begins a session and answers the cookie that carries it. Sessions that ended long ago are swept away.
pub(crate) async fn begin(app: &App, member_id: MemberId) -> Result<HeaderValue> {
    let mut random = [0_u8; 32];
    getrandom::fill(&mut random).map_err(anyhow::Error::from)?;
    let token = hex(&random);
    let now = app.clock.now().as_millisecond();
    let expires_at = now + millis(LIFETIME);
    let row = session::ActiveModel {
        token_hash: Set(TokenHash::of(&token).stored()),
        member_id: Set(member_id.0),
        created_at: Set(now),
        seen_at: Set(now),
        expires_at: Set(expires_at),
    };
    session::Entity::insert(row).exec(&app.db.write).await?;
    session::Entity::delete_many()
        .filter(session::Column::ExpiresAt.lt(now))
        .exec(&app.db.write)
        .await?;
    cookie(app, &token, LIFETIME)
}

/// Ends a session and answers the cookie that forgets it.
pub(crate) async fn end(app: &App, signed_in: &SignedIn) -> Result<HeaderValue> {
    app.sessions.forget(&signed_in.token_hash);
    session::Entity::delete_by_id(signed_in.token_hash.stored())
        .exec(&app.db.write)
        .await?;
    cookie(app, "", Duration::ZERO)
}

fn cookie(app: &App, token: &str, lifetime: Duration) -> Result<HeaderValue> {
    let name = cookie_name(app);
    let secure = if app.settings.is_tls() { "; Secure" } else { "" };
    let seconds = lifetime.as_secs();
    let text = format!("{name}={token}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}");
    Ok(HeaderValue::from_str(&text).map_err(anyhow::Error::from)?)
}
