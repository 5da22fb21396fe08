//! The page's title: in the tab, and announced to screen readers when the page changes.

use yew::{AttrValue, Html, hook, html, use_effect_with, use_mut_ref};

use crate::browser::dom;
use crate::routes::use_location;
use crate::words::use_words;

/// The id of the region that announces titles; the frame has it.
pub(super) const ANNOUNCER: &str = "page-title";

/// Says the title of the page that is drawn. Where the page's own name is empty, the club's stands alone.
#[hook]
pub fn use_title(title: AttrValue) {
    let words = use_words();
    use_effect_with((title, words), |(title, words)| {
        let club = words.t("club.name");
        let whole = if title.is_empty() {
            club.to_string()
        } else {
            [title.as_str(), club.as_str()].join(" · ")
        };
        dom::set_title(&whole);
        dom::set_text(ANNOUNCER, title);
    });
}

/// A page that changes its path moves the keyboard to its beginning, except the first one.
#[hook]
pub(super) fn use_arrival() {
    let path = use_location().location.path;
    let is_first = use_mut_ref(|| true);
    use_effect_with(path, move |_| {
        if !is_first.replace(false) {
            dom::focus_in_place("main");
        }
    });
}

/// The first heading of a page, and a sentence under it.
pub fn page_title(title: AttrValue, lead: Option<AttrValue>) -> Html {
    html! {
        <header class="page-title">
            <h1>{ title }</h1>
            { for lead.map(|lead| html! { <p>{ lead }</p> }) }
        </header>
    }
}
