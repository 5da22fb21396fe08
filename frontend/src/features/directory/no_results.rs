//! Nobody fits: which filter to drop.

use std::rc::Rc;

use shared::directory::{Facet, MemberFilter};
use shared::words::Text;
use yew::{AttrValue, Callback, Html, Properties, component, html};

use super::names::{chosen, facet_label};
use crate::ui::{Button, EmptyState, IconName};
use crate::words::use_words;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The search that found nobody.
    pub filter: Rc<MemberFilter>,
    /// Called with a changed search.
    pub on_change: Callback<MemberFilter>,
}

/// The panel with one button for each thing that could be dropped.
#[component]
pub fn NoResults(props: &Props) -> Html {
    let words = use_words();
    let chosen = chosen(&props.filter);
    let button = |name: &AttrValue, next: MemberFilter| {
        let label = words.say(&Text::new("directory.without").with("name", name));
        let on_press = props.on_change.reform(move |()| next.clone());
        html! { <Button {label} icon={IconName::Close} {on_press} /> }
    };
    let query = props.filter.q.trim();
    let without_words = MemberFilter {
        q: String::new(),
        page: 1,
        ..(*props.filter).clone()
    };
    let quoted = words.say(&Text::new("directory.quoted").with("words", query));
    let facet = |(facet, value): &(Facet, String)| {
        button(&facet_label(&words, *facet, value), props.filter.toggled(*facet, value))
    };
    let text = if props.filter.is_narrowed() {
        "directory.none_text"
    } else {
        "directory.none_at_all"
    };
    html! {
        <EmptyState title={words.t("directory.none")} text={words.t(text)}>
            if !query.is_empty() {
                { button(&quoted, without_words) }
            }
            { for chosen.iter().map(facet) }
        </EmptyState>
    }
}
