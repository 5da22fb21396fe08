//! Feeds for everybody: of the whole club and of chapters.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use backend::entity::event_text;
use sea_orm::ActiveValue::Set;
use sea_orm::EntityTrait;
use shared::api::ProblemCode;
use shared::rsvp::Answer;

use super::{answer, club, fetch};
use crate::support::{DAY, HOUR};

const CLUB: &str = "/api/calendar.ics";

#[tokio::test]
async fn a_feed_for_everybody_has_what_everybody_may_know() {
    let t = club().await;
    let now = t.app.clock.now().as_millisecond();
    t.event().title("for all").insert().await;
    t.event().title("for members").reach("members", "", "").insert().await;
    t.event().title("for some").reach("chosen", "IN", "").insert().await;
    t.event().title("draft").life("draft").insert().await;
    for (title, publish_at) in [("due", now - HOUR), ("later", now + HOUR)] {
        let event = t.event().title(title).life("scheduled");
        event
            .stored(|row| row.publish_at = Set(Some(publish_at)))
            .insert()
            .await;
    }
    for (title, days) in [("over for long", 91), ("over", 89)] {
        let ends_at = now - days * DAY;
        t.event().title(title).lasting(ends_at - HOUR, ends_at).insert().await;
    }
    for (title, days) in [("off for long", 31), ("off", 29)] {
        let event = t.event().title(title).life("cancelled");
        event
            .stored(|row| row.updated_at = Set(now - days * DAY))
            .insert()
            .await;
    }
    let expected = ["due", "for all", "off", "over"];
    let asha = t.member("Asha Rao").await;
    // Who asks is not asked: the feed is the same for members.
    for who in [&t.anonymous(), &asha] {
        let said = fetch(who, CLUB).await;
        assert_eq!(said.titles(), expected);
        assert_eq!(
            (said.method.as_str(), said.name.as_deref()),
            ("PUBLISH", Some("Sakura Science Club"))
        );
        assert_eq!(said.event("off").status, "CANCELLED");
        assert_eq!(said.event("for all").status, "CONFIRMED");
    }
}

#[tokio::test]
async fn a_chapter_has_a_feed_of_what_it_invites_to() {
    let t = club().await;
    t.event().title("of India").hosts(&["IN"]).insert().await;
    t.event().title("of both").hosts(&["NP", "IN"]).insert().await;
    t.event().title("of Nepal").hosts(&["NP"]).insert().await;
    let visitor = t.anonymous();
    let india = fetch(&visitor, "/api/calendar.ics?country=IN").await;
    assert_eq!(india.titles(), ["of India", "of both"]);
    assert_eq!(india.name.as_deref(), Some("Sakura Science Club: India"));
    let nepal = fetch(&visitor, "/api/calendar.ics?country=NP&language=ja").await;
    assert_eq!(nepal.titles(), ["of Nepal", "of both"]);
    assert_eq!(nepal.name.as_deref(), Some("さくらサイエンスクラブ（ネパール）"));
    assert!(fetch(&visitor, "/api/calendar.ics?country=JP").await.events.is_empty());
    let problem = visitor
        .get("/api/calendar.ics?country=ZZ")
        .await
        .problem(ProblemCode::Invalid);
    assert_eq!(problem.fields["country"][0].key, "invalid.unknown_value");
}

#[tokio::test]
async fn a_feed_names_nobody_who_comes_and_no_secret_place() {
    let t = club().await;
    let event = t
        .event()
        .typed(|input| input.room.get_or_insert_default().address = "Door code 4711".into());
    let event = event.insert().await;
    let asha = t.member("Asha Rao").await;
    answer(&asha, event, Answer::InPerson).await;
    let text = String::from_utf8(asha.get(CLUB).await.body).unwrap();
    for secret in ["Asha", "4711", "ATTENDEE", "ORGANIZER", "mailto"] {
        assert!(!text.contains(secret), "{secret}");
    }
}

#[tokio::test]
async fn texts_are_in_the_language_that_was_asked_for() {
    let t = club().await;
    let event = t.event().title("Reunion").insert().await;
    let text = event_text::ActiveModel {
        event_id: Set(event.0),
        position: Set(1),
        language: Set("ja".into()),
        title: Set("同窓会".into()),
        summary: Set("日本で会った皆さんへ。".repeat(20)),
        description_html: Set(String::new()),
    };
    event_text::Entity::insert(text)
        .exec_without_returning(&t.app.db.write)
        .await
        .unwrap();
    for (query, title) in [
        ("?language=ja-JP", "同窓会"),
        ("", "Reunion"),
        ("?language=ja", "同窓会"),
        ("?language=ne", "Reunion"),
    ] {
        assert_eq!(fetch(&t.anonymous(), &format!("{CLUB}{query}")).await.titles(), [title]);
    }
}

#[tokio::test]
async fn a_feed_that_did_not_change_is_not_sent_again() {
    let t = club().await;
    t.event().insert().await;
    let visitor = t.anonymous();
    let first = visitor.get(CLUB).await;
    assert_eq!(first.headers[header::CACHE_CONTROL], "public, max-age=300");
    let tag = first.headers[header::ETAG].clone();
    let again = |tags: String| {
        Request::get(CLUB)
            .header(header::IF_NONE_MATCH, tags)
            .body(Body::empty())
            .unwrap()
    };
    t.app.clock.advance(std::time::Duration::from_secs(60));
    let same = visitor
        .send::<()>(again(format!("\"x\", {}", tag.to_str().unwrap())))
        .await;
    assert_eq!((same.status, same.body.len()), (StatusCode::NOT_MODIFIED, 0));
    assert_eq!(same.headers[header::ETAG], tag);
    t.event().insert().await;
    let other = visitor.send::<()>(again(tag.to_str().unwrap().into())).await;
    assert_eq!(other.status, StatusCode::OK);
    assert_ne!(other.headers[header::ETAG], tag);
}
