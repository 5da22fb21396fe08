//! One's own profile: everything, who sees it, and how others see it.

use shared::api::Empty;
use shared::directory::GetOwnProfile;
use yew::{Html, component, html};

use crate::api::{load, use_query_if};
use crate::features::auth::use_session;
use crate::features::directory::{OwnProfileForm, PreviewPanel};
use crate::layout::page_title;
use crate::routes::Route;
use crate::ui::{IconName, SkeletonShape, icon, skeleton};
use crate::words::use_words;

/// The page.
#[component]
pub(super) fn OwnProfilePage() -> Html {
    let words = use_words();
    let question = use_session().member().map(|_| ((), Empty {}));
    let query = use_query_if::<GetOwnProfile>(question);
    let content = load(&words, &query, skeleton(&words, SkeletonShape::Text, 4), |own| {
        html! {
            <div class="own">
                <OwnProfileForm key={own.member.summary.id.to_string()} own={own.clone()} />
                <PreviewPanel />
            </div>
        }
    });
    html! {
        <>
            { page_title(words.t("own.title"), Some(words.t("own.lead"))) }
            <p class="own-ways">
                <a href={Route::Notices.path()}>{ icon(IconName::Calendar) }{ words.t("account.notices") }</a>
            </p>
            { content }
        </>
    }
}
