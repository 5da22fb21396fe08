//! The table's endpoints called from inside the page, with its own cookie: the same viewer asks the same server.

use serde_json::{Value, json};
use shared::api::{Empty, Endpoint, PathParams, to_query};
use shared::auth::{DemoSignIn, DemoSignInInput, SignOut};
use shared::codes::Role;

use super::Page;

const FETCH: &str = "const [method, address, body, done] = arguments; \
    const headers = body === null ? {} : { 'content-type': 'application/json' }; \
    fetch(address, { method, headers, body }) \
        .then(async (answer) => done({ status: answer.status, text: await answer.text() })) \
        .catch((error) => done({ status: 0, text: String(error) }))";

impl Page {
    /// Calls an endpoint; nothing when the server says no.
    pub(crate) async fn ask<E: Endpoint>(&self, params: E::Params, input: &E::Input) -> Option<E::Output> {
        let (mut address, mut body) = (params.fill(E::PATH), None);
        if E::METHOD.has_body() {
            body = Some(serde_json::to_string(input).unwrap());
        } else {
            address = [address, to_query(input).unwrap()].join("?");
        }
        let args = vec![json!(E::METHOD.as_str()), json!(address), json!(body)];
        let answer = self.driver.execute_async(FETCH, args).await.unwrap();
        let Value::String(text) = &answer.json()["text"] else {
            panic!("{address} was not answered");
        };
        match answer.json()["status"].as_u64() {
            Some(200) => Some(serde_json::from_str(text).unwrap()),
            Some(400..500) => None,
            _ => panic!("{address}: {text}"),
        }
    }

    /// The same where the server has to say yes.
    pub(crate) async fn call<E: Endpoint>(&self, params: E::Params, input: &E::Input) -> E::Output {
        let answer = self.ask::<E>(params, input).await;
        self.good(answer.ok_or_else(|| format!("{} was refused", E::NAME)))
            .await
    }

    /// Becomes somebody of a role, without the screens for it.
    pub(crate) async fn become_role(&self, role: Role) {
        self.go("/healthz").await;
        let input = DemoSignInInput {
            role: Some(role),
            member_id: None,
        };
        self.call::<DemoSignIn>((), &input).await;
    }

    /// Becomes nobody again.
    pub(crate) async fn become_nobody(&self) {
        self.go("/healthz").await;
        self.call::<SignOut>((), &Empty {}).await;
    }
}
