//! Sessions: signing in as a fictional person, staying signed in, leaving.

use std::time::Duration;

use axum::body::Body;
use axum::http::{Request, header};
use backend::app::Settings;
use backend::entity::session;
use sea_orm::EntityTrait;
use shared::api::{Empty, ProblemCode};
use shared::auth::{DemoSignIn, DemoSignInInput, GetSession, SessionState, SignOut};
use shared::codes::Role;
use shared::directory::GetOwnProfile;
use shared::ids::MemberId;

use crate::support::TestApp;

fn role(role: Role) -> DemoSignInInput {
    DemoSignInInput {
        role: Some(role),
        member_id: None,
    }
}

#[tokio::test]
async fn a_visitor_has_no_session() {
    let t = TestApp::new().await;
    let state = t.anonymous().call::<GetSession>((), Empty {}).await.good();
    assert_eq!(
        state,
        SessionState {
            member: None,
            is_demo: true
        }
    );
}

#[tokio::test]
async fn demo_sign_in_by_role_and_by_id_and_sign_out() {
    let t = TestApp::new().await;
    let asha = t.person("Asha Rao").insert().await;
    t.person("Nur Aisyah")
        .country("MY")
        .role(Role::Coordinator)
        .insert()
        .await;
    let mut visitor = t.anonymous();
    let answer = visitor.call::<DemoSignIn>((), role(Role::Coordinator)).await;
    visitor.keep_cookie(&answer);
    let member = visitor.call::<GetSession>((), Empty {}).await.good().member.unwrap();
    assert_eq!(
        (member.name.as_str(), member.role, member.country.code()),
        ("Nur Aisyah", Role::Coordinator, "MY")
    );
    let answer = visitor
        .call::<DemoSignIn>(
            (),
            DemoSignInInput {
                role: None,
                member_id: Some(asha),
            },
        )
        .await;
    visitor.keep_cookie(&answer);
    assert_eq!(
        visitor.call::<GetSession>((), Empty {}).await.good().member.unwrap().id,
        asha
    );
    assert_eq!(
        session::Entity::find().all(&t.app.db.read).await.unwrap().len(),
        1,
        "the older session has ended"
    );
    let left = visitor.clone();
    let answer = visitor.call::<SignOut>((), Empty {}).await;
    visitor.keep_cookie(&answer);
    assert_eq!(visitor.call::<GetSession>((), Empty {}).await.good().member, None);
    left.call::<GetOwnProfile>((), Empty {})
        .await
        .problem(ProblemCode::Unauthenticated);
}

#[tokio::test]
async fn the_cookie_is_out_of_reach_of_scripts_and_secure_with_tls() {
    let t = TestApp::new().await;
    t.person("Asha Rao").insert().await;
    let answer = t.anonymous().call::<DemoSignIn>((), role(Role::Member)).await;
    let cookie = answer.headers[header::SET_COOKIE].to_str().unwrap().to_owned();
    assert!(
        cookie.starts_with("club-session=") && cookie.contains("; HttpOnly; SameSite=Lax"),
        "{cookie}"
    );
    let token = cookie["club-session=".len()..].split(';').next().unwrap();
    assert_eq!(token.len(), 64, "256 bits in hexadecimal");
    let stored = session::Entity::find().one(&t.app.db.read).await.unwrap().unwrap();
    assert_ne!(stored.token_hash, token, "only a hash is stored");

    let settings = Settings {
        is_demo: true,
        public_url: "https://club.example".into(),
        ..Settings::default()
    };
    let t = TestApp::with(settings).await;
    t.person("Asha Rao").insert().await;
    let answer = t.anonymous().call::<DemoSignIn>((), role(Role::Member)).await;
    let cookie = answer.headers[header::SET_COOKIE].to_str().unwrap();
    assert!(
        cookie.starts_with("__Host-club-session=") && cookie.ends_with("; Secure"),
        "{cookie}"
    );
    assert!(answer.headers.contains_key(header::STRICT_TRANSPORT_SECURITY));
}

#[tokio::test]
async fn a_session_ends_when_unused_for_a_week_and_after_a_month_at_the_latest() {
    let t = TestApp::new().await;
    t.person("Asha Rao").insert().await;
    let mut asha = t.anonymous();
    let answer = asha.call::<DemoSignIn>((), role(Role::Member)).await;
    asha.keep_cookie(&answer);
    let day = Duration::from_hours(24);
    for _ in 0..4 {
        t.app.clock.advance(6 * day);
        assert!(
            asha.call::<GetSession>((), Empty {}).await.good().member.is_some(),
            "used every six days"
        );
    }
    t.app.clock.advance(6 * day);
    assert!(
        asha.call::<GetSession>((), Empty {}).await.good().member.is_none(),
        "thirty days are over"
    );
    let answer = asha.call::<DemoSignIn>((), role(Role::Member)).await;
    asha.keep_cookie(&answer);
    t.app.clock.advance(7 * day);
    assert!(
        asha.call::<GetSession>((), Empty {}).await.good().member.is_none(),
        "unused for a week"
    );
}

#[tokio::test]
async fn outside_demo_mode_there_is_no_demo_sign_in() {
    let t = TestApp::with(Settings::default()).await;
    t.person("Asha Rao").insert().await;
    t.anonymous()
        .call::<DemoSignIn>((), role(Role::Member))
        .await
        .problem(ProblemCode::NotFound);
    assert!(!t.anonymous().call::<GetSession>((), Empty {}).await.good().is_demo);
    let document = t.anonymous().get("/api/openapi.json").await.good();
    assert!(document["paths"].get("/api/demo/session").is_none());
}

#[tokio::test]
async fn demo_sign_in_wants_exactly_one_of_role_and_id() {
    let t = TestApp::new().await;
    let asha = t.person("Asha Rao").insert().await;
    let both = DemoSignInInput {
        role: Some(Role::Member),
        member_id: Some(asha),
    };
    for input in [DemoSignInInput::default(), both] {
        let problem = t
            .anonymous()
            .call::<DemoSignIn>((), input)
            .await
            .problem(ProblemCode::Invalid);
        assert_eq!(problem.fields["role"][0].key, "invalid.role_or_member");
    }
    let problem = t
        .anonymous()
        .call::<DemoSignIn>((), role(Role::Admin))
        .await
        .problem(ProblemCode::Invalid);
    assert_eq!(problem.fields["role"][0].key, "invalid.nobody_like_that");
}

/// A write from another site, as its browser would send it.
fn foreign_write(site: &str) -> Request<Body> {
    Request::post("/api/demo/session")
        .header(header::CONTENT_TYPE, "application/json")
        .header(header::HOST, "club.example")
        .header("sec-fetch-site", site)
        .body(Body::from(r#"{"role":"member"}"#))
        .unwrap()
}

#[tokio::test]
async fn a_write_from_another_site_is_refused() {
    let t = TestApp::new().await;
    t.person("Asha Rao").insert().await;
    let refused = t.anonymous().send::<SessionState>(foreign_write("cross-site")).await;
    assert_eq!(refused.problem(ProblemCode::Forbidden).text.key, "problem.csrf");
    // The control: the same request from our own page passes, so it was the origin that was refused.
    t.anonymous()
        .send::<SessionState>(foreign_write("same-origin"))
        .await
        .good();
}

#[tokio::test]
async fn of_many_who_ask_at_once_each_is_told_their_own_session() {
    let t = TestApp::new().await;
    let mut asking = tokio::task::JoinSet::new();
    for number in 0..70 {
        let id = t.person(&format!("Person {number}")).insert().await;
        let actor = t.signed_in(id).await;
        asking.spawn(async move {
            let state = actor.call::<GetSession>((), Empty {}).await.good();
            (Some(id), state.member.map(|member| member.id))
        });
        let stranger = t.with_session_of(MemberId(uuid::Uuid::now_v7()));
        asking.spawn(async move {
            let state = stranger.call::<GetSession>((), Empty {}).await.good();
            (None, state.member.map(|member| member.id))
        });
    }
    let told = asking.join_all().await;
    assert_eq!(told.len(), 140);
    assert!(told.iter().all(|(own, told)| own == told), "{told:?}");
}
