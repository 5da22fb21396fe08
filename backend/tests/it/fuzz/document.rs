//! The server's description of itself, with what is known, and with the routes of files, which are not in it.

use serde_json::{Value, json};

use super::ground::Known;

/// Operations that are left out, with the reason.
const LEFT_OUT: [(&str, &str); 3] = [
    ("SignOut", "whoever is signed out tries nothing more"),
    (
        "GetSession",
        "other methods are tried where it is, and one of them signs out",
    ),
    ("DemoSignIn", "whoever becomes somebody else tries as them"),
];

/// Routes of files: name, method, path, media type of a good answer, parameters of the query. `/api/live` is none of them:
/// its answer never ends.
const FILES: [(&str, &str, &str, &str, &[&str]); 12] = [
    (
        "ClubCalendar",
        "get",
        "/api/calendar.ics",
        "text/calendar",
        &["country", "language"],
    ),
    (
        "OwnCalendar",
        "get",
        "/api/calendars/{file}",
        "text/calendar",
        &["language"],
    ),
    (
        "EventCalendar",
        "get",
        "/api/events/{event_id}/calendar.ics",
        "text/calendar",
        &["language"],
    ),
    ("MailPage", "get", "/api/demo/outbox/{mail_id}/html", "text/html", &[]),
    (
        "FiguresFile",
        "get",
        "/api/map/figures.csv",
        "text/csv",
        &["scope", "from", "to"],
    ),
    (
        "AttendeeFile",
        "get",
        "/api/organiser/events/{event_id}/attendees.csv",
        "text/csv",
        &[],
    ),
    ("GetPicture", "get", "/api/pictures/{picture_id}", "image/jpeg", &[]),
    (
        "DeletePicture",
        "delete",
        "/api/pictures/{picture_id}",
        "application/json",
        &[],
    ),
    (
        "PutCover",
        "put",
        "/api/organiser/events/{event_id}/cover",
        "application/json",
        &[],
    ),
    (
        "AddReportPicture",
        "post",
        "/api/organiser/events/{event_id}/report-pictures",
        "application/json",
        &[],
    ),
    (
        "AskUnsubscribe",
        "get",
        "/api/mails/unsubscribe",
        "text/html",
        &["kind", "token", "language"],
    ),
    (
        "Unsubscribe",
        "post",
        "/api/mails/unsubscribe",
        "text/html",
        &["kind", "token", "language"],
    ),
];

/// The description that is tried.
pub(super) struct Document(Value);

/// An operation of it.
pub(super) struct Operation {
    pub(super) name: String,
    pub(super) method: String,
    pub(super) path: String,
}

impl Document {
    /// The description of the server at an address.
    pub(super) async fn of(base: &str, known: &Known) -> Self {
        let answer = reqwest::get(format!("{base}/api/openapi.json")).await.unwrap();
        let mut document: Value = answer.json().await.unwrap();
        for file in FILES {
            let (_, method, path, ..) = file;
            document["paths"][path][method] = route(file);
        }
        for path in document["paths"].as_object_mut().unwrap().values_mut() {
            let operations = path.as_object_mut().unwrap();
            operations.retain(|_, operation| LEFT_OUT.iter().all(|(name, _)| operation["operationId"] != *name));
            operations.values_mut().for_each(|operation| tell(operation, known));
        }
        Self(document)
    }

    pub(super) const fn json(&self) -> &Value {
        &self.0
    }

    /// Every operation, in order.
    pub(super) fn operations(&self) -> Vec<Operation> {
        let paths = self.0["paths"].as_object().unwrap().iter();
        let operations = paths.flat_map(|(path, operations)| {
            operations
                .as_object()
                .unwrap()
                .iter()
                .map(|(method, operation)| Operation {
                    name: operation["operationId"].as_str().unwrap().into(),
                    method: method.to_uppercase(),
                    path: path.clone(),
                })
        });
        operations.collect()
    }
}

fn route((name, method, path, media_type, query): (&str, &str, &str, &str, &[&str])) -> Value {
    let in_path = path.split(['{', '}']).skip(1).step_by(2).map(|name| (name, "path"));
    let all = in_path.chain(query.iter().map(|name| (*name, "query")));
    let parameter = |(name, place)| json!({ "name": name, "in": place, "required": place == "path", "schema": { "type": "string" } });
    let parameters: Vec<_> = all.map(parameter).collect();
    let problem = json!({ "schema": { "$ref": "#/components/schemas/Problem" } });
    let mut operation = json!({
        "operationId": name,
        "parameters": parameters,
        "responses": {
            "200": { "description": "The file", "content": { media_type: {} } },
            "default": { "description": "A problem", "content": { "application/problem+json": problem } },
        },
    });
    if name == "Unsubscribe" {
        let one_click = json!({ "type": "object", "properties": { "List-Unsubscribe": { "enum": ["One-Click"] } } });
        let content = json!({ "application/x-www-form-urlencoded": { "schema": one_click } });
        operation["requestBody"] = json!({ "content": content });
    } else if method != "get" && method != "delete" {
        let bytes = json!({ "schema": { "type": "string", "format": "binary" } });
        operation["requestBody"] = json!({ "content": { "image/png": bytes } });
    }
    operation
}

/// Tells of an operation what is known: some values of its parameters, and a good body.
fn tell(operation: &mut Value, known: &Known) {
    let name = operation["operationId"].as_str().unwrap().to_owned();
    for parameter in operation["parameters"].as_array_mut().unwrap() {
        let of = parameter["name"].as_str().unwrap().to_owned();
        let find = |operation: &str| {
            known
                .values
                .iter()
                .find(|((one, name), _)| *one == operation && *name == of)
        };
        if let Some((_, values)) = find(&name).or_else(|| find("")) {
            if parameter["in"] == "path" {
                parameter["schema"] = json!({ "type": "string", "enum": values });
            }
            parameter["example"] = json!(values[0]);
        }
    }
    if let Some(body) = known.bodies.get(name.as_str()) {
        operation["requestBody"]["content"]["application/json"]["example"] = body.clone();
    }
}
