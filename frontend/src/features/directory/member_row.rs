//! One member in a list: a row of one height, whatever is known of them.

use std::rc::Rc;

use shared::directory::{Cohort, MemberPage, MemberSummary};
use shared::words::Text;
use yew::{AttrValue, Html, Properties, component, html};

use crate::routes::Route;
use crate::ui::{Avatar, Chip, Highlight, Place};
use crate::words::{Words, use_words};

/// Cohorts shown in a row; the profile has all.
const COHORTS: usize = 2;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The answer that has the member.
    pub page: Rc<MemberPage>,
    /// The member's place in it.
    pub index: usize,
    /// What was searched for.
    #[prop_or_default]
    pub query: AttrValue,
    /// Whether Tab stops here; arrows lead to the others.
    #[prop_or_default]
    pub is_tab_stop: bool,
}

/// The row.
#[component]
pub fn MemberRow(props: &Props) -> Html {
    let words = use_words();
    let Some(member) = props.page.items.get(props.index) else {
        return Html::default();
    };
    let (first, second) = names(member);
    let second = second
        .map(|name| html! { <span class="row-second"><Highlight text={name} query={props.query.clone()} /></span> });
    html! {
        <li class="row">
            <Avatar name={member.name.clone()} />
            <div class="row-who">
                <a
                    class="row-link"
                    id={["member", props.index.to_string().as_str()].join("-")}
                    href={Route::Profile(member.id).path()}
                    tabindex={if props.is_tab_stop { "0" } else { "-1" }}
                >
                    <span class="row-name"><Highlight text={first} query={props.query.clone()} /></span>
                    { for second }
                </a>
                <span class="row-affiliation">{ member.affiliation.clone().unwrap_or_default() }</span>
            </div>
            <div class="row-where">
                <Place country={member.country} />
                { for member.lives_in.filter(|country| *country != member.country).map(|country| html! {
                    <span class="row-lives">{ words.say(&Text::new("row.lives_in").with("place", words.region(country))) }</span>
                }) }
            </div>
            <div class="row-cohorts">{ for member.cohorts.iter().take(COHORTS).map(|cohort| cohort_chip(&words, *cohort)) }</div>
            <div class="row-what">
                <span class="row-fields">{ words.list(member.fields.iter().map(|field| words.t(field.key()))) }</span>
                <span class="row-open">{ open_to(&words, member) }</span>
            </div>
        </li>
    }
}

/// The name in the own script first, where there is one.
fn names(member: &MemberSummary) -> (AttrValue, Option<AttrValue>) {
    let latin = AttrValue::from(member.name.clone());
    match &member.native_name {
        Some(native) if *native != member.name => (AttrValue::from(native.clone()), Some(latin)),
        _ => (latin, None),
    }
}

fn cohort_chip(words: &Words, cohort: Cohort) -> Html {
    let text = Text::new("cohort.chip");
    let text = text
        .with("year", words.year(cohort.fiscal_year))
        .with("programme", words.t(cohort.programme.key()));
    html! { <Chip label={words.say(&text)} /> }
}

fn open_to(words: &Words, member: &MemberSummary) -> AttrValue {
    if member.open_to.is_empty() {
        return AttrValue::default();
    }
    let list = words.list(member.open_to.iter().map(|open_to| words.t(open_to.key())));
    words.say(&Text::new("row.open_to").with("list", list))
}
