//! One member in a list: a row of one height, whatever is known of them.

use shared::directory::MemberSummary;
use shared::words::Text;
use yew::{AttrValue, Html, html};

use super::names::cohort_name;
use crate::routes::Route;
use crate::ui::{AvatarSize, avatar, chip, highlight, place};
use crate::words::Words;

/// Cohorts shown in a row; the profile has all.
const COHORTS: usize = 2;

/// The row of the member at a place of a page. Tab stops at one row; arrows lead to the others.
pub fn member_row(words: &Words, member: &MemberSummary, index: usize, query: &str, is_tab_stop: bool) -> Html {
    let (first, second) = names(member);
    let elsewhere = member.lives_in.filter(|country| *country != member.country);
    let lives = |country| words.say(&Text::new("row.lives_in").with("place", words.region(country)));
    html! {
        <li class="row" key={member.id.to_string()}>
            { avatar(&member.name, AvatarSize::Small) }
            <div class="row-who">
                <a
                    class="row-link"
                    id={["member", index.to_string().as_str()].join("-")}
                    href={Route::Profile(member.id).path()}
                    tabindex={if is_tab_stop { "0" } else { "-1" }}
                >
                    <span class="row-name">{ highlight(first, query) }</span>
                    { for second.map(|name| html! { <span class="row-second">{ highlight(name, query) }</span> }) }
                </a>
                <span class="row-affiliation">{ member.affiliation.clone().unwrap_or_default() }</span>
            </div>
            <div class="row-where">
                { place(words, member.country) }
                { for elsewhere.map(|country| html! { <span class="row-lives">{ lives(country) }</span> }) }
            </div>
            <div class="row-cohorts">
                { for member.cohorts.iter().take(COHORTS).map(|cohort| chip(cohort_name(words, *cohort))) }
            </div>
            <div class="row-what">
                <span class="row-fields">{ words.list(member.fields.iter().map(|field| words.t(field.key()))) }</span>
                <span class="row-open">{ open_to(words, member) }</span>
            </div>
        </li>
    }
}

/// The name in the own script first, where there is one.
fn names(member: &MemberSummary) -> (&str, Option<&str>) {
    match &member.native_name {
        Some(native) if *native != member.name => (native, Some(&member.name)),
        _ => (&member.name, None),
    }
}

fn open_to(words: &Words, member: &MemberSummary) -> AttrValue {
    if member.open_to.is_empty() {
        return AttrValue::default();
    }
    let list = words.list(member.open_to.iter().map(|open_to| words.t(open_to.key())));
    words.say(&Text::new("row.open_to").with("list", list))
}
