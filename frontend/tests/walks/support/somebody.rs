//! Somebody else: another member who does things at the same time, without a browser.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpStream};

use shared::api::{Endpoint, PathParams, to_query};
use shared::auth::{DemoSignIn, DemoSignInInput};
use shared::codes::Role;
use shared::ids::MemberId;

use super::Server;

/// Another member, signed in.
pub(crate) struct Somebody {
    port: u16,
    cookie: String,
}

impl Somebody {
    /// Signs in as a member.
    pub(crate) fn sign_in(server: &Server, id: MemberId) -> Self {
        let input = DemoSignInInput {
            role: None,
            member_id: Some(id),
        };
        Self::signed_in(server, input)
    }

    /// Signs in as somebody of a role.
    pub(crate) fn of_role(server: &Server, role: Role) -> Self {
        let input = DemoSignInInput {
            role: Some(role),
            member_id: None,
        };
        Self::signed_in(server, input)
    }

    fn signed_in(server: &Server, input: DemoSignInInput) -> Self {
        let mut somebody = Self {
            port: server.port(),
            cookie: String::new(),
        };
        let (head, _) = somebody.send::<DemoSignIn>((), &input);
        let line = head.lines().find_map(|line| {
            line.split_once(": ")
                .filter(|(name, _)| name.eq_ignore_ascii_case("set-cookie"))
        });
        let (_, cookie) = line.unwrap_or_else(|| panic!("nobody was signed in: {head}"));
        somebody.cookie = cookie.split(';').next().unwrap_or_default().into();
        somebody
    }

    /// Calls an endpoint, which has to say yes.
    pub(crate) fn call<E: Endpoint>(&self, params: E::Params, input: &E::Input) -> E::Output {
        let (head, body) = self.send::<E>(params, input);
        assert!(head.starts_with("HTTP/1.1 200"), "{} was refused: {body}", E::NAME);
        serde_json::from_str(&body).unwrap()
    }

    fn send<E: Endpoint>(&self, params: E::Params, input: &E::Input) -> (String, String) {
        let (mut address, mut body) = (params.fill(E::PATH), String::new());
        if E::METHOD.has_body() {
            body = serde_json::to_string(input).unwrap();
        } else {
            address = [address, to_query(input).unwrap()].join("?");
        }
        let request = format!(
            "{} {address} HTTP/1.1\r\nhost: 127.0.0.1:{}\r\ncookie: {}\r\ncontent-type: application/json\r\n\
             content-length: {}\r\nconnection: close\r\n\r\n{body}",
            E::METHOD.as_str(),
            self.port,
            self.cookie,
            body.len()
        );
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        (head.into(), body.into())
    }
}
