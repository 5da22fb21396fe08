//! The OpenAPI 3.1 document, made from the endpoint table and the schemas of its types.

use schemars::generate::SchemaSettings;
use schemars::{Schema, SchemaGenerator};
use serde_json::{Map, Value, json};
use shared::api::{AccessLevel, EndpointMeta, Problem, all};

/// The document; endpoints of demo mode are in it where that is on.
pub(super) fn document(is_demo: bool) -> Value {
    let mut generator = SchemaSettings::draft2020_12()
        .with(|settings| {
            settings.definitions_path = "/components/schemas".into();
            settings.meta_schema = None;
        })
        .into_generator();
    let problem = generator.subschema_for::<Problem>();
    let mut paths: Map<String, Value> = Map::new();
    for meta in all().filter(|meta| is_demo || meta.access != AccessLevel::Demo) {
        let operation = operation(meta, &mut generator, &problem);
        let path = paths.entry(meta.path).or_insert_with(|| json!({}));
        path[meta.method.as_str().to_ascii_lowercase()] = operation;
    }
    json!({
        "openapi": "3.1.0",
        "info": { "title": "Sakura Science Club", "version": env!("CARGO_PKG_VERSION"), "license": { "name": "Apache-2.0", "identifier": "Apache-2.0" } },
        "servers": [{ "url": "/" }],
        "paths": paths,
        "components": {
            "schemas": generator.take_definitions(true),
            "securitySchemes": { "session": { "type": "apiKey", "in": "cookie", "name": "club-session" } },
        },
    })
}

fn operation(meta: &EndpointMeta, generator: &mut SchemaGenerator, problem: &Schema) -> Value {
    let input = (meta.input_schema)(generator);
    let output = (meta.output_schema)(generator);
    let mut parameters = path_parameters(meta.path);
    let mut operation = json!({
        "operationId": meta.name,
        "tags": [meta.feature.as_str()],
        "summary": meta.summary.trim(),
        "responses": {
            "200": { "description": "The answer", "content": { "application/json": { "schema": output } } },
            "default": { "description": "A problem", "content": { "application/problem+json": { "schema": problem } } },
        },
    });
    if meta.method.has_body() {
        operation["requestBody"] = json!({ "required": true, "content": { "application/json": { "schema": input } } });
    } else {
        parameters.extend(query_parameters(&input, generator));
    }
    if matches!(meta.access, AccessLevel::Member | AccessLevel::Coordinator) {
        operation["security"] = json!([{ "session": [] }]);
    }
    operation["parameters"] = Value::Array(parameters);
    operation
}

fn path_parameters(path: &str) -> Vec<Value> {
    let names = path.split('{').skip(1).filter_map(|rest| rest.split('}').next());
    names
        .map(|name| json!({ "name": name, "in": "path", "required": true, "schema": { "type": "string", "format": "uuid" } }))
        .collect()
}

/// One parameter for each property of the input's object.
fn query_parameters(input: &Schema, generator: &SchemaGenerator) -> Vec<Value> {
    let name = input
        .get("$ref")
        .and_then(Value::as_str)
        .and_then(|reference| reference.rsplit('/').next());
    let object = name
        .and_then(|name| generator.definitions().get(name))
        .unwrap_or(input.as_value());
    let Some(properties) = object.get("properties").and_then(Value::as_object) else {
        return Vec::new();
    };
    let required = object.get("required").and_then(Value::as_array);
    let is_required = |name: &str| required.is_some_and(|names| names.iter().any(|known| known == name));
    properties
        .iter()
        .map(|(name, schema)| {
            json!({ "name": name, "in": "query", "required": is_required(name), "description": schema.get("description"), "schema": schema })
        })
        .collect()
}
