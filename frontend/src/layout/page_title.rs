//! The page's title: in the tab, and announced to screen readers when the page changes.

use yew::{AttrValue, Callback, ContextProvider, Html, Properties, component, hook, html};
use yew::{use_context, use_effect_with, use_mut_ref, use_state_eq};

use crate::browser::dom;
use crate::routes::use_location;
use crate::words::use_words;

/// Sets the title.
type Title = Callback<AttrValue>;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// Everything that has a title.
    pub children: Html,
}

/// Keeps the title. A page that changes its path moves the keyboard to its beginning, except the first one.
#[component]
pub fn TitleProvider(props: &Props) -> Html {
    let title = use_state_eq(AttrValue::default);
    let set: Title = {
        let setter = title.setter();
        yew::use_callback((), move |title, ()| setter.set(title))
    };
    let path = use_location().location.path;
    let is_first = use_mut_ref(|| true);
    use_effect_with(path, move |_| {
        if !is_first.replace(false) {
            dom::focus_in_place("main");
        }
    });
    html! {
        <ContextProvider<Title> context={set}>
            { props.children.clone() }
            <div class="visually-hidden" role="status" id="page-title">{ &*title }</div>
        </ContextProvider<Title>>
    }
}

/// Says the title of the page that is drawn.
#[hook]
pub fn use_title(title: AttrValue) {
    let words = use_words();
    let announce = use_context::<Title>().unwrap_or_default();
    use_effect_with((title, words), move |(title, words)| {
        let club = words.t("club.name");
        let whole = if title.is_empty() {
            club.to_string()
        } else {
            [title.as_str(), club.as_str()].join(" · ")
        };
        dom::set_title(&whole);
        announce.emit(title.clone());
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
