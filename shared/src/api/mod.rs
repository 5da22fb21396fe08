//! What an endpoint is, and the list of all of them.

mod access;
mod endpoint;
mod path;
mod problem;
mod query;
pub(crate) mod table;

pub use access::{Access, AccessLevel, Coordinator, Demo, Member, Public};
pub use endpoint::{Empty, Endpoint, EndpointMeta, Feature, Method};
pub use path::PathParams;
pub use problem::{Problem, ProblemCode};
pub use query::{from_query, read_pairs, to_query, write_pairs};

/// Every endpoint of the product, feature by feature, in the order of their tables.
pub fn all() -> impl Iterator<Item = &'static EndpointMeta> {
    [
        crate::auth::ENDPOINTS,
        crate::directory::ENDPOINTS,
        crate::map::ENDPOINTS,
        crate::events::ENDPOINTS,
        crate::rsvp::ENDPOINTS,
        crate::mail::ENDPOINTS,
        crate::admin::ENDPOINTS,
    ]
    .into_iter()
    .flatten()
}
