//! What is one's own: the address says whether it is the profile, or calendar and mails. Both need somebody who is
//! signed in.

use yew::{Html, component, html};

use super::notices::NoticesPage;
use super::own_profile::OwnProfilePage;
use crate::features::auth::use_session;
use crate::layout::use_title;
use crate::routes::{Route, use_location};
use crate::ui::empty_state;
use crate::words::use_words;

/// The page.
#[component]
pub(super) fn OwnPage() -> Html {
    let words = use_words();
    let session = use_session();
    let is_notices = use_location().route() == Route::Notices;
    let (title, text) = if is_notices {
        ("account.notices", "notices.sign_in")
    } else {
        ("own.title", "own.sign_in")
    };
    let title = words.t(title);
    use_title(title.clone());
    if session.is_signed_out() {
        let way_in = html! {
            <a class="button button--primary" href={Route::SignIn.path()}>{ words.t("account.sign_in") }</a>
        };
        return empty_state(html! { <h1>{ title }</h1> }, words.t(text), way_in);
    }
    if is_notices {
        html! { <NoticesPage /> }
    } else {
        html! { <OwnProfilePage /> }
    }
}
