//! Negative controls: a server at fault, and one that answers something else than it says, are found out.

use axum::http::StatusCode;
use axum::routing::get;
use axum::{Json, Router};
use serde_json::{Value, json};

use super::schemathesis::{Effort, Found, fuzz};

fn document() -> Value {
    let good = json!({ "type": "object", "required": ["code"], "properties": { "code": { "type": "string" } } });
    let content = |kind: &str| json!({ "description": "An answer", "content": { kind: { "schema": good } } });
    let operation = |name: &str| {
        json!({ "get": { "operationId": name, "parameters": [
            { "name": "number", "in": "query", "required": false, "schema": { "type": "integer" } },
        ], "responses": { "200": content("application/json"), "default": content("application/json") } } })
    };
    json!({
        "openapi": "3.1.0",
        "info": { "title": "A server at fault", "version": "1" },
        "paths": { "/good": operation("Good"), "/fault": operation("Fault"), "/other": operation("Other") },
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn faults_and_answers_of_another_shape_are_found() {
    let router = Router::new()
        .route("/good", get(|| async { Json(json!({ "code": "good" })) }))
        // Of the shape that is described, so that nothing but the status tells.
        .route(
            "/fault",
            get(|| async { (StatusCode::INTERNAL_SERVER_ERROR, Json(json!({ "code": "internal" }))) }),
        )
        .route("/other", get(|| async { Json(json!({ "code": 1 })) }));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(axum::serve(listener, router).into_future());
    let found = tokio::task::spawn_blocking(move || {
        let folder = tempfile::TempDir::new().unwrap();
        fuzz(folder.path(), &base, &document(), None, Effort::Quick)
    });
    let mut found: Found = found.await.unwrap();
    found.failures.sort();
    let expected = [("JsonSchemaError", "GET /other"), ("ServerError", "GET /fault")];
    let expected = expected.map(|(kind, operation)| (kind.to_owned(), vec![operation.to_owned()]));
    assert_eq!(found.failures, expected, "{}", found.said);
    assert!(found.errors.is_empty());
}
