//! A profile, as far as the reader may see it. What is hidden is absent.

use std::rc::Rc;

use shared::directory::{MemberDetail, MemberFilter};
use yew::{AttrValue, Html, Properties, component, html};

use super::exchange_card::ExchangeCard;
use crate::routes::Route;
use crate::ui::{Avatar, Chip, Place};
use crate::words::{Words, use_words};

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The member.
    pub member: Rc<MemberDetail>,
    /// Whether the name is the page's first heading.
    #[prop_or(true)]
    pub is_page: bool,
    /// What stands beside the name, such as a link to edit it.
    #[prop_or_default]
    pub action: Html,
}

/// The profile.
#[component]
pub fn ProfileView(props: &Props) -> Html {
    let words = use_words();
    let member = &props.member.summary;
    let heading = html! {
        <>
            { &member.name }
            { for member.native_name.iter().filter(|name| **name != member.name).map(|name| html! { <span class="native">{ name }</span> }) }
        </>
    };
    html! {
        <article class="profile">
            <header class="profile-head">
                <Avatar name={member.name.clone()} is_large=true />
                <div class="profile-who">
                    if props.is_page { <h1>{ heading }</h1> } else { <p class="profile-name">{ heading }</p> }
                    { for member.affiliation.iter().map(|affiliation| html! { <p class="profile-affiliation">{ affiliation }</p> }) }
                    <p class="profile-place"><Place country={member.country} /></p>
                </div>
                <div class="profile-action">{ props.action.clone() }</div>
            </header>
            <div class="profile-body">
                <Facts member={Rc::clone(&props.member)} />
                <section class="profile-exchanges">
                    <h2>{ words.t("profile.exchanges") }</h2>
                    if props.member.exchanges.is_empty() {
                        { cohorts(&words, &props.member) }
                    } else {
                        { for props.member.exchanges.iter().map(|exchange| html! {
                            <ExchangeCard key={exchange.id.to_string()} exchange={exchange.clone()} />
                        }) }
                    }
                </section>
            </div>
        </article>
    }
}

/// Year and programme, which every listing shows.
fn cohorts(words: &Words, member: &MemberDetail) -> Html {
    let line = |cohort: &shared::directory::Cohort| {
        let same = MemberFilter {
            fiscal_year: vec![cohort.fiscal_year],
            programme: vec![cohort.programme],
            ..MemberFilter::default()
        };
        html! {
            <li>
                <Chip label={words.year(cohort.fiscal_year)} is_strong=true />
                <span>{ words.t(cohort.programme.key()) }</span>
                <a href={Route::Directory.with_query(&same)}>{ words.t("profile.same_cohort") }</a>
            </li>
        }
    };
    html! { <ul class="card cohort-lines">{ for member.summary.cohorts.iter().map(line) }</ul> }
}

#[derive(Properties, PartialEq)]
struct FactsProps {
    member: Rc<MemberDetail>,
}

#[component]
fn Facts(props: &FactsProps) -> Html {
    let words = use_words();
    let member = &props.member.summary;
    let chips = |labels: Vec<AttrValue>| html! { <p class="chips">{ for labels.into_iter().map(|label| html! { <Chip {label} /> }) }</p> };
    let facts = [
        (
            "profile.fields",
            (!member.fields.is_empty())
                .then(|| chips(member.fields.iter().map(|field| words.t(field.key())).collect())),
        ),
        (
            "profile.open_to",
            (!member.open_to.is_empty())
                .then(|| chips(member.open_to.iter().map(|open_to| words.t(open_to.key())).collect())),
        ),
        (
            "profile.lives_in",
            member.lives_in.map(|country| html! { <Place {country} /> }),
        ),
        (
            "profile.languages",
            (!props.member.languages.is_empty()).then(|| {
                html! {
                    { words.list(props.member.languages.iter().map(|tag| words.language_name(tag))) }
                }
            }),
        ),
    ];
    if facts.iter().all(|(_, fact)| fact.is_none()) {
        return Html::default();
    }
    let line = |(key, fact): (&'static str, Option<Html>)| {
        fact.map(|fact| html! { <><dt>{ words.t(key) }</dt><dd>{ fact }</dd></> })
    };
    html! {
        <section class="profile-facts card">
            <h2 class="visually-hidden">{ words.t("profile.about") }</h2>
            <dl class="facts">{ for facts.into_iter().filter_map(line) }</dl>
        </section>
    }
}
