//! The typed native client: the same endpoint table over a real socket, for tests and benches.

use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use reqwest::header;
use shared::api::{Endpoint, Method, PathParams, Problem, to_query};

/// A client with one session at the most. Clones share it.
#[derive(Clone, Debug)]
pub struct Client {
    http: reqwest::Client,
    base: String,
    cookie: Arc<Mutex<Option<String>>>,
}

/// Why a call has no output.
#[derive(Debug)]
pub enum ClientError {
    /// The server said what is wrong.
    Problem(Box<Problem>),
    /// The connection failed, or the answer was not what the table says.
    Transport(String),
}

impl std::fmt::Display for ClientError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Problem(problem) => write!(f, "{:?}: {}", problem.code, problem.message),
            Self::Transport(reason) => f.write_str(reason),
        }
    }
}

impl std::error::Error for ClientError {}

fn failed(error: impl std::fmt::Display) -> ClientError {
    ClientError::Transport(error.to_string())
}

impl Client {
    /// A client of the server at `base`, such as `http://127.0.0.1:8080`.
    pub fn new(base: impl Into<String>) -> Self {
        Self {
            http: reqwest::Client::new(),
            base: base.into(),
            cookie: Arc::default(),
        }
    }

    /// The same session at another address, for who compares two servers with the same requests.
    #[must_use]
    pub fn at(&self, base: impl Into<String>) -> Self {
        Self {
            base: base.into(),
            ..self.clone()
        }
    }

    /// Calls an endpoint.
    ///
    /// # Errors
    /// The server's problem, or what happened to the connection.
    pub async fn call<E: Endpoint>(&self, params: E::Params, input: &E::Input) -> Result<E::Output, ClientError> {
        serde_json::from_slice(&self.fetch::<E>(params, input).await?).map_err(failed)
    }

    /// Calls an endpoint and leaves the output encoded, for who measures the server and not the decoder.
    ///
    /// # Errors
    /// The server's problem, or what happened to the connection.
    pub async fn fetch<E: Endpoint>(&self, params: E::Params, input: &E::Input) -> Result<Bytes, ClientError> {
        let mut address = format!("{}{}", self.base, params.fill(E::PATH));
        if !E::METHOD.has_body() {
            let query = to_query(input).map_err(failed)?;
            if !query.is_empty() {
                address = format!("{address}?{query}");
            }
        }
        let method = match E::METHOD {
            Method::Get => reqwest::Method::GET,
            Method::Post => reqwest::Method::POST,
            Method::Put => reqwest::Method::PUT,
            Method::Delete => reqwest::Method::DELETE,
        };
        let mut request = self.http.request(method, address);
        if E::METHOD.has_body() {
            request = request.json(input);
        }
        if let Some(cookie) = self.cookie.lock().unwrap_or_else(PoisonError::into_inner).as_ref() {
            request = request.header(header::COOKIE, cookie);
        }
        let answer = request.send().await.map_err(failed)?;
        if let Some(set) = answer
            .headers()
            .get(header::SET_COOKIE)
            .and_then(|value| value.to_str().ok())
        {
            let pair = set.split(';').next().unwrap_or_default().to_owned();
            *self.cookie.lock().unwrap_or_else(PoisonError::into_inner) = Some(pair);
        }
        let is_good = answer.status().is_success();
        let body = answer.bytes().await.map_err(failed)?;
        if is_good {
            return Ok(body);
        }
        Err(serde_json::from_slice(&body).map_or_else(failed, |problem| ClientError::Problem(Box::new(problem))))
    }
}
