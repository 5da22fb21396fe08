//! Serves the built page: precompressed files, immutable caching for hashed names, the page itself for its own addresses.

use std::path::Path;

use anyhow::ensure;
use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderValue, header};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use shared::api::ProblemCode;
use tower::ServiceExt;
use tower::service_fn;
use tower_http::services::{ServeDir, ServeFile};

use crate::app::App;
use crate::error::AppError;

/// The routes of the page in `dist`.
///
/// # Errors
/// When there is no page.
pub(super) fn routes(dist: &Path) -> anyhow::Result<Router<App>> {
    let index = dist.join("index.html");
    ensure!(
        index.is_file(),
        "there is no page at {}: build it with `cargo xtask serve`, or name its folder with --dist",
        dist.display()
    );
    let page = ServeFile::new(index).precompressed_br().precompressed_gzip();
    let files = ServeDir::new(dist)
        .precompressed_br()
        .precompressed_gzip()
        .append_index_html_on_directories(true);
    let site = files.fallback(service_fn(move |request: Request| {
        let page = page.clone();
        async move {
            let path = request.uri().path();
            let is_file = path.rsplit('/').next().is_some_and(|name| name.contains('.'));
            if is_file || path.starts_with("/api/") || path == "/api" {
                return Ok(AppError::of(ProblemCode::NotFound).into_response());
            }
            page.oneshot(request).await.map(IntoResponse::into_response)
        }
    }));
    Ok(Router::new().fallback_service(site).layer(from_fn(cache)))
}

async fn cache(request: Request, next: Next) -> Response {
    let is_hashed = is_hashed(request.uri().path());
    let mut response = next.run(request).await;
    if response.status().is_success() || response.status() == axum::http::StatusCode::NOT_MODIFIED {
        let rule = if is_hashed {
            "public, max-age=31536000, immutable"
        } else {
            "no-cache"
        };
        response
            .headers_mut()
            .insert(header::CACHE_CONTROL, HeaderValue::from_static(rule));
    }
    response
}

/// Whether a file's name carries a hash of its content: `club-0123456789abcdef.css`, `frontend-…_bg.wasm`.
fn is_hashed(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let Some((stem, _)) = name.rsplit_once('.') else {
        return false;
    };
    stem.split(['-', '_', '.'])
        .any(|part| part.len() >= 12 && part.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::is_hashed;

    #[test]
    fn names_with_a_hash_are_immutable() {
        assert!(is_hashed("/frontend-9a0b1c2d3e4f5061_bg.wasm"));
        assert!(is_hashed("/locales/ja-9a0b1c2d3e4f5061.json"));
        assert!(is_hashed("/parts/event.organiser-9a0b1c2d3e4f.wasm"));
        assert!(!is_hashed("/index.html"));
        assert!(!is_hashed("/members/0199aaaa"));
    }
}
