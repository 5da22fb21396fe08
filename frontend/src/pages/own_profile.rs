//! One's own profile: everything, who sees it, and how others see it.

use shared::api::Empty;
use shared::directory::GetOwnProfile;
use yew::{Html, component, html};

use crate::api::{load, use_query_if};
use crate::features::auth::use_session;
use crate::features::directory::{OwnProfileForm, PreviewPanel};
use crate::layout::{page_title, use_title};
use crate::routes::Route;
use crate::ui::{SkeletonShape, empty_state, skeleton};
use crate::words::use_words;

/// The page.
#[component]
pub fn OwnProfilePage() -> Html {
    let words = use_words();
    let session = use_session();
    use_title(words.t("own.title"));
    let question = session.member().map(|_| ((), Empty {}));
    let query = use_query_if::<GetOwnProfile>(question);
    if session.is_signed_out() {
        let way_in = html! {
            <a class="button button--primary" href={Route::SignIn.path()}>{ words.t("account.sign_in") }</a>
        };
        return empty_state(
            html! { <h1>{ words.t("own.title") }</h1> },
            words.t("own.sign_in"),
            way_in,
        );
    }
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
            { content }
        </>
    }
}
