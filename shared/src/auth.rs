//! Sessions: who is signed in, signing out, and the sign-in of demo mode.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::api::{Empty, table::endpoints};
use crate::codes::Role;
use crate::fields::CountryCode;
use crate::ids::MemberId;
use crate::validate::{Checker, FieldErrors, Validate};
use crate::words::Text;

endpoints! { Auth;
    /// Who is signed in, and whether this is a demonstration.
    GetSession: Get "/api/session" [Public] () Empty => SessionState;
    /// Ends the session; harmless when there is none.
    SignOut: Delete "/api/session" [Public] () Empty => SessionState;
    /// Signs in as a fictional person, by role or by id. Exists in demo mode only.
    DemoSignIn: Post "/api/demo/session" [Demo] () DemoSignInInput => SessionState;
}

/// What the page knows about its visitor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SessionState {
    /// Who is signed in, if anybody.
    pub member: Option<SessionMember>,
    /// Whether the server runs in demo mode, where all people are fictional.
    pub is_demo: bool,
}

/// The signed-in person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SessionMember {
    /// Their id.
    pub id: MemberId,
    /// Their name in Latin letters.
    pub name: String,
    /// Their home country/region.
    pub country: CountryCode,
    /// What they may do.
    pub role: Role,
}

/// Whom to become in demo mode: exactly one of the two.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DemoSignInInput {
    /// Somebody of this role.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// This very person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub member_id: Option<MemberId>,
}

impl Validate for DemoSignInInput {
    fn validate(&self) -> Result<(), FieldErrors> {
        let mut checker = Checker::default();
        checker.check(self.role.is_some() != self.member_id.is_some(), "role", || {
            Text::new("invalid.role_or_member")
        });
        checker.finish()
    }
}
