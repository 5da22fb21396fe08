//! The start page: what this is and where to go; for members, what is nearest to them.

use shared::api::Empty;
use shared::directory::{
    Cohort, Facet, FacetCount, GetDirectorySize, GetOwnProfile, ListMembers, MemberFilter, MemberPage, OwnProfile,
};
use shared::fields::CountryCode;
use shared::words::Text;
use yew::{AttrValue, Html, component, html};

use super::part_page::PartPage;
use super::parts::Part;
use crate::api::{Query, load, use_query, use_query_if};
use crate::features::auth::use_session;
use crate::features::directory::{SuggestBox, cohort_name, facet_label};
use crate::features::map::SmallMap;
use crate::layout::use_title;
use crate::routes::Route;
use crate::ui::{IconName, SkeletonShape, icon, place, skeleton, use_nearness};
use crate::words::{Words, use_words};

use super::later::use_map_styles;

/// Entries of a list.
const SHOWN: usize = 12;

/// The page.
#[component]
pub fn HomePage() -> Html {
    let words = use_words();
    let session = use_session();
    use_title(words.t("home.title"));
    let size = use_query::<GetDirectorySize>((), Empty {}).data;
    let members = use_query::<ListMembers>(
        (),
        MemberFilter {
            per_page: 1,
            ..MemberFilter::default()
        },
    );
    let own = use_query_if::<GetOwnProfile>(session.member().map(|_| ((), Empty {})));
    let lead = match session.member() {
        Some(member) => words.say(&Text::new("home.greeting").with("name", &member.name)),
        None => words.t("home.lead"),
    };
    html! {
        <div class="home">
            <section class="hero">
                <h1>{ lead }</h1>
                <p class="hero-text">{ words.t(if session.member().is_some() { "home.member_text" } else { "home.text" }) }</p>
                <SuggestBox id="search" />
                <p class="hero-totals" aria-live="polite">
                    if let Some(size) = size {
                        { words.count("home.members", size.members) }
                        { words.t("list.sentence") }
                        { words.count("home.public", size.public) }
                    }
                </p>
            </section>
            if session.member().is_some() {
                { yours(&words, &own) }
            }
            <HomeMap />
            { entries(&words, &members) }
        </div>
    }
}

/// The small map, whose shapes and figures are fetched when the reader comes near. Its code is not a part of its own,
/// although the page could do without it: the large map needs the same, and has it when it is opened. The next events
/// come with it.
#[component]
fn HomeMap() -> Html {
    let words = use_words();
    let is_near = use_nearness("home-map");
    let is_near = use_map_styles(is_near);
    html! {
        <>
            <section class="home-section home-map" id="home-map" aria-label={words.t("map.home")}>
                <h2>{ words.t("map.home") }</h2>
                if is_near { <SmallMap /> }
            </section>
            <section class="home-section home-events">
                if is_near { <PartPage part={Part::NextEvents} /> }
            </section>
        </>
    }
}

/// Links for the signed-in member.
fn yours(words: &Words, own: &Query<OwnProfile>) -> Html {
    let links = load(words, own, skeleton(words, SkeletonShape::Text, 1), |own| {
        let member = &own.member.summary;
        let country = MemberFilter {
            country: vec![member.country],
            ..MemberFilter::default()
        };
        let cohort = |cohort: &Cohort| {
            let (fiscal_year, programme) = (vec![cohort.fiscal_year], vec![cohort.programme]);
            let same = MemberFilter {
                fiscal_year,
                programme,
                ..MemberFilter::default()
            };
            let text = cohort_name(words, *cohort);
            door(
                words,
                IconName::People,
                "home.cohort",
                text,
                Route::Directory.with_query(&same),
            )
        };
        let place = words.region(member.country);
        html! {
            <ul class="doors">
                { for member.cohorts.first().map(cohort) }
                { door(words, IconName::Home, "home.country", place, Route::Directory.with_query(&country)) }
                { door(words, IconName::Person, "home.profile", words.t("home.profile_text"), Route::OwnProfile.path()) }
            </ul>
        }
    });
    html! { <section class="home-section"><h2>{ words.t("home.yours") }</h2>{ links }</section> }
}

fn door(words: &Words, name: IconName, key: &'static str, text: AttrValue, href: String) -> Html {
    html! {
        <li>
            <a class="door" {href}>
                { icon(name) }
                <span class="door-title">{ words.t(key) }</span>
                <span class="door-text">{ text }</span>
            </a>
        </li>
    }
}

/// Ways into the directory, with how many people are behind each.
fn entries(words: &Words, members: &Query<MemberPage>) -> Html {
    load(words, members, skeleton(words, SkeletonShape::Text, 2), |page| {
        html! {
            <>
                <section class="home-section">
                    <h2>{ words.t("home.by_country") }</h2>
                    { entry_list(words, &page, Facet::Country, "entries") }
                </section>
                <section class="home-section">
                    <h2>{ words.t("home.by_year") }</h2>
                    { entry_list(words, &page, Facet::FiscalYear, "entries entries--short") }
                    <p class="home-note">{ words.t("home.no_years") }</p>
                </section>
                <p><a class="button" href={Route::Directory.path()}>{ words.count("home.all", page.total) }</a></p>
            </>
        }
    })
}

fn entry_list(words: &Words, page: &MemberPage, facet: Facet, class: &'static str) -> Html {
    let entry = |count: &FacetCount| {
        let href = Route::Directory.with_query(&MemberFilter::default().toggled(facet, &count.value));
        let country = (facet == Facet::Country)
            .then(|| count.value.parse::<CountryCode>().ok())
            .flatten();
        let name = match country {
            Some(country) => place(words, country),
            None => html! { <span>{ facet_label(words, facet, &count.value) }</span> },
        };
        html! {
            <li>
                <a class="entry" {href}>
                    { name }
                    <span class="entry-count">{ words.number(count.count) }</span>
                </a>
            </li>
        }
    };
    html! { <ul {class}>{ for page.facets.of(facet).iter().take(SHOWN).map(entry) }</ul> }
}
