//! The page about the API, made from the OpenAPI document; it loads one style sheet of ours and nothing else.

use askama::Template;
use axum::extract::State;
use axum::http::header;
use axum::response::{Html, IntoResponse};
use serde_json::Value;

use super::openapi;
use crate::app::App;
use crate::error::Result;

#[derive(Template)]
#[template(path = "api_docs.html")]
struct Page {
    operations: Vec<Operation>,
    schemas: Vec<Schema>,
}

struct Operation {
    id: String,
    method: String,
    path: String,
    summary: String,
    needs_session: bool,
    parameters: Vec<Parameter>,
    body: Option<String>,
    answer: String,
}

struct Parameter {
    name: String,
    place: String,
    kind: String,
    meaning: String,
}

struct Schema {
    name: String,
    meaning: String,
    json: String,
}

/// `GET /api/docs`
pub(super) async fn page(State(app): State<App>) -> Result<Html<String>> {
    let document = openapi::document(app.settings.is_demo);
    let page = Page {
        operations: operations(&document),
        schemas: schemas(&document),
    };
    Ok(Html(page.render().map_err(anyhow::Error::from)?))
}

/// `GET /api/docs/docs.css`
pub(super) async fn style() -> impl IntoResponse {
    (
        [(header::CONTENT_TYPE, "text/css")],
        include_str!("../../templates/api_docs.css"),
    )
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn entries(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flatten()
}

/// The last part of a reference, or the type's own word.
fn type_name(schema: &Value) -> String {
    match (schema["$ref"].as_str(), &schema["items"], &schema["type"]) {
        (Some(reference), _, _) => reference.rsplit('/').next().unwrap_or_default().to_owned(),
        (None, items @ Value::Object(_), _) => format!("{}[]", type_name(items)),
        (None, _, Value::String(name)) => name.clone(),
        (None, _, other) => other.to_string(),
    }
}

fn operations(document: &Value) -> Vec<Operation> {
    let paths = entries(&document["paths"]);
    let each =
        paths.flat_map(|(path, methods)| entries(methods).map(move |(method, operation)| (path, method, operation)));
    each.map(|(path, method, operation)| {
        let content = |holder: &Value| type_name(&holder["content"]["application/json"]["schema"]);
        let parameters = operation["parameters"].as_array().into_iter().flatten();
        Operation {
            id: text(&operation["operationId"]),
            method: method.to_uppercase(),
            path: path.clone(),
            summary: text(&operation["summary"]),
            needs_session: operation.get("security").is_some(),
            parameters: parameters
                .map(|parameter| Parameter {
                    name: text(&parameter["name"]),
                    place: text(&parameter["in"]),
                    kind: type_name(&parameter["schema"]),
                    meaning: text(&parameter["description"]),
                })
                .collect(),
            body: operation.get("requestBody").map(content),
            answer: content(&operation["responses"]["200"]),
        }
    })
    .collect()
}

fn schemas(document: &Value) -> Vec<Schema> {
    entries(&document["components"]["schemas"])
        .map(|(name, schema)| Schema {
            name: name.clone(),
            meaning: text(&schema["description"]),
            json: serde_json::to_string_pretty(schema).unwrap_or_default(),
        })
        .collect()
}
