//! One's own profile: everything, who sees it, and how others see it.

use shared::api::Empty;
use shared::directory::GetOwnProfile;
use yew::{Html, component, html};

use crate::api::{load, use_query_if};
use crate::features::auth::use_session;
use crate::features::directory::{OwnProfileForm, PreviewPanel};
use crate::layout::{PageTitle, use_title};
use crate::routes::Route;
use crate::ui::{EmptyState, Skeleton, SkeletonShape};
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
        return html! {
            <EmptyState title={words.t("own.title")} text={words.t("own.sign_in")}>
                <a class="button button--primary" href={Route::SignIn.path()}>{ words.t("account.sign_in") }</a>
            </EmptyState>
        };
    }
    let skeleton = html! { <Skeleton shape={SkeletonShape::Text} count={4} /> };
    let content = load(&query, skeleton, |own| {
        html! {
            <div class="own">
                <OwnProfileForm key={own.member.summary.id.to_string()} own={own.clone()} />
                <PreviewPanel />
            </div>
        }
    });
    html! {
        <>
            <PageTitle title={words.t("own.title")} lead={words.t("own.lead")} />
            { content }
        </>
    }
}
