//! Members and the search for them. The database is the truth, the index a read model of it.

mod answers;
pub(crate) mod convert;
mod fold;
mod handlers;
pub mod index;
mod people;
mod queries;
pub mod record;
pub mod reference;
pub(crate) mod service;
mod typo;

pub use self::service::Directory;

use crate::http::Routes;

/// Mounts the feature's handlers.
pub(crate) fn routes(routes: Routes) -> Routes {
    routes
        .endpoint(handlers::list_members)
        .endpoint(handlers::suggest_members)
        .endpoint(handlers::get_member)
        .endpoint(handlers::get_directory_size)
        .endpoint(handlers::get_own_profile)
        .endpoint(handlers::update_profile)
        .endpoint(handlers::preview_profile)
}
