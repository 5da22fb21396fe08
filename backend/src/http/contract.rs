//! Mounts the rows of the endpoint table: admission, decoding, validation and encoding are the same for all,
//! and a handler that forgot one of them cannot be written.

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodFilter, on};
use bytes::Bytes;
use shared::api::{Access, AccessLevel, Endpoint, Method};
use shared::validate::Validate;
use tower_http::compression::{CompressionLayer, CompressionLevel};

use super::access::Guard;
use super::decode;
use super::idempotency::IdempotencyKey;
use crate::app::App;
use crate::error::{AppError, Result};

/// Headers of an answer in the end, so that their map need not grow step by step.
const USUAL_HEADERS: usize = 12;

/// A call that was admitted, decoded and found valid.
pub struct Call<E: Endpoint>
where
    E::Access: Guard,
{
    /// Who calls.
    pub actor: <E::Access as Guard>::Actor,
    /// The values in the path.
    pub params: E::Params,
    /// The query or body.
    pub input: E::Input,
    /// The key by which the request is known when it is sent again.
    pub idempotency_key: Option<IdempotencyKey>,
}

/// What a handler answers: the output itself, or the same already encoded, and perhaps a cookie.
#[derive(Debug)]
pub struct Reply<T> {
    body: ReplyBody<T>,
    cookie: Option<HeaderValue>,
}

#[derive(Debug)]
enum ReplyBody<T> {
    Value(T),
    Encoded(Bytes),
}

impl<T> Reply<T> {
    /// An output that was encoded as JSON before.
    pub const fn encoded(json: Bytes) -> Self {
        Self {
            body: ReplyBody::Encoded(json),
            cookie: None,
        }
    }

    /// Sets a cookie with the answer.
    #[must_use]
    pub fn with_cookie(mut self, cookie: Option<HeaderValue>) -> Self {
        self.cookie = cookie;
        self
    }
}

impl<T> From<T> for Reply<T> {
    fn from(value: T) -> Self {
        Self {
            body: ReplyBody::Value(value),
            cookie: None,
        }
    }
}

impl<T: serde::Serialize> Reply<T> {
    fn into_http(self) -> Result<Response> {
        let json = match self.body {
            ReplyBody::Value(value) => Bytes::from(serde_json::to_vec(&value).map_err(anyhow::Error::from)?),
            ReplyBody::Encoded(json) => json,
        };
        let mut response = Response::new(Body::from(json));
        let headers = response.headers_mut();
        headers.reserve(USUAL_HEADERS);
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
        // Answers are about people and depend on the caller: no cache keeps them.
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if let Some(cookie) = self.cookie {
            headers.insert(header::SET_COOKIE, cookie);
        }
        Ok(response)
    }
}

/// The routes mounted so far, with the names of their endpoints.
#[derive(Debug)]
pub struct Routes {
    router: Router<App>,
    mounted: Vec<&'static str>,
    is_demo: bool,
    is_long: bool,
}

impl Routes {
    /// No routes yet; endpoints of demo mode are mounted only where it is on.
    pub fn new(is_demo: bool) -> Self {
        Self {
            router: Router::new(),
            mounted: Vec::new(),
            is_demo,
            is_long: false,
        }
    }

    /// Mounts endpoints whose answers are long and asked for once in a visit: they are compressed as well as can be,
    /// which takes half a millisecond.
    #[must_use]
    pub fn long(mut self, mount: impl FnOnce(Self) -> Self) -> Self {
        self.is_long = true;
        let mut routes = mount(self);
        routes.is_long = false;
        routes
    }

    /// Mounts the handler of an endpoint; which one follows from the handler's own type.
    #[must_use]
    pub fn endpoint<E, R, F, Fut>(mut self, handler: F) -> Self
    where
        E: Endpoint,
        E::Access: Guard,
        F: Fn(App, Call<E>) -> Fut + Clone + Send + Sync + 'static,
        Fut: Future<Output = Result<R>> + Send,
        R: Into<Reply<E::Output>>,
    {
        self.mounted.push(E::NAME);
        if E::Access::LEVEL == AccessLevel::Demo && !self.is_demo {
            return self;
        }
        let route = move |State(app): State<App>, request: Request| async move {
            answer::<E, R, F, Fut>(app, request, handler)
                .await
                .unwrap_or_else(AppError::into_response)
        };
        let mut route = on(filter(E::METHOD), route);
        if self.is_long {
            route = route.layer(CompressionLayer::new().quality(CompressionLevel::Best));
        }
        self.router = self.router.route(E::PATH, route);
        self
    }

    /// The names of all endpoints that have a handler, in order.
    pub fn mounted(&self) -> &[&'static str] {
        &self.mounted
    }

    pub(super) fn into_router(self) -> Router<App> {
        self.router
    }
}

async fn answer<E, R, F, Fut>(app: App, request: Request, handler: F) -> Result<Response>
where
    E: Endpoint,
    E::Access: Guard,
    F: Fn(App, Call<E>) -> Fut,
    Fut: Future<Output = Result<R>> + Send,
    R: Into<Reply<E::Output>>,
{
    let (mut parts, body) = request.into_parts();
    let actor = E::Access::admit(&app, &parts.headers).await?;
    let idempotency_key = IdempotencyKey::of(&parts.headers)?;
    let params = decode::params::<E>(&mut parts).await?;
    let input: E::Input = if E::METHOD.has_body() {
        Box::pin(decode::json(&parts.headers, body)).await?
    } else {
        decode::query(parts.uri.query().unwrap_or_default())?
    };
    input.validate().map_err(AppError::invalid)?;
    let call = Call {
        actor,
        params,
        input,
        idempotency_key,
    };
    let reply = handler(app, call).await?;
    reply.into().into_http()
}

const fn filter(method: Method) -> MethodFilter {
    match method {
        Method::Get => MethodFilter::GET,
        Method::Post => MethodFilter::POST,
        Method::Put => MethodFilter::PUT,
        Method::Delete => MethodFilter::DELETE,
    }
}
