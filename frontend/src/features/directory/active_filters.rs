//! Chips of what narrows the list, above the results.

use std::rc::Rc;

use shared::directory::{Facet, MemberFilter};
use shared::words::Text;
use yew::{Callback, Html, MouseEvent, html};

use super::names::{chosen, facet_label};
use crate::ui::{quiet_button, removable_chip};
use crate::words::Words;

/// The chips; nothing where nothing is chosen.
pub fn active_filters(words: &Words, filter: &Rc<MemberFilter>, on_change: &Callback<MemberFilter>) -> Html {
    let chosen = chosen(filter);
    if chosen.is_empty() {
        return Html::default();
    }
    let chip = |(facet, value): (Facet, String)| {
        let label = facet_label(words, facet, &value);
        let description = words.say(&Text::new("directory.remove").with("name", &label));
        let filter = Rc::clone(filter);
        let on_remove = on_change.reform(move |_: MouseEvent| filter.toggled(facet, &value));
        html! { <li>{ removable_chip(label, description, on_remove) }</li> }
    };
    let whole = Rc::clone(filter);
    let clear = on_change.reform(move |()| MemberFilter {
        q: whole.q.clone(),
        sort: whole.sort,
        ..MemberFilter::default()
    });
    html! {
        <div class="active-filters">
            <ul class="chips" aria-label={words.t("directory.active")}>{ for chosen.into_iter().map(chip) }</ul>
            { quiet_button(words.t("directory.clear"), &clear) }
        </div>
    }
}
