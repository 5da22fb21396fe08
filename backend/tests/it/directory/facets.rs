//! Narrowing and paging.

use axum::http::header;
use shared::codes::{MemberSort, Role};
use shared::directory::{ListMembers, MemberFilter};

use super::{names, words};
use crate::support::TestApp;

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
async fn personal_answers_are_kept_by_no_cache() {
    let t = TestApp::new().await;
    t.person("Asha").role(Role::Admin).insert().await;
    let answer = t.anonymous().get("/api/members").await;
    assert_eq!(answer.headers[header::CACHE_CONTROL], "no-store");
}
