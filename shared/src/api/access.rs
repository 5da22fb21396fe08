//! Who may call an endpoint, as marker types: the server turns each into the actor its handler gets.

use serde::Serialize;

/// Who may call an endpoint, as a value for tables, documents and sweeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum AccessLevel {
    /// Everybody, signed in or not.
    Public,
    /// Everybody, but the endpoint exists only where the server runs in demo mode.
    Demo,
    /// Signed-in members.
    Member,
    /// Signed-in coordinators, who run a country chapter, and admins. What they may touch is the handler's to say.
    Coordinator,
}

/// A marker type for an access level.
pub trait Access {
    /// The level as a value.
    const LEVEL: AccessLevel;
}

/// Everybody, signed in or not.
#[derive(Debug)]
pub enum Public {}

/// Everybody, in demo mode only.
#[derive(Debug)]
pub enum Demo {}

/// Signed-in members.
#[derive(Debug)]
pub enum Member {}

/// Signed-in coordinators and admins.
#[derive(Debug)]
pub enum Coordinator {}

impl Access for Public {
    const LEVEL: AccessLevel = AccessLevel::Public;
}

impl Access for Demo {
    const LEVEL: AccessLevel = AccessLevel::Demo;
}

impl Access for Member {
    const LEVEL: AccessLevel = AccessLevel::Member;
}

impl Access for Coordinator {
    const LEVEL: AccessLevel = AccessLevel::Coordinator;
}
