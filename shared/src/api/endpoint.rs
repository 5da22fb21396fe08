//! One endpoint: a zero-size type that carries method, path, access, and its input and output types.

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::{Access, AccessLevel, PathParams};
use crate::validate::{FieldErrors, Validate};

/// The HTTP methods in use. Our own enum, so that both adapters match exhaustively.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Method {
    /// Reads; input in the query string.
    Get,
    /// Creates or acts; input in the JSON body.
    Post,
    /// Replaces; input in the JSON body.
    Put,
    /// Removes; input in the query string.
    Delete,
}

impl Method {
    /// The method's name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Delete => "DELETE",
        }
    }

    /// Whether the input travels as a JSON body instead of the query string.
    pub const fn has_body(self) -> bool {
        match self {
            Self::Post | Self::Put => true,
            Self::Get | Self::Delete => false,
        }
    }
}

/// The product's features; the same names in every crate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Feature {
    /// Sessions and signing in.
    Auth,
    /// Members and the search for them.
    Directory,
    /// The world map of invitees.
    Map,
    /// What takes place, and what took place.
    Events,
    /// Answers to events, seats and waiting lists.
    Rsvp,
    /// What belongs to running the club and to no other feature.
    Admin,
}

impl Feature {
    /// Every feature that has endpoints.
    pub const ALL: [Self; 6] = [
        Self::Auth,
        Self::Directory,
        Self::Map,
        Self::Events,
        Self::Rsvp,
        Self::Admin,
    ];

    /// The name of the feature's module in every crate.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Auth => "auth",
            Self::Directory => "directory",
            Self::Map => "map",
            Self::Events => "events",
            Self::Rsvp => "rsvp",
            Self::Admin => "admin",
        }
    }
}

/// What a row of an `endpoints!` table becomes.
pub trait Endpoint: 'static {
    /// Who may call it.
    type Access: Access;
    /// The values of the path's `{braces}`, in order.
    type Params: PathParams;
    /// The query string (GET, DELETE) or the JSON body (POST, PUT).
    type Input: Validate + Serialize + DeserializeOwned + JsonSchema + Send;
    /// The JSON answer; the status is always 200.
    type Output: Serialize + DeserializeOwned + JsonSchema + Send;
    /// The HTTP method.
    const METHOD: Method;
    /// The path with `{braces}`.
    const PATH: &'static str;
    /// The type's own name: span name, cache key, operation id.
    const NAME: &'static str;
    /// The feature it belongs to.
    const FEATURE: Feature;
}

/// An endpoint as a value, for documents and for sweeps over all endpoints.
#[derive(Clone, Copy, Debug)]
pub struct EndpointMeta {
    /// The endpoint's name.
    pub name: &'static str,
    /// The HTTP method.
    pub method: Method,
    /// The path with `{braces}`.
    pub path: &'static str,
    /// Who may call it.
    pub access: AccessLevel,
    /// The feature it belongs to.
    pub feature: Feature,
    /// What it does, from the row's doc comment.
    pub summary: &'static str,
    /// Makes the input's JSON Schema.
    pub input_schema: fn(&mut SchemaGenerator) -> Schema,
    /// Makes the output's JSON Schema.
    pub output_schema: fn(&mut SchemaGenerator) -> Schema,
}

/// No input, or nothing to answer. A struct, so that stray keys are ignored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Empty {}

impl Validate for Empty {
    fn validate(&self) -> Result<(), FieldErrors> {
        Ok(())
    }
}
