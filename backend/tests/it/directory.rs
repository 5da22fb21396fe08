//! Finding people: words in any script, facets, what each viewer sees, and edits that show at once.

use axum::http::header;
use shared::api::{Empty, ProblemCode};
use shared::codes::{Audience, MemberSort, Role};
use shared::directory::{
    GetDirectorySize, GetMember, GetOwnProfile, ListMembers, MemberFilter, MemberPage, PreviewFilter, PreviewProfile,
    SuggestFilter, SuggestMembers, UpdateProfile,
};
use shared::ids::MemberId;

use crate::support::{Actor, TestApp};

fn words(q: &str) -> MemberFilter {
    MemberFilter {
        q: q.into(),
        ..MemberFilter::default()
    }
}

async fn names(actor: &Actor, filter: MemberFilter) -> Vec<String> {
    let page: MemberPage = actor.call::<ListMembers>((), filter).await.good();
    page.items.into_iter().map(|row| row.name).collect()
}

#[tokio::test]
async fn names_are_found_without_accents_in_any_order_and_script() {
    let t = TestApp::new().await;
    t.person("Nguyễn Thị Lan").country("VN").insert().await;
    t.person("Đinh Văn Hùng").country("VN").insert().await;
    t.person("Łukasz Żak").country("PL").insert().await;
    t.person("Wang Xiaoming")
        .native_name("王小明")
        .country("CN")
        .insert()
        .await;
    t.person("Tanaka Sakura")
        .native_name("田中さくら")
        .country("JP")
        .insert()
        .await;
    t.person("Kim Min-jun")
        .native_name("김민준")
        .country("KR")
        .insert()
        .await;
    t.person("Batbayar Temuulen")
        .native_name("Батбаярын Тэмүүлэн")
        .country("MN")
        .insert()
        .await;
    t.person("O").country("ID").insert().await;
    let visitor = t.anonymous();
    for (query, found) in [
        ("Nguyen", "Nguyễn Thị Lan"),
        ("lan nguyen", "Nguyễn Thị Lan"),
        ("thi la", "Nguyễn Thị Lan"),
        ("ngyuen", "Nguyễn Thị Lan"),
        ("Dinh", "Đinh Văn Hùng"),
        ("Lukasz", "Łukasz Żak"),
        ("王", "Wang Xiaoming"),
        ("小明", "Wang Xiaoming"),
        ("ming", "Wang Xiaoming"),
        ("さくら", "Tanaka Sakura"),
        ("田中", "Tanaka Sakura"),
        ("김", "Kim Min-jun"),
        ("min jun", "Kim Min-jun"),
        ("тэмүүлэн", "Batbayar Temuulen"),
        ("ТЭМҮҮ", "Batbayar Temuulen"),
        ("O", "O"),
    ] {
        assert_eq!(
            names(&visitor, words(query)).await.first().map(String::as_str),
            Some(found),
            "{query}"
        );
    }
    assert_eq!(
        names(&visitor, words("ngyeun")).await,
        Vec::<String>::new(),
        "two typos are too many"
    );
    assert_eq!(
        names(&visitor, words("lan wang")).await,
        Vec::<String>::new(),
        "every word must match"
    );
}

#[tokio::test]
async fn native_words_find_latin_names_and_latin_words_find_native_names() {
    let t = TestApp::new().await;
    t.person("Wang Wei").country("CN").insert().await;
    t.person("Joy").native_name("王伟").country("CN").insert().await;
    t.person("Wang Fang").native_name("汪芳").country("CN").insert().await;
    let visitor = t.anonymous();
    assert_eq!(
        names(&visitor, words("wang wei")).await,
        ["Joy", "Wang Wei"],
        "both are exact"
    );
    assert_eq!(
        names(&visitor, words("王")).await,
        ["Joy", "Wang Wei"],
        "the native name first; 汪 is another name"
    );
    assert_eq!(names(&visitor, words("王伟")).await, ["Joy", "Wang Wei"]);
}

#[tokio::test]
async fn exact_comes_before_prefix_before_typo_and_names_before_the_rest() {
    let t = TestApp::new().await;
    let trip = t.exchange().host("Mariana Marine Institute").insert().await;
    let mut t = t;
    t.restart().await;
    t.person("Marianas Lee").insert().await;
    t.person("Mariano Cruz").insert().await;
    t.person("Mariana Silva").insert().await;
    t.person("Zed").on(trip).insert().await;
    let found = names(&t.anonymous(), words("mariana")).await;
    assert_eq!(found, ["Mariana Silva", "Zed", "Marianas Lee", "Mariano Cruz"]);
}

#[tokio::test]
async fn affiliations_hosts_senders_and_fields_are_searched_too() {
    let mut t = TestApp::new().await;
    let trip = t.exchange().host("Sendai Institute of Light").insert().await;
    t.restart().await;
    t.person("Asha Rao")
        .affiliation("Kathmandu Observatory")
        .fields("astronomy")
        .on(trip)
        .insert()
        .await;
    for query in ["observatory", "sendai light", "pune", "astronomy", "天文"] {
        assert_eq!(names(&t.anonymous(), words(query)).await, ["Asha Rao"], "{query}");
    }
}

#[tokio::test]
async fn inside_a_facet_or_between_facets_and_counts_ignore_the_own_choice() {
    let mut t = TestApp::new().await;
    let (early, late) = (
        t.exchange().year(2016).insert().await,
        t.exchange().year(2019).programme("lotus").insert().await,
    );
    t.restart().await;
    t.person("Asha").on(early).fields("ai").insert().await;
    t.person("Binod").country("NP").on(early).insert().await;
    t.person("Chitra")
        .country("LK")
        .on(late)
        .fields("ai robotics")
        .insert()
        .await;
    t.person("Deepa").on(early).on(late).insert().await;
    let filter = |query: &str| shared::api::from_query::<MemberFilter>(query).unwrap();
    let visitor = t.anonymous();
    assert_eq!(
        names(&visitor, filter("country=NP&country=LK")).await,
        ["Binod", "Chitra"]
    );
    assert_eq!(names(&visitor, filter("country=IN&fiscal_year=2019")).await, ["Deepa"]);
    assert_eq!(names(&visitor, filter("field=ai")).await, ["Asha", "Chitra"]);
    assert_eq!(
        names(&visitor, filter("sort=newest&fiscal_year=2016")).await,
        ["Deepa", "Asha", "Binod"]
    );
    let page = visitor.call::<ListMembers>((), filter("country=IN")).await.good();
    let counts = |counts: &[shared::directory::FacetCount]| {
        counts
            .iter()
            .map(|count| format!("{}:{}", count.value, count.count))
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(counts(&page.facets.country), "IN:2 LK:1 NP:1");
    assert_eq!(counts(&page.facets.fiscal_year), "2019:1 2016:2");
    assert_eq!(counts(&page.facets.programme), "open_a:2 lotus:1");
    assert_eq!(counts(&page.facets.field), "ai:1");
    let page = visitor.call::<ListMembers>((), filter("country=FJ")).await.good();
    assert_eq!(
        (page.total, counts(&page.facets.country)),
        (0, "IN:2 LK:1 NP:1 FJ:0".to_owned()),
        "a chosen value stays"
    );
}

#[tokio::test]
async fn pages_follow_each_other_without_gap_or_double() {
    let t = TestApp::new().await;
    for number in 0..45 {
        t.person(&format!("Person {number:02}")).insert().await;
    }
    for sort in MemberSort::ALL {
        let mut seen = Vec::new();
        for page in 1..=4 {
            seen.extend(
                names(
                    &t.anonymous(),
                    MemberFilter {
                        page,
                        sort: *sort,
                        ..words("person")
                    },
                )
                .await,
            );
        }
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), 45, "{}", sort.code());
    }
}

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
    assert_eq!(
        backend::features::directory::feed::catch_up(&other.app).await.unwrap(),
        1
    );
    assert_eq!(names(&other.anonymous(), words("moon")).await, ["Asha Sharma"]);
    assert_eq!(
        backend::features::directory::feed::catch_up(&other.app).await.unwrap(),
        0,
        "each change is taken in once"
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

#[tokio::test]
async fn suggestions_are_the_best_few_and_only_what_one_may_see() {
    let t = TestApp::new().await;
    for number in 0..12 {
        t.person(&format!("Sakura {number:02}")).insert().await;
    }
    t.person("Sakura Hidden").shown_to(Audience::Members).insert().await;
    let suggest = async |q: &str| {
        t.anonymous()
            .call::<SuggestMembers>((), SuggestFilter { q: q.into() })
            .await
            .good()
            .items
    };
    assert_eq!(suggest("sak").await.len(), 10);
    assert!(suggest("sakura hidden").await.is_empty());
    assert!(suggest("").await.is_empty() && suggest("  ").await.is_empty());
}

#[tokio::test]
async fn personal_answers_are_kept_by_no_cache() {
    let t = TestApp::new().await;
    t.person("Asha").role(Role::Admin).insert().await;
    let answer = t.anonymous().get("/api/members").await;
    assert_eq!(answer.headers[header::CACHE_CONTROL], "no-store");
}
