//! Ways to screens that have no address of their own.

use shared::directory::{ListMembers, MemberFilter, MemberSummary};
use shared::fields::CountryCode;

use super::{Language, Page};

pub(super) async fn suggestions(page: &Page) {
    page.visit("/").await;
    page.fill("#search", "tanaka").await;
    let shown = "return document.querySelectorAll('[role=option]').length > 1";
    page.until("nobody is suggested", shown, &[]).await;
}

pub(super) async fn unreachable(page: &Page) {
    page.cut_off(&["*/api/members*"]).await;
    page.go("/directory").await;
    page.at("[role=alert]").await;
    page.until_quiet().await;
}

pub(super) async fn filters(page: &Page) {
    page.visit("/directory?country=VN&fiscal_year=2019").await;
    page.press_at("#open-filters button").await;
    page.at("dialog[open] fieldset").await;
    page.until_quiet().await;
}

pub(super) async fn settings(page: &Page, language: Language) {
    page.visit("/").await;
    let name = language.words().t("nav.settings");
    page.press("button", &name).await;
    page.at("dialog[open] fieldset").await;
    page.until_quiet().await;
}

/// The public profile from a country/region that has most of something.
pub(super) async fn profile(page: &Page, country: &str, most: impl Fn(&MemberSummary) -> usize) {
    let country: CountryCode = country.parse().unwrap();
    let filter = MemberFilter {
        country: vec![country],
        per_page: 100,
        ..MemberFilter::default()
    };
    page.go("/healthz").await;
    let found = page.call::<ListMembers>((), &filter).await;
    let best = found.items.iter().max_by_key(|member| most(member)).unwrap();
    page.visit(&format!("/members/{}", best.id)).await;
}

pub(super) async fn menu(page: &Page) {
    page.visit("/").await;
    page.press_at("[popovertarget=account-menu]").await;
    let shown = "return document.getElementById('account-menu').matches(':popover-open')";
    page.until("the menu does not open", shown, &[]).await;
    page.until_quiet().await;
}

pub(super) async fn own_wrong(page: &Page) {
    page.visit("/me").await;
    page.fill("#name", " ").await;
    page.press_at("form [type=submit]").await;
    page.at("#name[aria-invalid=true]").await;
    page.until_quiet().await;
}

/// An event with the form of an answer open.
pub(super) async fn answer_form(page: &Page, event: &str) {
    page.visit(event).await;
    page.press_at(".answer").await;
    page.at(".answer-form").await;
    page.until_quiet().await;
}
