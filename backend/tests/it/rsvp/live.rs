//! Hints for open pages: after every change, from this process and from others, to those only who may know of the event.

use axum::body::Body;
use axum::http::{Request, header};
use http_body_util::BodyExt;
use shared::api::ProblemCode;
use tower::ServiceExt;

use super::{join, members};
use crate::support::TestApp;

/// The next piece of a stream.
async fn next(body: &mut Body) -> String {
    let frame = body.frame().await.unwrap().unwrap();
    String::from_utf8(frame.into_data().unwrap().to_vec()).unwrap()
}

#[tokio::test]
async fn open_pages_are_told_of_answers_here_and_elsewhere() {
    let t = TestApp::new().await;
    let [ada, ben] = members(&t, ["Ada", "Ben"]).await;
    let event = t.event().insert().await;
    let other = t.another_process().await;
    let request = Request::get(format!("/api/live?event={event}"))
        .body(Body::empty())
        .unwrap();
    let mut streams = Vec::new();
    for router in [&t.router, &other.router] {
        let request = Request::get(request.uri().clone()).body(Body::empty()).unwrap();
        let answer = router.clone().oneshot(request).await.unwrap();
        assert_eq!(answer.headers()[header::CONTENT_TYPE], "text/event-stream");
        streams.push(answer.into_body());
    }
    let hint = format!("event: event\ndata: {event}\n\n");
    for stream in &mut streams {
        // It begins with one, for what has happened since the page asked.
        assert_eq!(next(stream).await, hint);
    }
    join(&ada, event).await;
    join(&ben, event).await;
    assert_eq!(next(&mut streams[0]).await, hint);
    // The other process learns of it from the feed.
    backend::feed::catch_up(&other.app).await.unwrap();
    assert_eq!(next(&mut streams[1]).await, hint);
}

#[tokio::test]
async fn nobody_hears_of_an_event_that_they_may_not_know_of() {
    let t = TestApp::new().await;
    let members_only = t.event().reach("members", "", "").insert().await;
    let draft = t.event().life("draft").insert().await;
    for event in [members_only, draft] {
        let answer = t.anonymous().get(&format!("/api/live?event={event}")).await;
        answer.problem(ProblemCode::NotFound);
    }
    for query in ["", "event=x", "event="] {
        t.anonymous()
            .get(&format!("/api/live?{query}"))
            .await
            .problem(ProblemCode::Invalid);
    }
}
