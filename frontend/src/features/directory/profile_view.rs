//! A profile, as far as the reader may see it. What is hidden is absent.

use shared::directory::{Cohort, MemberDetail, MemberFilter};
use yew::{AttrValue, Html, html};

use super::exchange_card::exchange_card;
use crate::routes::Route;
use crate::ui::{AvatarSize, avatar, chip, place, strong_chip};
use crate::words::Words;

/// What the name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProfileHeading {
    /// The first heading of the page.
    Page,
    /// A line within another page.
    Part,
}

/// The profile; `action` stands beside the name, such as a link to edit it.
pub fn profile_view(words: &Words, member: &MemberDetail, heading: ProfileHeading, action: Html) -> Html {
    let summary = &member.summary;
    let native = summary.native_name.iter().filter(|name| **name != summary.name);
    let name = html! {
        <>
            { &summary.name }
            { for native.map(|name| html! { <span class="native">{ name }</span> }) }
        </>
    };
    let name = match heading {
        ProfileHeading::Page => html! { <h1>{ name }</h1> },
        ProfileHeading::Part => html! { <p class="profile-name">{ name }</p> },
    };
    html! {
        <article class="profile">
            <header class="profile-head">
                { avatar(&summary.name, AvatarSize::Large) }
                <div class="profile-who">
                    { name }
                    { for summary.affiliation.iter().map(|name| html! { <p class="profile-affiliation">{ name }</p> }) }
                    <p class="profile-place">{ place(words, summary.country) }</p>
                </div>
                <div class="profile-action">{ action }</div>
            </header>
            <div class="profile-body">
                { facts(words, member) }
                { exchanges(words, member, heading) }
            </div>
        </article>
    }
}

/// The trips; where they are hidden, year and programme, which every listing shows.
fn exchanges(words: &Words, member: &MemberDetail, heading: ProfileHeading) -> Html {
    let title = words.t("profile.exchanges");
    html! {
        <section class="profile-exchanges">
            if heading == ProfileHeading::Page {
                <h2>{ title }</h2>
            } else {
                <h3>{ title }</h3>
            }
            if member.exchanges.is_empty() {
                <ul class="card cohort-lines">{ for member.summary.cohorts.iter().map(|line| cohort(words, *line)) }</ul>
            } else {
                { for member.exchanges.iter().map(|exchange| exchange_card(words, exchange)) }
            }
        </section>
    }
}

fn cohort(words: &Words, cohort: Cohort) -> Html {
    let (fiscal_year, programme) = (vec![cohort.fiscal_year], vec![cohort.programme]);
    let same = MemberFilter {
        fiscal_year,
        programme,
        ..MemberFilter::default()
    };
    html! {
        <li>
            { strong_chip(words.year(cohort.fiscal_year)) }
            <span>{ words.t(cohort.programme.key()) }</span>
            <a href={Route::Directory.with_query(&same)}>{ words.t("profile.same_cohort") }</a>
        </li>
    }
}

fn facts(words: &Words, member: &MemberDetail) -> Html {
    let summary = &member.summary;
    let chips = |labels: Vec<AttrValue>| html! { <p class="chips">{ for labels.into_iter().map(chip) }</p> };
    let fields: Vec<AttrValue> = summary.fields.iter().map(|field| words.t(field.key())).collect();
    let open_to: Vec<AttrValue> = summary.open_to.iter().map(|open_to| words.t(open_to.key())).collect();
    let languages: Vec<AttrValue> = member.languages.iter().map(|tag| words.language_name(tag)).collect();
    let facts = [
        ("profile.fields", (!fields.is_empty()).then(|| chips(fields))),
        ("profile.open_to", (!open_to.is_empty()).then(|| chips(open_to))),
        (
            "profile.lives_in",
            summary.lives_in.map(|country| place(words, country)),
        ),
        (
            "profile.languages",
            (!languages.is_empty()).then(|| html! { { words.list(languages) } }),
        ),
    ];
    if facts.iter().all(|(_, fact)| fact.is_none()) {
        return Html::default();
    }
    let line = |(key, fact): (&'static str, Option<Html>)| {
        fact.map(|fact| html! { <><dt>{ words.t(key) }</dt><dd>{ fact }</dd></> })
    };
    html! {
        <section class="profile-facts card" aria-label={words.t("profile.about")}>
            <dl class="facts">{ for facts.into_iter().filter_map(line) }</dl>
        </section>
    }
}
