//! What bad input gets: a problem with a code, the field and the right status; never our own fault, never HTML.

use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::{Request, header};
use shared::api::ProblemCode;

use crate::support::TestApp;

#[tokio::test]
async fn wrong_values_of_a_search_name_their_field() {
    let t = TestApp::new().await;
    for (query, field, key) in [
        ("country=ZZ", "country", "invalid.unknown_value"),
        ("country=IN&country=in", "country", "invalid.unknown_value"),
        ("fiscal_year=2013", "fiscal_year", "invalid.unknown_value"),
        ("fiscal_year=soon", "fiscal_year", "invalid.unknown_value"),
        ("programme=holiday", "programme", "invalid.unknown_value"),
        ("field=alchemy", "field", "invalid.unknown_value"),
        ("lives_in=Moon", "lives_in", "invalid.unknown_value"),
        ("open_to=all", "open_to", "invalid.unknown_value"),
        ("sort=age", "sort", "invalid.unknown_value"),
        ("page=0", "page", "invalid.at_least"),
        ("page=-1", "page", "invalid.unknown_value"),
        ("page=99999999999", "page", "invalid.unknown_value"),
        ("per_page=101", "per_page", "invalid.between"),
        ("per_page=0", "per_page", "invalid.between"),
        ("page=501", "page", "invalid.page_too_deep"),
        ("page=101&per_page=100", "page", "invalid.page_too_deep"),
        ("q=%FF%FE", "q", "invalid.not_utf8"),
        ("q=a%00b", "q", "invalid.control_character"),
        ("page=1&page=2", "page", "invalid.unknown_value"),
    ] {
        let problem = t
            .anonymous()
            .get(&format!("/api/members?{query}"))
            .await
            .problem(ProblemCode::Invalid);
        let texts = problem
            .fields
            .get(field)
            .unwrap_or_else(|| panic!("{query}: {:?}", problem.fields));
        assert_eq!(texts[0].key, key, "{query}");
    }
    t.anonymous().get("/api/members?page=500").await.good();
    t.anonymous().get("/api/members?nonsense=1&q=").await.good();
}

#[tokio::test]
async fn long_queries_are_too_long_or_too_large() {
    let t = TestApp::new().await;
    let long = "a".repeat(201);
    let problem = t
        .anonymous()
        .get(&format!("/api/members?q={long}"))
        .await
        .problem(ProblemCode::Invalid);
    assert_eq!(problem.fields["q"][0].args["max"], "200");
    let longer = "a".repeat(10_000);
    t.anonymous()
        .get(&format!("/api/members?q={longer}"))
        .await
        .problem(ProblemCode::TooLarge);
    t.anonymous()
        .get(&format!("/api/members/suggest?q={longer}"))
        .await
        .problem(ProblemCode::TooLarge);
}

#[tokio::test]
async fn malformed_ids_name_the_parameter() {
    let t = TestApp::new().await;
    for id in ["1", "not-an-id", "01900000-0000-7000-8000-00000000000g", "%FF"] {
        let problem = t
            .anonymous()
            .get(&format!("/api/members/{id}"))
            .await
            .problem(ProblemCode::Invalid);
        assert_eq!(problem.fields["member_id"][0].key, "invalid.malformed", "{id}");
    }
    let nobody = "/api/members/01900000-0000-7000-8000-000000000000";
    let problem = t.anonymous().get(nobody).await.problem(ProblemCode::NotFound);
    assert_eq!(problem.text.key, "problem.not_found_member");
}

fn write() -> axum::http::request::Builder {
    Request::put("/api/me/profile").header(header::CONTENT_TYPE, "application/json")
}

#[tokio::test]
async fn bodies_of_the_wrong_kind_or_size_are_refused() {
    let t = TestApp::new().await;
    let asha = t.member("Asha Rao").await;
    let plain = Request::put("/api/me/profile")
        .header(header::CONTENT_TYPE, "text/plain")
        .body(Body::from("{}"))
        .unwrap();
    asha.send::<()>(plain).await.problem(ProblemCode::UnsupportedMediaType);
    let untyped = Request::put("/api/me/profile").body(Body::from("{}")).unwrap();
    asha.send::<()>(untyped)
        .await
        .problem(ProblemCode::UnsupportedMediaType);
    let large = write().body(Body::from(vec![b' '; 70_000])).unwrap();
    asha.send::<()>(large).await.problem(ProblemCode::TooLarge);
    let bytes = write().body(Body::from(vec![b'"', 0xFF, b'"'])).unwrap();
    asha.send::<()>(bytes).await.problem(ProblemCode::Invalid);
    let half = write().body(Body::from(r#"{"name":"A"}"#)).unwrap();
    let problem = asha.send::<()>(half).await.problem(ProblemCode::Invalid);
    assert_eq!(problem.fields["audiences"][0].key, "invalid.missing");
    let deep = write().body(Body::from("[".repeat(5_000))).unwrap();
    asha.send::<()>(deep).await.problem(ProblemCode::Invalid);
}

#[tokio::test]
async fn a_body_that_never_ends_is_given_up() {
    let t = TestApp::new().await;
    let visitor = t.anonymous();
    // From here on time jumps to the next moment something waits for.
    tokio::time::pause();
    let first = futures_util::stream::once(async { Ok::<_, std::io::Error>(Bytes::from_static(b"{")) });
    let never = futures_util::stream::pending();
    let slow = Body::from_stream(futures_util::StreamExt::chain(first, never));
    let request = Request::post("/api/demo/session")
        .header(header::CONTENT_TYPE, "application/json")
        .body(slow)
        .unwrap();
    let answer = tokio::time::timeout(Duration::from_secs(60), visitor.send::<()>(request))
        .await
        .unwrap();
    answer.problem(ProblemCode::Timeout);
}
