//! Somebody's profile.

use shared::api::{Empty, ProblemCode};
use shared::directory::GetMember;
use shared::ids::MemberId;
use yew::{Html, MouseEvent, Properties, component, html};

use crate::api::{Failure, load, use_query};
use crate::browser::history;
use crate::features::directory::ProfileView;
use crate::layout::use_title;
use crate::routes::{Route, use_location};
use crate::ui::{EmptyState, IconName, icon, Skeleton, SkeletonShape};
use crate::words::use_words;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// Whose.
    pub id: MemberId,
}

/// The page.
#[component]
pub fn ProfilePage(props: &Props) -> Html {
    let words = use_words();
    let query = use_query::<GetMember>(props.id, Empty {});
    let member = query.data.as_ref().filter(|member| member.summary.id == props.id);
    let name = member.map(|member| member.summary.name.clone().into());
    use_title(name.unwrap_or_else(|| words.t("profile.title")));
    if query.failure.as_ref().and_then(Failure::code) == Some(ProblemCode::NotFound) {
        return html! {
            <EmptyState title={words.t("profile.not_found")} text={words.t("profile.not_found_text")}>
                <a class="button" href={Route::Directory.path()}>{ words.t("profile.all") }</a>
            </EmptyState>
        };
    }
    let skeleton = html! { <Skeleton shape={SkeletonShape::Text} count={3} /> };
    let profile = load(&query, skeleton, |member| {
        let edit = html! { <a class="button" href={Route::OwnProfile.path()}>{ words.t("profile.edit") }</a> };
        html! { <ProfileView action={if member.is_own { edit } else { Html::default() }} {member} /> }
    });
    html! {
        <>
            <BackLink />
            { profile }
        </>
    }
}

/// Back to the search that led here, otherwise to everybody.
#[component]
fn BackLink() -> Html {
    let words = use_words();
    let search = use_location().search;
    let (href, key) = match search {
        Some(search) => (search, "profile.back"),
        None => (Route::Directory.path(), "profile.all"),
    };
    let is_back = key == "profile.back";
    // Really going back, instead of on to the same search, finds the list where it was left.
    let onclick = move |click: MouseEvent| {
        if is_back && !(click.ctrl_key() || click.meta_key() || click.shift_key()) {
            click.prevent_default();
            history::back();
        }
    };
    html! { <p class="back"><a {href} {onclick}>{ icon(IconName::Back) }{ words.t(key) }</a></p> }
}
