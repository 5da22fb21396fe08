//! Sweeps over the whole endpoint table: what holds for one row holds for all of them, and for those to come.

use axum::body::Body;
use axum::http::{Request, header};
use backend::http::routes;
use shared::api::{AccessLevel, EndpointMeta, Method, ProblemCode, all};
use shared::codes::Role;

use crate::support::TestApp;

/// The path with an id that belongs to nobody.
fn path(meta: &EndpointMeta) -> String {
    let id = "01900000-0000-7000-8000-000000000000";
    let segments = meta
        .path
        .split('/')
        .map(|segment| if segment.starts_with('{') { id } else { segment });
    segments.collect::<Vec<_>>().join("/")
}

fn request(meta: &EndpointMeta, body: &str) -> Request<Body> {
    let request = Request::builder().method(meta.method.as_str()).uri(path(meta));
    let request = if meta.method.has_body() {
        request.header(header::CONTENT_TYPE, "application/json")
    } else {
        request
    };
    request.body(Body::from(body.to_owned())).unwrap()
}

#[tokio::test]
async fn every_row_is_mounted_exactly_once_and_nothing_else() {
    let t = TestApp::new().await;
    let mut mounted = routes(&t.app).mounted().to_vec();
    let mut rows: Vec<&str> = all().map(|meta| meta.name).collect();
    mounted.sort_unstable();
    rows.sort_unstable();
    assert_eq!(mounted, rows);
    rows.dedup();
    assert_eq!(rows.len(), all().count(), "two rows of one name");
}

#[tokio::test]
async fn rows_for_members_tell_anonymous_callers_nothing_but_that() {
    let t = TestApp::new().await;
    let is_closed = |access| matches!(access, AccessLevel::Member | AccessLevel::Coordinator);
    let rows: Vec<_> = all().filter(|meta| is_closed(meta.access)).collect();
    assert!(!rows.is_empty());
    for meta in rows {
        // The body is broken: who is not admitted does not learn even that.
        t.anonymous()
            .send::<()>(request(meta, "{"))
            .await
            .problem(ProblemCode::Unauthenticated);
    }
}

#[tokio::test]
async fn rows_for_coordinators_are_closed_to_members_whatever_they_send() {
    let t = TestApp::new().await;
    let asha = t.member("Asha Rao").await;
    let rows: Vec<_> = all().filter(|meta| meta.access == AccessLevel::Coordinator).collect();
    assert!(!rows.is_empty());
    for meta in rows {
        let answer = asha.send::<()>(request(meta, "{")).await;
        answer.problem(ProblemCode::Forbidden);
    }
}

#[tokio::test]
async fn broken_bodies_are_problems_everywhere() {
    let t = TestApp::new().await;
    let asha = t.person("Asha Rao").role(Role::Coordinator).insert().await;
    let asha = t.signed_in(asha).await;
    let rows: Vec<_> = all().filter(|meta| meta.method.has_body()).collect();
    assert!(!rows.is_empty());
    for meta in rows {
        for body in ["{", "", "[]", "\u{0}", "{} {}"] {
            let problem = asha.send::<()>(request(meta, body)).await.problem(ProblemCode::Invalid);
            assert!(!problem.fields.is_empty(), "{} {body:?}", meta.name);
        }
    }
}

#[tokio::test]
async fn unknown_methods_and_paths_are_problems_everywhere() {
    let t = TestApp::new().await;
    let paths: std::collections::BTreeSet<String> = all().map(path).collect();
    for path in &paths {
        let known: Vec<&str> = all()
            .filter(|meta| &self::path(meta) == path)
            .map(|meta| meta.method.as_str())
            .collect();
        for method in ["GET", "POST", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND"] {
            if known.contains(&method) {
                continue;
            }
            let request = Request::builder().method(method).uri(path).body(Body::empty()).unwrap();
            t.anonymous()
                .send::<()>(request)
                .await
                .problem(ProblemCode::MethodNotAllowed);
        }
        t.anonymous()
            .get(&format!("{path}/nothing/here"))
            .await
            .problem(ProblemCode::NotFound);
    }
    t.anonymous().get("/api").await.problem(ProblemCode::NotFound);
    t.anonymous().get("/api/").await.problem(ProblemCode::NotFound);
}

#[tokio::test]
async fn every_answer_carries_the_security_headers() {
    let t = TestApp::new().await;
    let page = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval';";
    let json = "default-src 'none'; frame-ancestors 'none'";
    for (path, expected) in [
        ("/api/session", json),
        ("/api/members", json),
        ("/api/nothing", json),
        ("/healthz", page),
        ("/api/docs", page),
    ] {
        let answer = t.anonymous().get(path).await;
        let policy = answer.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
        assert!(policy.starts_with(expected), "{policy}");
        assert_eq!(answer.headers.contains_key("permissions-policy"), expected == page);
        assert_eq!(answer.headers[header::REFERRER_POLICY], "same-origin");
        assert_eq!(answer.headers["x-robots-tag"], "noindex");
        assert!(
            !policy.contains("'unsafe-inline'") && !policy.contains("'unsafe-eval'"),
            "{policy}"
        );
        assert_eq!(answer.headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
        assert!(answer.headers.contains_key("x-request-id"));
    }
}

#[tokio::test]
async fn the_openapi_document_describes_every_row_completely() {
    let t = TestApp::new().await;
    let document = t.anonymous().get("/api/openapi.json").await.good();
    assert_eq!(document["openapi"], "3.1.0");
    for meta in all() {
        let operation = &document["paths"][meta.path][meta.method.as_str().to_ascii_lowercase()];
        assert_eq!(operation["operationId"], meta.name);
        assert_eq!(operation.get("requestBody").is_some(), meta.method.has_body());
        assert!(operation["responses"]["200"]["content"]["application/json"]["schema"].is_object());
    }
    let text = document.to_string();
    let schemas = document["components"]["schemas"].as_object().unwrap();
    for reference in text
        .split("\"#/components/schemas/")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
    {
        assert!(schemas.contains_key(reference), "{reference} is not described");
    }
    let names = document["paths"]["/api/members"]["get"]["parameters"]
        .as_array()
        .unwrap();
    let names: Vec<&str> = names
        .iter()
        .map(|parameter| parameter["name"].as_str().unwrap())
        .collect();
    for name in [
        "q",
        "country",
        "fiscal_year",
        "programme",
        "field",
        "lives_in",
        "open_to",
        "sort",
        "page",
        "per_page",
    ] {
        assert!(names.contains(&name), "{name}");
    }
    insta::assert_json_snapshot!("openapi", document);
}

#[tokio::test]
async fn the_page_about_the_api_loads_nothing_from_outside() {
    let t = TestApp::new().await;
    let answer = t.anonymous().get("/api/docs").await;
    let page = String::from_utf8(answer.body.clone()).unwrap();
    assert!(all().all(|meta| page.contains(meta.path)));
    assert!(!page.contains("://") && !page.contains("<script") && !page.contains("style=\""));
}

#[tokio::test]
async fn health_and_readiness_answer() {
    let t = TestApp::new().await;
    for (path, word) in [("/healthz", "ok"), ("/readyz", "ready")] {
        assert_eq!(t.anonymous().get(path).await.body, word.as_bytes());
    }
}

#[test]
fn reads_have_no_body_and_writes_are_never_get() {
    for meta in all() {
        let is_read = ["Get", "List", "Suggest", "Preview"]
            .iter()
            .any(|verb| meta.name.starts_with(verb));
        assert_eq!(is_read, meta.method == Method::Get, "{}", meta.name);
    }
}
