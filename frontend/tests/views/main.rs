//! The HTML of views, drawn natively: empty, typical, long and disabled states. Effects do not run here.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "sample data is known to parse")]

mod admin;
mod answers;
mod door;
mod event_page;
mod event_samples;
mod events;
mod guests;
mod notices;
mod organiser;
mod organiser_people;
mod samples;

use std::rc::Rc;

use frontend::features::directory as people;
use frontend::features::directory::ProfileHeading;
use frontend::ui;
use frontend::words::Words;
use shared::codes::{Audience, MemberSort, Programme};
use shared::directory::{MemberDetail, MemberFilter, MemberSummary};
use shared::words::{Catalogue, Text};
use yew::{Callback, Html, LocalServerRenderer, Properties, component};

use samples::{cohort, detail, exchange, long, narrowed, page, row, sparse, typical};

/// English, with the words that parts of the page bring along.
fn english() -> Words {
    let later = Catalogue::parse(include_str!("../../locales/later/en.json")).unwrap();
    Words::default().with_later(later.into())
}

/// The same in Japanese.
fn japanese() -> Words {
    let later = Catalogue::parse(include_str!("../../locales/later/ja.json")).unwrap();
    let words = Words::parse("ja", include_str!("../../locales/ja.json")).unwrap();
    words.with_later(later.into())
}

#[derive(Properties, PartialEq)]
struct Props {
    html: Html,
}

#[component]
fn Frame(props: &Props) -> Html {
    props.html.clone()
}

/// The HTML with one element a line.
async fn drawn(html: Html) -> String {
    let html = LocalServerRenderer::<Frame>::with_props(Props { html })
        .hydratable(false)
        .render()
        .await;
    html.replace("><", ">\n<")
}

#[tokio::test]
async fn a_row_marks_what_was_searched_for() {
    insta::assert_snapshot!("row_typical", drawn(row(&typical(), "nguyen")).await);
}

#[tokio::test]
async fn a_row_without_details_keeps_its_shape() {
    insta::assert_snapshot!("row_sparse", drawn(row(&sparse(), "")).await);
}

#[tokio::test]
async fn a_row_with_long_names_and_many_things() {
    insta::assert_snapshot!("row_long", drawn(row(&long(), "")).await);
}

#[tokio::test]
async fn long_facets_have_a_field_and_show_the_chosen_ones() {
    let html = people::facet_panel("side", &narrowed(), &page(Vec::new()), &Callback::noop());
    insta::assert_snapshot!("facets", drawn(html).await);
}

#[tokio::test]
async fn chips_say_what_is_chosen() {
    let words = Words::default();
    insta::assert_snapshot!(
        "chips",
        drawn(people::active_filters(&words, &narrowed(), &Callback::noop())).await
    );
    let nothing = Rc::new(MemberFilter::default());
    assert_eq!(
        drawn(people::active_filters(&words, &nothing, &Callback::noop())).await,
        ""
    );
}

#[tokio::test]
async fn nobody_found_offers_every_filter_to_drop() {
    let html = people::no_results(&Words::default(), &narrowed(), &Callback::noop());
    insta::assert_snapshot!("no_results", drawn(html).await);
}

#[tokio::test]
async fn the_pager_has_links_gaps_and_ends() {
    let words = Words::default();
    insta::assert_snapshot!("pager", drawn(ui::pager(&words, 1, 500, "/directory?page=")).await);
    assert_eq!(drawn(ui::pager(&words, 1, 1, "/directory?page=")).await, "");
}

#[tokio::test]
async fn a_profile_with_everything() {
    let edit = Html::from("edit");
    let member = detail(typical(), vec![exchange()]);
    let html = people::profile_view(&Words::default(), &member, ProfileHeading::Page, edit);
    insta::assert_snapshot!("profile_full", drawn(html).await);
}

#[tokio::test]
async fn a_profile_that_hides_its_trip_shows_the_cohort() {
    let member = MemberDetail {
        languages: Vec::new(),
        ..detail(sparse(), Vec::new())
    };
    let member = MemberDetail {
        summary: MemberSummary {
            cohorts: vec![cohort(2016, Programme::Lotus)],
            ..member.summary.clone()
        },
        ..member
    };
    let html = people::profile_view(&Words::default(), &member, ProfileHeading::Part, Html::default());
    insta::assert_snapshot!("profile_hidden", drawn(html).await);
}

#[tokio::test]
async fn a_problem_quotes_its_request() {
    let (words, retry) = (Words::default(), Callback::noop());
    let text = Text::new("problem.internal");
    insta::assert_snapshot!(
        "problem",
        drawn(ui::problem_panel(&words, &text, Some("req-1"), &retry)).await
    );
    let offline = drawn(ui::problem_panel(&words, &Text::new("failure.offline"), None, &retry)).await;
    assert!(!offline.contains("problem-panel-id"));
}

#[tokio::test]
async fn minors_are_offered_their_exchange_at_most() {
    let select = |is_minor: bool| {
        let field = frontend::forms::Field::new("audiences.trip", "Who sees: My exchange".into());
        people::audience_select(&Words::default(), field, Audience::Public, is_minor, Callback::noop())
    };
    insta::assert_snapshot!("audience_adult", drawn(select(false)).await);
    let minor = drawn(select(true)).await;
    assert!(minor.contains("only_me") && minor.contains("exchange"));
    assert!(!minor.contains("members") && !minor.contains("public") && !minor.contains("country"));
}

#[tokio::test]
async fn the_order_of_a_list_can_be_chosen() {
    let html = people::sort_select(&Words::default(), MemberSort::Newest, Callback::noop());
    insta::assert_snapshot!("sort", drawn(html).await);
}

#[tokio::test]
async fn every_view_speaks_japanese() {
    let html = people::member_row(&japanese(), &typical(), 0, "", true);
    insta::assert_snapshot!("row_japanese", drawn(html).await);
}
