//! What pages may ask their reader for.

use std::collections::BTreeMap;

use axum::http::header;
use backend::app::Settings;
use backend::entity::mail_address;
use sea_orm::{ActiveValue::Set, EntityTrait};
use shared::admin::{ListOutbox, OutboxFilter};
use shared::rsvp::{Answer, RsvpInput, SetRsvp};

use crate::support::TestApp;

/// An app with every page that there is: that of the product, the documentation, a mail, and the end of mails.
async fn pages() -> (TestApp, tempfile::TempDir, Vec<String>) {
    let dist = tempfile::TempDir::new().unwrap();
    std::fs::write(dist.path().join("index.html"), "<!doctype html>").unwrap();
    let settings = Settings {
        is_demo: true,
        dist: Some(dist.path().into()),
        ..Settings::default()
    };
    let t = TestApp::with(settings).await;
    let asha = t.person("Asha Rao").insert().await;
    let address = mail_address::ActiveModel {
        member_id: Set(asha.0),
        address: Set("asha@example.org".into()),
        unsubscribe_token: Set("secret".into()),
    };
    let inserted = mail_address::Entity::insert(address);
    inserted.exec_without_returning(&t.app.db.write).await.unwrap();
    let asha = t.signed_in(asha).await;
    let event = t.event().insert().await;
    asha.call::<SetRsvp>(event, RsvpInput::of(Answer::InPerson))
        .await
        .good();
    let mails = asha.call::<ListOutbox>((), OutboxFilter::default()).await.good().mails;
    let pages = [
        "/".into(),
        "/index.html".into(),
        format!("/events/{event}"),
        "/nowhere".into(),
        "/api/docs".into(),
        format!("/api/demo/outbox/{}/html", mails[0].id),
        "/api/mails/unsubscribe?kind=reminder_day&token=secret".into(),
    ];
    (t, dist, pages.into())
}

#[tokio::test]
async fn every_page_may_ask_for_camera_and_place_on_this_site_and_for_nothing_else() {
    let (t, _dist, pages) = pages().await;
    for page in pages {
        let answer = t.anonymous().get(&page).await;
        assert_eq!(answer.status, 200, "{page}");
        let kind = answer.headers[header::CONTENT_TYPE].to_str().unwrap();
        assert!(kind.starts_with("text/html"), "{page}: {kind}");
        let policy = answer.headers["permissions-policy"].to_str().unwrap();
        let mut rules: BTreeMap<_, _> = policy.split(", ").map(|rule| rule.split_once('=').unwrap()).collect();
        let allowed = ["camera", "geolocation"].map(|name| rules.remove(name));
        assert_eq!(allowed, [Some("(self)"); 2], "{page}: {policy}");
        assert!(rules.values().all(|who| *who == "()"), "{page}: {policy}");
        for name in [
            "microphone",
            "payment",
            "usb",
            "serial",
            "hid",
            "display-capture",
            "midi",
            "fullscreen",
        ] {
            assert!(rules.contains_key(name), "{page}: {policy}");
        }
    }
}
