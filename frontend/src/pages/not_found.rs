//! No such page.

use yew::{Html, component, html};

use crate::layout::use_title;
use crate::routes::Route;
use crate::ui::empty_state;
use crate::words::use_words;

/// The page.
#[component]
pub fn NotFoundPage() -> Html {
    let words = use_words();
    let title = words.t("not_found.title");
    use_title(title.clone());
    let ways_out = html! {
        <>
            <a class="button button--primary" href={Route::Home.path()}>{ words.t("not_found.home") }</a>
            <a class="button" href={Route::Directory.path()}>{ words.t("profile.all") }</a>
        </>
    };
    empty_state(html! { <h1>{ title }</h1> }, words.t("not_found.text"), ways_out)
}
