//! Somebody's profile.

use shared::api::{Empty, ProblemCode};
use shared::directory::GetMember;
use shared::ids::MemberId;
use yew::{Html, MouseEvent, Properties, component, html};

use crate::api::{Failure, load, use_query};
use crate::browser::history;
use crate::features::directory::{ProfileHeading, profile_view};
use crate::layout::use_title;
use crate::routes::{Route, use_location};
use crate::ui::{IconName, SkeletonShape, empty_state, icon, skeleton};
use crate::words::{Words, use_words};

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// Whose.
    pub id: MemberId,
}

/// The page.
#[component]
pub(super) fn ProfilePage(props: &Props) -> Html {
    let words = use_words();
    let directory = Route::Directory.path();
    let search = use_location().search.filter(|search| search.starts_with(&directory));
    let query = use_query::<GetMember>(props.id, Empty {});
    let name = query.data.as_ref().map(|member| member.summary.name.clone().into());
    use_title(name.unwrap_or_else(|| words.t("profile.title")));
    if query.failure.as_ref().and_then(Failure::code) == Some(ProblemCode::NotFound) {
        let way_out = html! { <a class="button" href={Route::Directory.path()}>{ words.t("profile.all") }</a> };
        let title = html! { <h1>{ words.t("profile.not_found") }</h1> };
        return empty_state(title, words.t("profile.not_found_text"), way_out);
    }
    let profile = load(&words, &query, skeleton(&words, SkeletonShape::Text, 3), |member| {
        let edit = html! { <a class="button" href={Route::OwnProfile.path()}>{ words.t("profile.edit") }</a> };
        let action = if member.is_own { edit } else { Html::default() };
        profile_view(&words, &member, ProfileHeading::Page, action)
    });
    html! {
        <>
            { back_link(&words, search) }
            { profile }
        </>
    }
}

/// Back to the search that led here, otherwise to everybody.
fn back_link(words: &Words, search: Option<String>) -> Html {
    let is_back = search.is_some();
    let key = if is_back { "profile.back" } else { "profile.all" };
    let href = search.unwrap_or_else(|| Route::Directory.path());
    // Really going back, instead of on to the same search, finds the list where it was left.
    let onclick = move |click: MouseEvent| {
        if is_back && !(click.ctrl_key() || click.meta_key() || click.shift_key()) {
            click.prevent_default();
            history::back();
        }
    };
    html! { <p class="back"><a {href} {onclick}>{ icon(IconName::Back) }{ words.t(key) }</a></p> }
}
