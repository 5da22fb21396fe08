//! Published figures through the endpoint: which are listed, and what they say together.

use shared::api::ProblemCode;
use shared::map::{FigureKind, FigureList, PlaceFigure, Scope};

use super::{import, listed};
use crate::support::TestApp;

/// Invitees, whether there were as many at least, and how sure it is.
type Said = (u32, bool, FigureKind);

fn said(place: &PlaceFigure) -> Said {
    (place.invitees, place.is_at_least, place.kind)
}

fn of(list: &FigureList, code: &str) -> Option<Said> {
    let here = |place: &&PlaceFigure| place.country.is_some_and(|country| country.code() == code);
    list.places.iter().find(here).map(said)
}

#[tokio::test]
async fn without_a_filter_everything_published_is_there_with_its_source() {
    let t = TestApp::new().await;
    let list = listed(&t, "").await;
    let rows = include_str!("../../../data/invitee_figures.csv").lines().count() - 1;
    assert_eq!(list.figures.len(), rows);
    assert!(list.figures.iter().all(|figure| !figure.source.is_empty()));
    assert_eq!(said(list.all.as_ref().unwrap()), (42_652, false, FigureKind::Exact));
    assert_eq!(of(&list, "CN"), Some((10_000, true, FigureKind::Approximate)));
    assert_eq!(of(&list, "DE"), None);
    assert!(list.places.is_sorted_by_key(|place| place.country));
    let asean = list.figures.iter().find(|figure| figure.group.is_some()).unwrap();
    assert_eq!((asean.group.as_deref(), asean.invitees), (Some("ASEAN"), 26));
}

#[tokio::test]
async fn sums_take_figures_that_are_listed_and_lie_inside_the_years_and_the_scope() {
    let t = TestApp::new().await;
    for query in [
        "",
        "from=2014&to=2016",
        "from=2017",
        "scope=direct_invitation",
        "scope=open_application&to=2019",
    ] {
        let list = listed(&t, query).await;
        let filter = super::filter(query);
        let years = filter.years(2024.try_into().unwrap());
        assert!(!list.figures.is_empty(), "{query}");
        for figure in &list.figures {
            assert!(
                figure.tells_of(filter.scope()) && figure.years().touches(years),
                "{query}"
            );
        }
        for place in list.places.iter().chain(&list.all) {
            let added = place.figures.iter().map(|at| &list.figures[*at]);
            assert!(
                added
                    .clone()
                    .all(|figure| figure.country == place.country && figure.group.is_none())
            );
            assert!(added.clone().all(|figure| figure.years().is_within(years)), "{query}");
            assert_eq!(
                added.map(|figure| figure.invitees).sum::<u32>(),
                place.invitees,
                "{query}"
            );
        }
    }
}

#[tokio::test]
async fn overlapping_figures_give_what_is_known_of_years_and_programmes() {
    let t = TestApp::new().await;
    let early = listed(&t, "from=2014&to=2016").await;
    assert_eq!(of(&early, "CN"), Some((4_562, false, FigureKind::Exact)));
    assert_eq!(of(&early, "IN"), Some((320, true, FigureKind::Approximate)));
    assert_eq!(said(early.all.as_ref().unwrap()), (12_690, false, FigureKind::Exact));
    assert_eq!(
        said(listed(&t, "to=2018").await.all.as_ref().unwrap()),
        (26_380, false, FigureKind::Exact)
    );
    // The year 2017 alone is known of high schools only, and of nobody together.
    let high_school = listed(&t, "scope=high_school&from=2017&to=2017").await;
    assert_eq!(high_school.places.len(), 36);
    assert!(
        high_school
            .places
            .iter()
            .all(|place| !place.is_at_least && place.kind == FigureKind::Exact)
    );
    assert_eq!((high_school.sum, &high_school.all), (1_178, &None));
    let all = listed(&t, "from=2017&to=2017").await;
    assert_eq!((all.sum, all.places.len(), &all.all), (1_178, 36, &None));
    assert!(all.places.iter().all(|place| place.is_at_least));
    let korea = all
        .figures
        .iter()
        .filter(|figure| figure.country.is_some_and(|code| code.code() == "KR"));
    let korea: Vec<_> = korea
        .map(|figure| (figure.from.get(), figure.to.get(), figure.invitees))
        .collect();
    assert_eq!(
        korea,
        [(2014, 2018, 841), (2017, 2017, 43)],
        "figures that reach beyond the year are listed too"
    );
    assert_eq!(
        said(listed(&t, "scope=open_application").await.all.as_ref().unwrap()),
        (34_661, false, FigureKind::Exact)
    );
}

#[tokio::test]
async fn years_without_invitations_are_known_and_nobody() {
    let t = TestApp::new().await;
    for scope in Scope::ALL {
        let list = listed(&t, &["from=2020&to=2021&scope=", scope.code()].concat()).await;
        let all = list.all.as_ref().unwrap();
        assert_eq!(said(all), (0, false, FigureKind::Exact), "{scope:?}");
        assert_eq!((list.sum, list.places.len()), (0, 0), "{scope:?}");
        let reason = list.figures[all.figures[0]].note.as_ref().unwrap();
        assert!(reason.contains("COVID-19"), "{scope:?}: {reason}");
    }
}

#[tokio::test]
async fn plans_are_summed_among_themselves_only() {
    let t = TestApp::new().await;
    let list = listed(&t, "to=2014").await;
    assert_eq!(of(&list, "VN"), Some((165, true, FigureKind::Plan)));
    assert!(list.places.iter().all(|place| place.kind == FigureKind::Plan));
    assert_eq!(list.sum, list.places.iter().map(|place| place.invitees).sum::<u32>());
    let list = listed(&t, "to=2015").await;
    assert_eq!(of(&list, "IN"), Some((320, true, FigureKind::Approximate)));
    assert_eq!((of(&list, "VN"), list.places.len(), list.sum), (None, 1, 320));
}

#[tokio::test]
async fn a_later_year_that_is_published_belongs_to_all_years() {
    let t = TestApp::new().await;
    import(&t, &["KR,Korea,2025,2025,all,120,exact,A report,"]).await;
    let list = listed(&t, "").await;
    assert_eq!(
        said(list.all.as_ref().unwrap()),
        (42_652, true, FigureKind::Exact),
        "2025 is not covered"
    );
    assert_eq!(of(&list, "KR"), Some((961, true, FigureKind::Exact)));
    assert_eq!(
        said(listed(&t, "to=2024").await.all.as_ref().unwrap()),
        (42_652, false, FigureKind::Exact)
    );
}

#[tokio::test]
async fn a_filter_that_cannot_be_meant_names_its_field_in_both_forms() {
    let t = TestApp::new().await;
    for (query, field, key) in [
        ("scope=everybody", "scope", "invalid.unknown_value"),
        ("scope=", "scope", "invalid.unknown_value"),
        ("scope=all&scope=high_school", "scope", "invalid.unknown_value"),
        ("from=2013", "from", "invalid.unknown_value"),
        ("from=2100", "from", "invalid.unknown_value"),
        ("to=soon", "to", "invalid.unknown_value"),
        ("to=", "to", "invalid.unknown_value"),
        ("from=2017&to=2016", "to", "invalid.years_backwards"),
        ("scope=%FF", "scope", "invalid.not_utf8"),
    ] {
        for path in ["/api/map/figures", "/api/map/figures.csv"] {
            let answer = t.anonymous().get(&format!("{path}?{query}")).await;
            let problem = answer.problem(ProblemCode::Invalid);
            let texts = problem.fields.get(field);
            assert_eq!(
                texts.map(|texts| texts[0].key.as_ref()),
                Some(key),
                "{path}?{query}: {:?}",
                problem.fields
            );
        }
    }
    for path in ["/api/map/figures", "/api/map/figures.csv"] {
        let long = "a".repeat(10_000);
        t.anonymous()
            .get(&format!("{path}?{long}"))
            .await
            .problem(ProblemCode::TooLarge);
        assert!(
            t.anonymous()
                .get(&format!("{path}?nonsense=1&from=2016&to=2016"))
                .await
                .status
                .is_success()
        );
    }
}
