//! Nobody fits: which filter to drop.

use std::rc::Rc;

use shared::directory::{Facet, MemberFilter};
use shared::words::Text;
use yew::{AttrValue, Callback, Html, html};

use super::names::{chosen, facet_label};
use crate::ui::{IconName, empty_state, press_button};
use crate::words::Words;

/// The panel with one button for each thing that could be dropped.
pub fn no_results(words: &Words, filter: &Rc<MemberFilter>, on_change: &Callback<MemberFilter>) -> Html {
    let without = |name: AttrValue| words.say(&Text::new("list.without").with("name", name));
    let facet = |(facet, value): (Facet, String)| {
        let label = without(facet_label(words, facet, &value));
        let filter = Rc::clone(filter);
        let on_press = on_change.reform(move |()| filter.toggled(facet, &value));
        press_button(label, Some(IconName::Close), &on_press)
    };
    let query = filter.q.trim();
    let quoted = (!query.is_empty()).then(|| words.say(&Text::new("directory.quoted").with("words", query)));
    let whole = Rc::clone(filter);
    let drop_words = on_change.reform(move |()| MemberFilter {
        q: String::new(),
        page: 1,
        ..(*whole).clone()
    });
    let ways_out = html! {
        <>
            { for quoted.map(|quoted| press_button(without(quoted), Some(IconName::Close), &drop_words)) }
            { for chosen(filter).into_iter().map(facet) }
        </>
    };
    let text = if filter.is_narrowed() {
        "directory.none_text"
    } else {
        "directory.none_at_all"
    };
    empty_state(
        html! { <h2>{ words.t("directory.none") }</h2> },
        words.t(text),
        ways_out,
    )
}
