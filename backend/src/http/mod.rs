//! Everything that knows HTTP: admission, decoding, limits, headers, static files. Features know none of it.

mod access;
mod boundary;
mod calendars;
pub mod contract;
mod csp;
mod decode;
mod docs;
mod idempotency;
mod live;
mod openapi;
mod outbox_html;
mod pictures;
mod raw;
pub(crate) mod session;
mod session_cache;
mod session_reader;
mod spa;
mod unsubscribe;

pub use access::{Actor, SignedIn};
pub use contract::{Call, Reply, Routes};
pub use idempotency::IdempotencyKey;
pub use session_cache::SessionCache;
pub use session_reader::SessionReader;

use axum::Router;

use shared::api::ProblemCode;

use crate::app::App;
use crate::error::AppError;
use crate::features;
use crate::mail;

/// The whole server as one service; tests call this too.
///
/// # Errors
/// When the page's folder is set but holds no page.
pub fn router(app: App) -> anyhow::Result<Router> {
    let routes = routes(&app);
    let api = routes.into_router().merge(raw::routes()).merge(pictures::routes());
    let site = match &app.settings.dist {
        Some(dist) => api.merge(spa::routes(dist)?),
        None => api.fallback(|| async { AppError::of(ProblemCode::NotFound) }),
    };
    let policy = csp::policy(app.settings.dist.as_deref())?;
    Ok(boundary::wrap(site, &app, &policy)?.with_state(app))
}

/// Every endpoint with its handler; a sweep compares this list with the table.
pub fn routes(app: &App) -> Routes {
    let routes = Routes::new(app.settings.is_demo);
    let routes = features::directory::routes(features::auth::routes(routes));
    let routes = features::events::routes(features::map::routes(routes));
    let routes = features::events::calendar::routes(features::rsvp::routes(routes));
    let routes = mail::routes(routes);
    features::admin::routes(routes)
}
