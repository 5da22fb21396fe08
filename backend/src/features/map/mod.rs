//! The world map of invitees: published figures with their sources, the illustration of demo mode, and members in
//! rounded numbers. The three are never added to each other.

mod convert;
mod export;
pub mod figure_file;
mod handlers;
mod import;
mod key;
mod queries;
mod service;

pub use self::import::{Verdict, import_figures, seed_figures};
pub(crate) use self::queries::replace_illustration;
pub(crate) use self::service::figures_csv;

use crate::http::Routes;

/// Mounts the feature's handlers.
pub(crate) fn routes(routes: Routes) -> Routes {
    routes
        .long(|routes| {
            routes
                .endpoint(handlers::list_figures)
                .endpoint(handlers::get_illustration)
        })
        .endpoint(handlers::list_map_members)
}
