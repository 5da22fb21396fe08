//! Pictures: sent, made anew, shown to who may know of the event, replaced and removed.

use std::io::Cursor;

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use image::{DynamicImage, ImageFormat, RgbImage};
use serde_json::Value;
use shared::api::{Empty, ProblemCode};
use shared::codes::Role;
use shared::events::{
    DeleteEvent, DuplicateEvent, GetEvent, GetEventDraft, LanguageFilter, ReportInput, SetEventReport, TakenPicture,
};
use shared::ids::{EventId, PictureId};

use super::{complete, coordinator, created, pass, published, signed_in, soon};
use crate::support::{Actor, DAY, TestApp};

fn png(width: u32, height: u32) -> Vec<u8> {
    let mut file = Cursor::new(Vec::new());
    let picture = DynamicImage::from(RgbImage::new(width, height));
    picture.write_to(&mut file, ImageFormat::Png).unwrap();
    file.into_inner()
}

fn cover(event: EventId, file: impl Into<Body>) -> Request<Body> {
    let address = format!("/api/organiser/events/{event}/cover");
    Request::put(address).body(file.into()).unwrap()
}

fn report_picture(event: EventId, file: impl Into<Body>) -> Request<Body> {
    let address = format!("/api/organiser/events/{event}/report-pictures");
    Request::post(address).body(file.into()).unwrap()
}

fn address(picture: PictureId) -> String {
    format!("/api/pictures/{picture}")
}

async fn status(who: &Actor, picture: PictureId) -> StatusCode {
    who.get(&address(picture)).await.status
}

async fn delete(who: &Actor, picture: PictureId) -> StatusCode {
    let request = Request::delete(address(picture)).body(Body::empty()).unwrap();
    who.send::<Empty>(request).await.status
}

#[tokio::test]
async fn a_cover_is_made_anew_shown_replaced_and_removed() {
    let t = TestApp::new().await;
    let olga = coordinator(&t).await;
    let id = published(&olga, complete()).await;
    let first: TakenPicture = olga.send(cover(id, png(2_000, 1_000))).await.good();
    assert_eq!((first.width, first.height), (1_600, 800));
    let seen = t
        .anonymous()
        .call::<GetEvent>(id, LanguageFilter::default())
        .await
        .good();
    assert_eq!(seen.summary.cover, Some(first.id));
    let answer = t.anonymous().get(&address(first.id)).await;
    assert_eq!(answer.headers[header::CONTENT_TYPE], "image/jpeg");
    assert_eq!(
        answer.headers[header::CACHE_CONTROL],
        "private, max-age=31536000, immutable"
    );
    assert_eq!(answer.headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
    assert_eq!(image::guess_format(&answer.body).unwrap(), ImageFormat::Jpeg);
    let second: TakenPicture = olga.send(cover(id, png(30, 20))).await.good();
    assert_eq!(status(&t.anonymous(), first.id).await, StatusCode::NOT_FOUND);
    assert_eq!(status(&t.anonymous(), second.id).await, StatusCode::OK);
    let draft = olga.call::<GetEventDraft>(id, Empty {}).await.good();
    assert_eq!(
        (draft.cover, draft.version),
        (Some(second.id), 2),
        "an editor at work goes on"
    );
    assert_eq!(delete(&olga, second.id).await, StatusCode::OK);
    assert_eq!(status(&olga, second.id).await, StatusCode::NOT_FOUND);
    let draft = olga.call::<GetEventDraft>(id, Empty {}).await.good();
    assert_eq!(draft.cover, None);
}

#[tokio::test]
async fn a_copied_event_has_a_cover_of_its_own() {
    let t = TestApp::new().await;
    let olga = coordinator(&t).await;
    let last = published(&olga, complete()).await;
    let bare = olga.call::<DuplicateEvent>(last, Empty {}).await.good();
    assert_eq!(bare.cover, None);
    let first: TakenPicture = olga.send(cover(last, png(30, 20))).await.good();
    let copy = olga.call::<DuplicateEvent>(last, Empty {}).await.good();
    let second = copy.cover.unwrap();
    assert_ne!(second, first.id);
    let bytes = |answer: crate::support::Answer<Value>| answer.body;
    let [old, new] = [first.id, second].map(address);
    assert_eq!(bytes(olga.get(&old).await), bytes(olga.get(&new).await));
    // A draft's cover is not for everybody, although the event that it came from is.
    assert_eq!(status(&t.anonymous(), first.id).await, StatusCode::OK);
    assert_eq!(status(&t.anonymous(), second).await, StatusCode::NOT_FOUND);
    olga.send::<TakenPicture>(cover(copy.id, png(8, 8))).await.good();
    assert_eq!(status(&olga, second).await, StatusCode::NOT_FOUND);
    let other = olga.call::<DuplicateEvent>(last, Empty {}).await.good();
    olga.call::<DeleteEvent>(other.id, Empty {}).await.good();
    assert_eq!(status(&olga, other.cover.unwrap()).await, StatusCode::NOT_FOUND);
    assert_eq!(status(&olga, first.id).await, StatusCode::OK);
}

#[tokio::test]
async fn a_picture_is_for_who_may_know_of_its_event() {
    let t = TestApp::new().await;
    let olga = coordinator(&t).await;
    let foreign = signed_in(&t, Role::Coordinator, "NP").await;
    let member = t.member("Asha").await;
    let draft = created(&olga, complete()).await.id;
    let hidden = t.event().reach("chosen", "VN", "").insert().await;
    let closed = t.event().reach("members", "", "").insert().await;
    let chosen = signed_in(&t, Role::Member, "VN").await;
    let anonymous = t.anonymous();
    for (event, seen_by) in [
        (draft, [false, false, false, false, true]),
        (hidden, [false, false, true, false, true]),
        (closed, [false, true, true, true, true]),
    ] {
        let picture: TakenPicture = olga.send(cover(event, png(8, 8))).await.good();
        let who = [&anonymous, &member, &chosen, &foreign, &olga];
        for (who, sees) in who.into_iter().zip(seen_by) {
            let expected = if sees { StatusCode::OK } else { StatusCode::NOT_FOUND };
            assert_eq!(status(who, picture.id).await, expected);
        }
        assert_eq!(delete(&anonymous, picture.id).await, StatusCode::UNAUTHORIZED);
        assert_eq!(delete(&member, picture.id).await, StatusCode::FORBIDDEN);
        assert_eq!(delete(&foreign, picture.id).await, StatusCode::NOT_FOUND);
    }
    for (who, code) in [
        (&anonymous, ProblemCode::Unauthenticated),
        (&member, ProblemCode::Forbidden),
        (&foreign, ProblemCode::NotFound),
    ] {
        who.send::<Value>(cover(draft, png(8, 8))).await.problem(code);
    }
    let nobodys = PictureId(uuid::Uuid::now_v7());
    let answer = anonymous.get(&address(nobodys)).await;
    assert_eq!(
        answer.problem(ProblemCode::NotFound).text.key,
        "problem.not_found_picture"
    );
    let answer = anonymous.get("/api/pictures/1").await;
    let problem = answer.problem(ProblemCode::Invalid);
    assert_eq!(problem.fields["picture_id"][0].key, "invalid.malformed");
}

/// A tiny file that says that it is very large inside.
fn bomb() -> Vec<u8> {
    let mut file = png(8, 8);
    file[16..24].copy_from_slice(&[0, 0, 0xC3, 0x50, 0, 0, 0xC3, 0x50]);
    file[29..33].copy_from_slice(&[0xC4, 0xCD, 0xAA, 0x9D]);
    file
}

#[tokio::test]
async fn files_that_are_no_pictures_or_too_much_are_refused_at_their_field() {
    let t = TestApp::new().await;
    let olga = coordinator(&t).await;
    let id = created(&olga, complete()).await.id;
    let script = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>".to_vec();
    for (file, key) in [
        (Vec::new(), "invalid.picture_unreadable"),
        (b"MZ\x90\0".to_vec(), "invalid.picture_unreadable"),
        (script, "invalid.picture_unreadable"),
        (png(40, 40)[..60].to_vec(), "invalid.picture_unreadable"),
    ] {
        let problem = olga.send::<Value>(cover(id, file)).await.problem(ProblemCode::Invalid);
        assert_eq!(problem.fields["picture"][0].key, key);
    }
    // Fifty megabytes, said before or not.
    let large = vec![0_u8; 50 * 1024 * 1024];
    let mut told = cover(id, large.clone());
    let length = header::HeaderValue::from_str(&large.len().to_string()).unwrap();
    told.headers_mut().insert(header::CONTENT_LENGTH, length);
    for request in [told, cover(id, large)] {
        let problem = olga.send::<Value>(request).await.problem(ProblemCode::TooLarge);
        assert_eq!(problem.fields["picture"][0].key, "invalid.picture_too_large");
        assert_eq!(problem.fields["picture"][0].args["max"], "8");
    }
    let problem = olga
        .send::<Value>(cover(id, bomb()))
        .await
        .problem(ProblemCode::Invalid);
    assert_eq!(problem.fields["picture"][0].key, "invalid.picture_too_many_pixels");
    let draft = olga.call::<GetEventDraft>(id, Empty {}).await.good();
    assert_eq!(draft.cover, None);
}

#[tokio::test]
async fn a_report_has_pictures_up_to_a_dozen_in_all() {
    let t = TestApp::new().await;
    let olga = coordinator(&t).await;
    let id = published(&olga, soon()).await;
    let early = olga.send::<Value>(report_picture(id, png(8, 8))).await;
    assert_eq!(early.problem(ProblemCode::Conflict).text.key, "problem.event_not_over");
    let _: TakenPicture = olga.send(cover(id, png(8, 8))).await.good();
    pass(&t, 3 * DAY);
    let late = olga.send::<Value>(cover(id, png(8, 8))).await;
    assert_eq!(late.problem(ProblemCode::Conflict).text.key, "problem.event_closed");
    let mut sent = Vec::new();
    for _ in 0..11 {
        let taken: TakenPicture = olga.send(report_picture(id, png(8, 8))).await.good();
        sent.push(taken.id);
    }
    let full = olga.send::<Value>(report_picture(id, png(8, 8))).await;
    let problem = full.problem(ProblemCode::Invalid);
    assert_eq!(problem.fields["picture"][0].key, "invalid.pictures_full");
    let report = olga.call::<SetEventReport>(id, ReportInput::default()).await.good();
    assert_eq!(report.pictures, sent);
    assert_eq!(delete(&olga, sent[3]).await, StatusCode::OK);
    let _: TakenPicture = olga.send(report_picture(id, png(8, 8))).await.good();
}
