//! The outermost layer: request id, time limit, panics, security headers, problems and one log line for each request.

use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Body;
use axum::extract::{MatchedPath, Request};
use axum::http::{HeaderName, HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use shared::api::{Problem, ProblemCode};
use shared::words::Text;
use tower::ServiceBuilder;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};
use tower_http::compression::{CompressionLayer, CompressionLevel};
use tower_http::csrf::CsrfLayer;

use super::unsubscribe;
use crate::app::App;
use crate::error::{AppError, PendingProblem, text_of};
use crate::words;

/// How long an answer may take.
const ANSWER_TIME: Duration = Duration::from_secs(20);
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Headers that every answer carries.
#[derive(Debug)]
struct SecurityHeaders {
    documents: Vec<(HeaderName, HeaderValue)>,
    /// JSON is never a page: it needs few words, and all answers together are shorter.
    api: Vec<(HeaderName, HeaderValue)>,
}

/// What pages may ask their reader for: tickets are read at the door with the camera, and events near the reader come
/// first on request. There is no word for everything else, so that it is named; names that not all browsers know would be
/// complained about in the console of the others.
const PERMISSIONS: &str = "camera=(self), geolocation=(self), accelerometer=(), autoplay=(), clipboard-read=(), \
    display-capture=(), encrypted-media=(), fullscreen=(), gamepad=(), gyroscope=(), hid=(), idle-detection=(), \
    local-fonts=(), magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), \
    publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), window-management=(), xr-spatial-tracking=()";

/// What no answer may be used for.
const API_POLICY: &str = "default-src 'none'; frame-ancestors 'none'";

/// Wraps the router in everything that is the same for all answers.
///
/// # Errors
/// When the public URL is not an origin.
pub(super) fn wrap(router: Router<App>, app: &App, policy: &str) -> anyhow::Result<Router<App>> {
    // A mail program ends mails from wherever it runs; who does it knows the secret of the link.
    let is_from_anywhere = |method: &Method, uri: &Uri| method == Method::POST && uri.path() == unsubscribe::PATH;
    let mut csrf = CsrfLayer::new().with_insecure_bypass(is_from_anywhere);
    if !app.settings.public_url.is_empty() {
        csrf = csrf.add_trusted_origin(&app.settings.public_url)?;
    }
    let csrf = csrf
        .with_rejection_response(|_| AppError::told(ProblemCode::Forbidden, Text::new("problem.csrf")).into_response());
    let headers = Arc::new(security_headers(policy, app.settings.is_tls())?);
    // Woken after the problem is written, so that error bodies are compressed like all others.
    let compression = CompressionLayer::new()
        .quality(CompressionLevel::Fastest)
        .compress_when(DefaultPredicate::new().and(NotForContentType::new("application/wasm")));
    let caught =
        |_: Box<dyn std::any::Any + Send>| AppError::from(anyhow::anyhow!("a handler panicked")).into_response();
    // One layer of several parts: each layer of a router is copied into a box of its own for every request.
    let layers = ServiceBuilder::new()
        .layer(compression)
        .layer(from_fn(move |request: Request, next: Next| {
            answer(Arc::clone(&headers), request, next)
        }))
        .layer(CatchPanicLayer::custom(caught))
        .layer(csrf);
    Ok(router.layer(layers))
}

fn security_headers(policy: &str, is_tls: bool) -> anyhow::Result<SecurityHeaders> {
    let named =
        |(name, value): (&'static str, &'static str)| (HeaderName::from_static(name), HeaderValue::from_static(value));
    let mut everywhere: Vec<_> = [
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        // The directory is about people: no search engine lists it.
        ("x-robots-tag", "noindex"),
    ]
    .map(named)
    .into();
    if is_tls {
        everywhere.push(named((
            "strict-transport-security",
            "max-age=31536000; includeSubDomains",
        )));
    }
    let mut documents = everywhere.clone();
    documents.push((header::CONTENT_SECURITY_POLICY, HeaderValue::from_str(policy)?));
    documents.extend(
        [
            ("x-frame-options", "DENY"),
            ("cross-origin-opener-policy", "same-origin"),
            ("permissions-policy", PERMISSIONS),
        ]
        .map(named),
    );
    let mut api = everywhere;
    api.push((header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(API_POLICY)));
    Ok(SecurityHeaders { documents, api })
}

async fn answer(headers: Arc<SecurityHeaders>, request: Request, next: Next) -> Response {
    let started = Instant::now();
    let request_id = uuid::Uuid::now_v7().simple().to_string();
    let method = request.method().clone();
    let is_api = request.uri().path().starts_with("/api");
    // The template of the path: ids and queries are personal and stay out of the log.
    let route = request.extensions().get::<MatchedPath>().cloned();
    let answered = tokio::time::timeout(ANSWER_TIME, next.run(request)).await;
    let mut response = answered.unwrap_or_else(|_| AppError::of(ProblemCode::Timeout).into_response());
    if is_api {
        adopt_foreign_error(&mut response);
    }
    let pending = response.extensions_mut().remove::<PendingProblem>();
    let cause = pending.as_ref().and_then(|pending| pending.cause.clone());
    if let Some(pending) = pending {
        write_problem(&mut response, pending, &request_id);
    }
    // The documentation is a page under /api.
    let kind = response.headers().get(header::CONTENT_TYPE);
    let is_page = !is_api || kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    for (name, value) in if is_page { &headers.documents } else { &headers.api } {
        response.headers_mut().entry(name).or_insert_with(|| value.clone());
    }
    if let Ok(value) = HeaderValue::from_str(&request_id) {
        response.headers_mut().insert(REQUEST_ID, value);
    }
    log(
        &method,
        route.as_ref().map_or("", MatchedPath::as_str),
        response.status(),
        started,
        &request_id,
        cause,
    );
    response
}

/// Errors that the framework answered itself (no such method, for example) become problems too.
fn adopt_foreign_error(response: &mut Response) {
    let status = response.status();
    if !status.is_client_error() && !status.is_server_error() || response.extensions().get::<PendingProblem>().is_some()
    {
        return;
    }
    let code = ProblemCode::ALL
        .into_iter()
        .find(|code| code.status() == status.as_u16());
    let code = code.unwrap_or(if status.is_client_error() {
        ProblemCode::Invalid
    } else {
        ProblemCode::Internal
    });
    let pending = PendingProblem {
        code,
        text: text_of(code),
        fields: Default::default(),
        cause: None,
    };
    response.extensions_mut().insert(pending);
}

fn write_problem(response: &mut Response, pending: PendingProblem, request_id: &str) {
    let message = words::in_english(&pending.text);
    let problem = Problem {
        code: pending.code,
        text: pending.text,
        message,
        fields: pending.fields,
        request_id: request_id.into(),
    };
    *response.body_mut() = Body::from(serde_json::to_vec(&problem).unwrap_or_default());
    let headers = response.headers_mut();
    headers.remove(header::CONTENT_LENGTH);
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/problem+json"),
    );
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
}

fn log(method: &Method, route: &str, status: StatusCode, started: Instant, request_id: &str, cause: Option<String>) {
    let micros = u64::try_from(started.elapsed().as_micros()).unwrap_or(u64::MAX);
    let status = status.as_u16();
    match cause {
        Some(cause) => tracing::error!(
            method = method.as_str(),
            route,
            status,
            micros,
            request_id,
            cause,
            "request failed"
        ),
        None => tracing::info!(method = method.as_str(), route, status, micros, request_id, "request"),
    }
}
