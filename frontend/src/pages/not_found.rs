//! No such page.

use yew::{Html, component, html};

use crate::layout::use_title;
use crate::routes::Route;
use crate::ui::EmptyState;
use crate::words::use_words;

/// The page.
#[component]
pub fn NotFoundPage() -> Html {
    let words = use_words();
    use_title(words.t("not_found.title"));
    html! {
        <EmptyState title={words.t("not_found.title")} text={words.t("not_found.text")}>
            <a class="button button--primary" href={Route::Home.path()}>{ words.t("not_found.home") }</a>
            <a class="button" href={Route::Directory.path()}>{ words.t("profile.all") }</a>
        </EmptyState>
    }
}
