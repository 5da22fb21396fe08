//! Actors send the requests of a story through the real router.

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use http_body_util::BodyExt;
use shared::api::{Endpoint, PathParams, Problem, ProblemCode, to_query};
use tower::ServiceExt;

/// Somebody who calls the server.
#[derive(Clone, Debug)]
pub(crate) struct Actor {
    router: Router,
    cookie: Option<String>,
}

/// What the server answered to a call.
#[derive(Debug)]
pub(crate) struct Answer<T> {
    pub(crate) status: StatusCode,
    pub(crate) headers: axum::http::HeaderMap,
    pub(crate) body: Vec<u8>,
    output: std::marker::PhantomData<T>,
}

impl Actor {
    pub(crate) fn new(router: Router, cookie: Option<String>) -> Self {
        Self { router, cookie }
    }

    /// Goes on with the cookie of an answer, as a browser would.
    pub(crate) fn keep_cookie<T>(&mut self, answer: &Answer<T>) {
        if let Some(set) = answer.headers.get(header::SET_COOKIE) {
            self.cookie = set.to_str().unwrap().split(';').next().map(str::to_owned);
        }
    }

    /// Calls an endpoint.
    pub(crate) async fn call<E: Endpoint>(&self, params: E::Params, input: E::Input) -> Answer<E::Output> {
        self.keyed::<E>(None, params, input).await
    }

    /// Calls an endpoint with an idempotency key.
    pub(crate) async fn keyed<E: Endpoint>(
        &self,
        key: Option<&str>,
        params: E::Params,
        input: E::Input,
    ) -> Answer<E::Output> {
        let mut path = params.fill(E::PATH);
        let mut request = Request::builder().method(E::METHOD.as_str());
        if let Some(key) = key {
            request = request.header("idempotency-key", key);
        }
        let body = if E::METHOD.has_body() {
            request = request.header(header::CONTENT_TYPE, "application/json");
            Body::from(serde_json::to_vec(&input).unwrap())
        } else {
            path = format!("{path}?{}", to_query(&input).unwrap());
            Body::empty()
        };
        self.send(request.uri(path).body(body).unwrap()).await
    }

    /// Sends any request.
    pub(crate) async fn send<T>(&self, mut request: Request<Body>) -> Answer<T> {
        if let Some(cookie) = &self.cookie {
            request.headers_mut().insert(header::COOKIE, cookie.parse().unwrap());
        }
        let (parts, body) = self.router.clone().oneshot(request).await.unwrap().into_parts();
        let body = body.collect().await.unwrap().to_bytes().to_vec();
        Answer {
            status: parts.status,
            headers: parts.headers,
            body,
            output: std::marker::PhantomData,
        }
    }

    /// Reads a path.
    pub(crate) async fn get(&self, path: &str) -> Answer<serde_json::Value> {
        self.send(Request::get(path).body(Body::empty()).unwrap()).await
    }
}

impl<T: serde::de::DeserializeOwned> Answer<T> {
    /// The output of a call that must have worked.
    #[track_caller]
    pub(crate) fn good(self) -> T {
        assert_eq!(self.status, StatusCode::OK, "{}", String::from_utf8_lossy(&self.body));
        serde_json::from_slice(&self.body).unwrap()
    }
}

impl<T> Answer<T> {
    /// The problem of a call that must have failed so, with the one status that goes with the code.
    #[track_caller]
    pub(crate) fn problem(&self, code: ProblemCode) -> Problem {
        let text = String::from_utf8_lossy(&self.body);
        let problem: Problem = serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("not a problem: {text}"));
        assert_eq!(problem.code, code, "{text}");
        assert_eq!(self.status.as_u16(), code.status());
        assert_eq!(self.headers[header::CONTENT_TYPE], "application/problem+json");
        assert_ne!(
            problem.message, problem.text.key,
            "the text of {text} is in no catalogue"
        );
        problem
    }
}
