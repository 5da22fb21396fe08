//! Calls endpoints over HTTP. The only user of `browser::fetch`; one core for all endpoints, so that the page stays small.

use serde::de::DeserializeOwned;
use shared::api::{Endpoint, Method, PathParams, Problem, to_query};
use shared::wire::from_json;

use super::Failure;
use crate::browser::abort::Abort;
use crate::browser::fetch::{self, Blob};

/// A call as it goes over the wire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Request {
    method: Method,
    address: String,
    body: Option<String>,
    /// By which it is known when it is sent again.
    key: Option<String>,
}

impl Request {
    /// The call of an endpoint.
    pub(super) fn of<E: Endpoint>(params: &E::Params, input: &E::Input) -> Result<Self, Failure> {
        let (method, mut address) = (E::METHOD, params.fill(E::PATH));
        let mut body = None;
        if method.has_body() {
            body = Some(serde_json::to_string(input).map_err(|_| Failure::Decode)?);
        } else {
            let query = to_query(input).map_err(|_| Failure::Decode)?;
            if !query.is_empty() {
                address = [address, query].join("?");
            }
        }
        Ok(Self {
            method,
            address,
            body,
            key: None,
        })
    }

    /// The same with a key, so that sending it again is no second request.
    pub(super) fn with_key(self, key: String) -> Self {
        Self { key: Some(key), ..self }
    }

    /// What it sends.
    pub(super) fn body(&self) -> Option<&str> {
        self.body.as_deref()
    }

    /// Reading from an address.
    pub(super) fn get(address: &str) -> Self {
        Self {
            method: Method::Get,
            address: address.into(),
            body: None,
            key: None,
        }
    }
}

/// Calls an endpoint. Dropping the future ends the request.
///
/// # Errors
/// When the server is not reached, not understood, or says no.
pub async fn send<E: Endpoint>(params: &E::Params, input: &E::Input) -> Result<E::Output, Failure> {
    let request = Request::of::<E>(params, input)?;
    decode(&exchange(request, &Abort::new()).await?)
}

/// The address of a GET.
pub fn address<E: Endpoint>(params: &E::Params, input: &E::Input) -> String {
    Request::of::<E>(params, input)
        .map(|request| request.address)
        .unwrap_or_default()
}

/// Reads an answer's body.
pub(super) fn decode<T: DeserializeOwned>(body: &str) -> Result<T, Failure> {
    from_json(body).map_err(|_| Failure::Decode)
}

/// Sends a file to an address of the server that is no endpoint.
///
/// # Errors
/// When the server is not reached, not understood, or says no.
pub async fn send_file(method: &str, address: &str, file: &Blob) -> Result<(), Failure> {
    read(fetch::send_file(method, address, file).await).map(drop)
}

/// Removes what is at an address of the server that is no endpoint.
///
/// # Errors
/// When the server is not reached, not understood, or says no.
pub async fn delete(address: &str) -> Result<(), Failure> {
    let request = Request {
        method: Method::Delete,
        address: address.into(),
        body: None,
        key: None,
    };
    exchange(request, &Abort::new()).await.map(drop)
}

/// Sends one request and returns the body of a good answer.
pub(super) async fn exchange(request: Request, abort: &Abort) -> Result<String, Failure> {
    let Request {
        method,
        address,
        body,
        key,
    } = request;
    read(fetch::send(method.as_str(), &address, body.as_deref(), key.as_deref(), abort).await)
}

/// The body of a good answer.
fn read(answer: Option<(bool, String)>) -> Result<String, Failure> {
    match answer {
        None => Err(Failure::Offline),
        Some((true, body)) => Ok(body),
        Some((false, body)) => {
            Err(decode::<Problem>(&body).map_or(Failure::Decode, |problem| Failure::Problem(Box::new(problem))))
        }
    }
}

/// A text file of our own site, such as a language.
///
/// # Errors
/// When it cannot be had.
pub async fn fetch_text(address: &str) -> Result<String, Failure> {
    exchange(Request::get(address), &Abort::new()).await
}

#[cfg(test)]
mod tests {
    use shared::api::Empty;
    use shared::auth::{DemoSignIn, DemoSignInInput};
    use shared::codes::Role;
    use shared::directory::{GetMember, ListMembers, MemberFilter};

    use super::*;

    #[test]
    fn reads_put_their_input_into_the_address() {
        let filter = MemberFilter {
            q: "a b&c".into(),
            page: 2,
            ..MemberFilter::default()
        };
        assert_eq!(address::<ListMembers>(&(), &filter), "/api/members?q=a+b%26c&page=2");
        let id = "01890000-0000-7000-8000-000000000001".parse().unwrap();
        let expected = "/api/members/01890000-0000-7000-8000-000000000001";
        assert_eq!(address::<GetMember>(&id, &Empty {}), expected);
    }

    #[test]
    fn writes_put_their_input_into_the_body() {
        let input = DemoSignInInput {
            role: Some(Role::Admin),
            member_id: None,
        };
        let request = Request::of::<DemoSignIn>(&(), &input).unwrap();
        let body = Some(r#"{"role":"admin"}"#.into());
        assert_eq!(
            request,
            Request {
                method: Method::Post,
                address: "/api/demo/session".into(),
                body,
                key: None,
            }
        );
    }
}
