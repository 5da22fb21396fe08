//! What signing in and out means.

use shared::api::ProblemCode;
use shared::auth::{DemoSignInInput, SessionMember, SessionState};
use shared::ids::MemberId;
use shared::words::Text;

use super::queries;
use crate::app::App;
use crate::entity::member;
use crate::error::{AppError, Result};
use crate::http::Actor;

/// The state of a visitor.
pub(super) async fn get_session(app: &App, actor: &Actor) -> Result<SessionState> {
    let member = match &actor.signed_in {
        Some(signed_in) => queries::own_member(&app.db.read, signed_in.member_id)
            .await?
            .map(session_member)
            .transpose()?,
        None => None,
    };
    Ok(SessionState {
        member,
        is_demo: app.settings.is_demo,
    })
}

/// The state of somebody who just left.
pub(super) fn signed_out(app: &App) -> SessionState {
    SessionState {
        member: None,
        is_demo: app.settings.is_demo,
    }
}

/// Finds the fictional person to become.
pub(super) async fn demo_sign_in(app: &App, input: DemoSignInInput) -> Result<SessionState> {
    let found = match (input.role, input.member_id) {
        (Some(role), _) => queries::first_of_role(&app.db.read, role).await?,
        (None, Some(id)) => queries::own_member(&app.db.read, id).await?,
        (None, None) => None,
    };
    let field = if input.role.is_some() { "role" } else { "member_id" };
    let member = found.ok_or_else(|| AppError::invalid_field(field, Text::new("invalid.nobody_like_that")))?;
    Ok(SessionState {
        member: Some(session_member(member)?),
        is_demo: true,
    })
}

fn session_member(member: member::Model) -> Result<SessionMember> {
    let unreadable = |_| AppError::told(ProblemCode::Internal, Text::new("problem.internal"));
    Ok(SessionMember {
        id: MemberId(member.id),
        name: member.name,
        country: member.country_code.parse().map_err(unreadable)?,
        role: member.role.parse().map_err(unreadable)?,
    })
}
