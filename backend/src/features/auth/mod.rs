//! Sessions: who is signed in, and the sign-in of demo mode.

mod handlers;
mod queries;
mod service;

use crate::http::Routes;

/// Mounts the feature's handlers.
pub(crate) fn routes(routes: Routes) -> Routes {
    routes
        .endpoint(handlers::get_session)
        .endpoint(handlers::sign_out)
        .endpoint(handlers::demo_sign_in)
}
