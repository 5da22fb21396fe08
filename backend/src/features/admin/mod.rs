//! What belongs to running the club and to no other feature: the outbox of a demonstration.

mod handlers;

use crate::http::Routes;

/// Mounts the feature's handlers.
pub(crate) fn routes(routes: Routes) -> Routes {
    routes.endpoint(handlers::list_outbox).endpoint(handlers::get_mail)
}
