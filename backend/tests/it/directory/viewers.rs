//! What each viewer sees, and what nobody does.

use shared::api::{Empty, ProblemCode};
use shared::codes::Audience;
use shared::directory::{GetDirectorySize, GetMember, GetOwnProfile, ListMembers, MemberFilter, UpdateProfile};
use shared::ids::MemberId;

use super::{names, words};
use crate::support::TestApp;

#[tokio::test]
async fn each_viewer_sees_as_much_as_the_ladder_says() {
    let mut t = TestApp::new().await;
    let trip = t.exchange().insert().await;
    t.restart().await;
    for (name, audience) in [
        ("Only", Audience::OnlyMe),
        ("Group", Audience::Exchange),
        ("Land", Audience::Country),
        ("Club", Audience::Members),
        ("All", Audience::Public),
    ] {
        t.person(name).shown_to(audience).on(trip).insert().await;
    }
    let stranger = t
        .signed_in(
            t.person("Stranger")
                .country("BR")
                .shown_to(Audience::OnlyMe)
                .insert()
                .await,
        )
        .await;
    let compatriot = t
        .signed_in(t.person("Compatriot").shown_to(Audience::OnlyMe).insert().await)
        .await;
    let fellow = t
        .signed_in(
            t.person("Fellow")
                .country("BR")
                .shown_to(Audience::OnlyMe)
                .on(trip)
                .insert()
                .await,
        )
        .await;
    assert_eq!(names(&t.anonymous(), words("")).await, ["All"]);
    assert_eq!(names(&stranger, words("")).await, ["All", "Club", "Stranger"]);
    assert_eq!(
        names(&compatriot, words("")).await,
        ["All", "Club", "Compatriot", "Land"]
    );
    assert_eq!(
        names(&fellow, words("")).await,
        ["All", "Club", "Fellow", "Group", "Land"]
    );
    let size = t.anonymous().call::<GetDirectorySize>((), Empty {}).await.good();
    assert_eq!((size.public, size.members), (1, 2));
}

#[tokio::test]
async fn a_hidden_profile_is_as_absent_as_one_that_never_was() {
    let t = TestApp::new().await;
    let hidden = t.person("Hidden").shown_to(Audience::Members).insert().await;
    let never = MemberId(uuid::Uuid::now_v7());
    let answers = [
        t.anonymous().call::<GetMember>(hidden, Empty {}).await,
        t.anonymous().call::<GetMember>(never, Empty {}).await,
    ];
    let [mut hidden_answer, mut never_answer] = answers.map(|answer| answer.problem(ProblemCode::NotFound));
    hidden_answer.request_id.clear();
    never_answer.request_id.clear();
    assert_eq!(hidden_answer, never_answer);
    let member = t.member("Asha").await;
    assert_eq!(
        member.call::<GetMember>(hidden, Empty {}).await.good().summary.name,
        "Hidden"
    );
}

#[tokio::test]
async fn a_hidden_part_is_neither_shown_nor_found_nor_counted() {
    let t = TestApp::new().await;
    // The listing is for everybody, affiliation and fields are for members.
    let id = t
        .person("Asha")
        .affiliation("Moon Laboratory")
        .fields("ai")
        .audiences("44334444")
        .insert()
        .await;
    let page = t.anonymous().call::<ListMembers>((), words("")).await.good();
    assert_eq!(
        (page.items[0].affiliation.clone(), page.items[0].fields.len()),
        (None, 0)
    );
    assert!(page.facets.field.is_empty());
    assert!(names(&t.anonymous(), words("moon")).await.is_empty());
    let filter = MemberFilter {
        field: vec![shared::codes::Field::Ai],
        ..MemberFilter::default()
    };
    assert!(names(&t.anonymous(), filter.clone()).await.is_empty());
    let member = t.member("Binod").await;
    assert_eq!(names(&member, words("moon")).await, ["Asha"]);
    assert_eq!(names(&member, filter).await, ["Asha"]);
    let detail = member.call::<GetMember>(id, Empty {}).await.good();
    assert_eq!(detail.summary.affiliation.as_deref(), Some("Moon Laboratory"));
}

#[tokio::test]
async fn minors_stay_with_their_exchange_and_cannot_change_that() {
    let mut t = TestApp::new().await;
    let trip = t.exchange().insert().await;
    t.restart().await;
    // Stored as public, which must not count as long as they are under age.
    let id = t.person("Pupil").adult_on("2027-03-01").on(trip).insert().await;
    let pupil = t.signed_in(id).await;
    assert!(names(&t.anonymous(), words("pupil")).await.is_empty());
    assert!(names(&t.member("Compatriot").await, words("pupil")).await.is_empty());
    let fellow = t
        .signed_in(t.person("Fellow").country("BR").on(trip).insert().await)
        .await;
    assert_eq!(names(&fellow, words("pupil")).await, ["Pupil"]);
    let own = pupil.call::<GetOwnProfile>((), Empty {}).await.good();
    assert!(own.is_minor);
    let problem = pupil
        .call::<UpdateProfile>((), own.to_input())
        .await
        .problem(ProblemCode::Invalid);
    assert_eq!(
        problem.fields["audiences.listing"][0].key,
        "invalid.minor_exchange_only"
    );
    let mut input = own.to_input();
    input.audiences = shared::directory::Audiences::all(Audience::Exchange);
    pupil.call::<UpdateProfile>((), input).await.good();
    let grown = t.person("Grown").adult_on("2026-11-20").insert().await;
    assert!(
        t.anonymous()
            .call::<GetMember>(grown, Empty {})
            .await
            .good()
            .summary
            .name
            == "Grown",
        "of age today"
    );
}
