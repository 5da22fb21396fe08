//! Turns an endpoint's access marker into the actor that its handler gets: no id without admission.

use axum::http::HeaderMap;
use shared::api::{Access, Coordinator, Demo, Member, ProblemCode, Public};
use shared::codes::Role;
use shared::ids::MemberId;

use super::session::{self, TokenHash};
use crate::app::App;
use crate::error::{AppError, Result};

/// A signed-in member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedIn {
    /// Who.
    pub member_id: MemberId,
    /// What they may do.
    pub role: Role,
    /// Their session, by the hash of its token.
    pub(crate) token_hash: TokenHash,
}

/// Whoever calls a public endpoint.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Actor {
    /// Who is signed in, if anybody.
    pub signed_in: Option<SignedIn>,
}

impl Actor {
    /// Who is signed in, as the viewer whom queries take.
    pub fn viewer(&self) -> Option<MemberId> {
        self.signed_in.as_ref().map(|signed_in| signed_in.member_id)
    }
}

/// Admits callers; implemented by the access markers.
pub trait Guard: Access + 'static {
    /// What the handler gets.
    type Actor: Send + std::fmt::Debug;

    /// Admits the caller or says why not.
    fn admit(app: &App, headers: &HeaderMap) -> impl Future<Output = Result<Self::Actor>> + Send;
}

impl Guard for Public {
    type Actor = Actor;

    async fn admit(app: &App, headers: &HeaderMap) -> Result<Actor> {
        Ok(Actor {
            signed_in: session::find(app, headers).await?,
        })
    }
}

impl Guard for Demo {
    type Actor = Actor;

    async fn admit(app: &App, headers: &HeaderMap) -> Result<Actor> {
        Public::admit(app, headers).await
    }
}

impl Guard for Member {
    type Actor = SignedIn;

    async fn admit(app: &App, headers: &HeaderMap) -> Result<SignedIn> {
        session::find(app, headers)
            .await?
            .ok_or_else(|| AppError::of(ProblemCode::Unauthenticated))
    }
}

impl Guard for Coordinator {
    type Actor = SignedIn;

    async fn admit(app: &App, headers: &HeaderMap) -> Result<SignedIn> {
        let signed_in = Member::admit(app, headers).await?;
        match signed_in.role {
            Role::Coordinator | Role::Admin => Ok(signed_in),
            Role::Member => Err(AppError::of(ProblemCode::Forbidden)),
        }
    }
}
