//! The start page: what this is and where to go; for members, what is nearest to them.

use shared::api::Empty;
use shared::directory::{Cohort, Facet, GetDirectorySize, GetOwnProfile, ListMembers, MemberFilter, MemberPage};
use shared::fields::CountryCode;
use shared::words::Text;
use yew::{AttrValue, Html, Properties, component, html};

use crate::api::{load, use_query, use_query_if};
use crate::features::auth::use_session;
use crate::features::directory::{SuggestBox, facet_label};
use crate::layout::use_title;
use crate::routes::Route;
use crate::ui::{IconName, icon, Place, Skeleton, SkeletonShape};
use crate::words::{Words, use_words};

/// Countries/regions shown.
const COUNTRIES: usize = 12;

/// The page.
#[component]
pub fn HomePage() -> Html {
    let words = use_words();
    let session = use_session();
    use_title(words.t("home.title"));
    let size = use_query::<GetDirectorySize>((), Empty {}).data;
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
                <Yours />
            }
            <Entries />
        </div>
    }
}

/// Links for the signed-in member.
#[component]
fn Yours() -> Html {
    let words = use_words();
    let own = use_query_if::<GetOwnProfile>(Some(((), Empty {})));
    let links = load(
        &own,
        html! { <Skeleton shape={SkeletonShape::Text} count={1} /> },
        |own| {
            let member = &own.member.summary;
            let country = MemberFilter {
                country: vec![member.country],
                ..MemberFilter::default()
            };
            html! {
                <ul class="doors">
                    { for member.cohorts.iter().take(1).map(|cohort| door(&words, IconName::People, "home.cohort", &cohort_name(&words, cohort), &cohort_search(cohort))) }
                    { door(&words, IconName::Home, "home.country", &words.region(member.country), &Route::Directory.with_query(&country)) }
                    { door(&words, IconName::Person, "home.profile", &words.t("home.profile_text"), &Route::OwnProfile.path()) }
                </ul>
            }
        },
    );
    html! { <section class="home-section"><h2>{ words.t("home.yours") }</h2>{ links }</section> }
}

fn cohort_name(words: &Words, cohort: &Cohort) -> AttrValue {
    let text = Text::new("cohort.chip").with("year", words.year(cohort.fiscal_year));
    words.say(&text.with("programme", words.t(cohort.programme.key())))
}

fn cohort_search(cohort: &Cohort) -> String {
    let (fiscal_year, programme) = (vec![cohort.fiscal_year], vec![cohort.programme]);
    Route::Directory.with_query(&MemberFilter {
        fiscal_year,
        programme,
        ..MemberFilter::default()
    })
}

fn door(words: &Words, name: IconName, key: &'static str, text: &AttrValue, href: &str) -> Html {
    html! {
        <li>
            <a class="door" href={String::from(href)}>
                { icon(name) }
                <span class="door-title">{ words.t(key) }</span>
                <span class="door-text">{ text }</span>
            </a>
        </li>
    }
}

/// Ways into the directory, with how many people are behind each.
#[component]
fn Entries() -> Html {
    let words = use_words();
    let members = use_query::<ListMembers>(
        (),
        MemberFilter {
            per_page: 1,
            ..MemberFilter::default()
        },
    );
    load(
        &members,
        html! { <Skeleton shape={SkeletonShape::Text} count={2} /> },
        |page| {
            html! {
                <>
                    <section class="home-section">
                        <h2>{ words.t("home.by_country") }</h2>
                        <EntryList page={(*page).clone()} facet={Facet::Country} />
                    </section>
                    <section class="home-section">
                        <h2>{ words.t("home.by_year") }</h2>
                        <EntryList page={(*page).clone()} facet={Facet::FiscalYear} />
                        <p class="home-note">{ words.t("home.no_years") }</p>
                    </section>
                    <p><a class="button" href={Route::Directory.path()}>{ words.count("home.all", page.total) }</a></p>
                </>
            }
        },
    )
}

#[derive(Properties, PartialEq)]
struct EntryProps {
    page: MemberPage,
    facet: Facet,
}

#[component]
fn EntryList(props: &EntryProps) -> Html {
    let words = use_words();
    let facet = props.facet;
    let entry = |count: &shared::directory::FacetCount| {
        let href = Route::Directory.with_query(&MemberFilter::default().toggled(facet, &count.value));
        let country = (facet == Facet::Country)
            .then(|| count.value.parse::<CountryCode>().ok())
            .flatten();
        html! {
            <li key={&*count.value}>
                <a class="entry" {href}>
                    if let Some(country) = country {
                        <Place {country} />
                    } else {
                        <span>{ facet_label(&words, facet, &count.value) }</span>
                    }
                    <span class="entry-count">{ words.number(count.count) }</span>
                </a>
            </li>
        }
    };
    let class = if facet == Facet::FiscalYear {
        "entries entries--short"
    } else {
        "entries"
    };
    html! { <ul {class}>{ for props.page.facets.of(facet).iter().take(COUNTRIES).map(entry) }</ul> }
}
