//! One's own profile: edits that show at once, audiences, bad input.

use shared::api::{Empty, ProblemCode};
use shared::codes::Audience;
use shared::directory::{GetOwnProfile, PreviewFilter, PreviewProfile, UpdateProfile};

use super::{names, words};
use crate::support::TestApp;

#[tokio::test]
async fn an_edit_shows_in_the_next_request_and_in_other_processes() {
    let t = TestApp::new().await;
    let id = t.person("Asha Rao").insert().await;
    let asha = t.signed_in(id).await;
    let other = t.another_process().await;
    let mut input = asha.call::<GetOwnProfile>((), Empty {}).await.good().to_input();
    input.name = "  Asha Sharma ".into();
    input.native_name = "आशा शर्मा".into();
    input.affiliation = "Moon Laboratory".into();
    let saved = asha.call::<UpdateProfile>((), input).await.good();
    assert_eq!(saved.member.summary.name, "Asha Sharma");
    for query in ["sharma", "शर्मा", "moon"] {
        assert_eq!(names(&t.anonymous(), words(query)).await, ["Asha Sharma"], "{query}");
    }
    assert!(
        names(&t.anonymous(), words("rao")).await.is_empty(),
        "the old name finds nobody"
    );
    assert_eq!(
        names(&other.anonymous(), words("rao")).await,
        ["Asha Rao"],
        "the other process has not looked yet"
    );
    assert_eq!(backend::feed::catch_up(&other.app).await.unwrap(), 1);
    assert_eq!(names(&other.anonymous(), words("moon")).await, ["Asha Sharma"]);
    assert_eq!(
        backend::feed::catch_up(&other.app).await.unwrap(),
        0,
        "each change is taken in once"
    );
}

#[tokio::test]
async fn one_sees_oneself_as_others_do() {
    let t = TestApp::new().await;
    let asha = t
        .signed_in(
            t.person("Asha")
                .affiliation("Moon Laboratory")
                .audiences("33133333")
                .insert()
                .await,
        )
        .await;
    let seen = async |viewer| {
        asha.call::<PreviewProfile>((), PreviewFilter { viewer })
            .await
            .good()
            .member
    };
    assert!(seen(Audience::Public).await.is_none());
    assert_eq!(seen(Audience::Members).await.unwrap().summary.affiliation, None);
    assert!(seen(Audience::Exchange).await.unwrap().summary.affiliation.is_some());
    assert!(seen(Audience::OnlyMe).await.unwrap().is_own);
}

#[tokio::test]
async fn bad_profiles_name_every_bad_field_and_change_nothing() {
    let t = TestApp::new().await;
    let asha = t.signed_in(t.person("Asha").insert().await).await;
    let own = asha.call::<GetOwnProfile>((), Empty {}).await.good();
    let mut input = own.to_input();
    input.name = "  ".into();
    input.affiliation = "x".repeat(201);
    input.languages = vec!["klingon!".into()];
    let problem = asha
        .call::<UpdateProfile>((), input)
        .await
        .problem(ProblemCode::Invalid);
    assert_eq!(
        problem.fields.keys().collect::<Vec<_>>(),
        ["affiliation", "languages", "name"]
    );
    assert_eq!(asha.call::<GetOwnProfile>((), Empty {}).await.good(), own);
}
