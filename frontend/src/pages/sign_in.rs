//! Signing in.

use shared::words::Text;
use yew::{Html, component, html};

use crate::features::auth::{DemoDoors, use_session};
use crate::layout::{page_title, use_title};
use crate::routes::{Route, use_location};
use crate::ui::{SkeletonShape, skeleton};
use crate::words::use_words;

/// The page.
#[component]
pub fn SignInPage() -> Html {
    let words = use_words();
    let session = use_session();
    let push = use_location().push;
    use_title(words.t("sign_in.title"));
    let on_signed_in = push.reform(|()| Route::Home.path());
    let content = match (session.is_known(), session.is_demo()) {
        (false, _) => skeleton(&words, SkeletonShape::Text, 1),
        (true, true) => html! { <DemoDoors {on_signed_in} /> },
        (true, false) => html! { <p class="card">{ words.t("sign_in.soon") }</p> },
    };
    let lead = session.is_demo().then(|| words.t("sign_in.demo"));
    html! {
        <div class="narrow">
            { page_title(words.t("sign_in.title"), lead) }
            if let Some(member) = session.member() {
                <p class="notice">{ words.say(&Text::new("sign_in.already").with("name", &member.name)) }</p>
            }
            { content }
        </div>
    }
}
