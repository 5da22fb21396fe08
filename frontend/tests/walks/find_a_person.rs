//! Finding somebody: typed without accents, narrowed, shared, opened, and back again.

use serde_json::json;
use shared::directory::{Facet, MemberFilter};

use crate::support::{DESKTOP, Page, walk, words};

const NARROWED: &str = "/directory?q=nguyen&country=VN&fiscal_year=2019";

fn named(name: &str) -> MemberFilter {
    MemberFilter {
        q: name.into(),
        ..MemberFilter::default()
    }
}

fn narrowed() -> MemberFilter {
    named("nguyen")
        .toggled(Facet::Country, "VN")
        .toggled(Facet::FiscalYear, "2019")
}

#[tokio::test]
async fn somebody_is_found_without_accents_and_narrowed_by_country_and_cohort() {
    walk(DESKTOP, async |page: &Page| {
        page.visit("/directory").await;
        let everybody = page.until_shows(&MemberFilter::default()).await;
        page.press_at("#search").await;
        page.keys("nguyen").await;
        let found = page.until_shows(&named("nguyen")).await;
        assert!(found.total < everybody.total, "nothing was narrowed");
        let names = page.folded_names().await;
        assert!(names[0].contains("nguyen"), "first is {}", names[0]);
        assert_eq!(page.address().await, "/directory?q=nguyen");

        page.press_at("input[name=side-country][value=VN]").await;
        page.until_shows(&named("nguyen").toggled(Facet::Country, "VN")).await;
        page.press_at("input[name=side-fiscal_year][value='2019']").await;
        let fewer = page.until_shows(&narrowed()).await;
        assert!(fewer.total < found.total && fewer.total > 0);
        assert_eq!(page.address().await, NARROWED);
        page.get("button", &words("directory.remove").replace("{name}", "FY2019"))
            .await;

        page.back().await;
        page.until_shows(&named("nguyen").toggled(Facet::Country, "VN")).await;
        assert_eq!(page.chosen(Facet::FiscalYear).await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn an_address_shows_the_same_people_to_whoever_gets_it() {
    walk(DESKTOP, async |page: &Page| {
        // Nothing but the address came with the message.
        page.visit(NARROWED).await;
        page.until_shows(&narrowed()).await;
        assert_eq!(page.chosen(Facet::Country).await, ["VN"]);
        assert_eq!(page.chosen(Facet::FiscalYear).await, ["2019"]);
        let typed = page.at("#search").await.prop("value").await.unwrap();
        assert_eq!(typed.as_deref(), Some("nguyen"));
        page.visit("/directory?q=nguyen&country=VN&page=2&sort=name").await;
        let second = MemberFilter {
            page: 2,
            sort: "name".parse().unwrap(),
            ..named("nguyen").toggled(Facet::Country, "VN")
        };
        page.until_shows(&second).await;
    })
    .await;
}

#[tokio::test]
async fn going_back_from_a_profile_finds_the_list_where_it_was_left() {
    walk(DESKTOP, async |page: &Page| {
        page.visit("/directory").await;
        page.press_at("#search").await;
        page.keys("nguyen").await;
        page.until_shows(&named("nguyen")).await;
        page.press_at("input[name=side-country][value=VN]").await;
        page.until_shows(&named("nguyen").toggled(Facet::Country, "VN")).await;
        page.press_at("input[name=side-fiscal_year][value='2019']").await;
        page.until_shows(&narrowed()).await;
        open_and_return(page, true).await;
        open_and_return(page, false).await;
    })
    .await;
}

/// Opens a row far below and returns with the browser's button or the page's own link.
async fn open_and_return(page: &Page, is_browsers: bool) {
    let to_row = "document.getElementById('member-12').scrollIntoView({ block: 'center' })";
    page.js(to_row, &[]).await;
    let (rows, place) = (page.rows().await, page.scrolled().await);
    assert!(place > 100.0, "the list is too short to be scrolled: {place}");
    let name = page.at("#member-12 .row-name").await.text().await.unwrap();
    page.press_at("#member-12").await;
    page.until_at(&rows[12]).await;
    let title = page.get_like("heading", &name).await;
    assert!(title.is_displayed().await.unwrap());
    assert!(page.scrolled().await < 1.0, "a profile begins at its top");
    let tab = page.driver.title().await.unwrap();
    assert!(
        tab.ends_with(&words("club.name")) && tab != words("club.name"),
        "the tab says {tab}"
    );

    if is_browsers {
        page.back().await;
    } else {
        page.press("link", &words("profile.back")).await;
    }
    page.until_at(NARROWED).await;
    let there = "return Math.abs(window.scrollY - arguments[0]) <= 2";
    let how = if is_browsers {
        "the browser's button"
    } else {
        "the page's link"
    };
    let otherwise = format!("{how} did not lead back to where the list was left, {place}");
    page.until(&otherwise, there, &[json!(place)]).await;
    assert_eq!(page.rows().await, rows);
    assert_eq!(page.chosen(Facet::Country).await, ["VN"]);
    assert_eq!(page.chosen(Facet::FiscalYear).await, ["2019"]);
}
