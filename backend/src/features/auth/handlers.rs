//! One function for each row of the table.

use shared::auth::{DemoSignIn, GetSession, SessionState, SignOut};

use super::service;
use crate::app::App;
use crate::error::Result;
use crate::http::{Call, Reply, session};

/// Who is signed in.
pub(super) async fn get_session(app: App, call: Call<GetSession>) -> Result<SessionState> {
    service::get_session(&app, &call.actor).await
}

/// Ends the session.
pub(super) async fn sign_out(app: App, call: Call<SignOut>) -> Result<Reply<SessionState>> {
    let cookie = match &call.actor.signed_in {
        Some(signed_in) => Some(session::end(&app, signed_in).await?),
        None => None,
    };
    Ok(Reply::from(service::signed_out(&app)).with_cookie(cookie))
}

/// Signs in as a fictional person. An older session of the same browser ends.
pub(super) async fn demo_sign_in(app: App, call: Call<DemoSignIn>) -> Result<Reply<SessionState>> {
    let state = service::demo_sign_in(&app, call.input).await?;
    if let Some(signed_in) = &call.actor.signed_in {
        session::end(&app, signed_in).await?;
    }
    let cookie = match &state.member {
        Some(member) => Some(session::begin(&app, member.id).await?),
        None => None,
    };
    Ok(Reply::from(state).with_cookie(cookie))
}
