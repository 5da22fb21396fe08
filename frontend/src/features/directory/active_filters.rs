//! Chips of what narrows the list, above the results.

use std::rc::Rc;

use shared::directory::{Facet, MemberFilter};
use shared::words::Text;
use yew::{Callback, Html, Properties, component, html};

use super::names::{chosen, facet_label};
use crate::ui::{Button, ButtonTone, RemovableChip};
use crate::words::use_words;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The search.
    pub filter: Rc<MemberFilter>,
    /// Called with a changed search.
    pub on_change: Callback<MemberFilter>,
}

/// The chips; nothing where nothing is chosen.
#[component]
pub fn ActiveFilters(props: &Props) -> Html {
    let words = use_words();
    let chosen = chosen(&props.filter);
    if chosen.is_empty() {
        return Html::default();
    }
    let chip = |(facet, value): &(Facet, String)| {
        let label = facet_label(&words, *facet, value);
        let description = words.say(&Text::new("directory.remove").with("name", &label));
        let next = props.filter.toggled(*facet, value);
        let on_remove = props.on_change.reform(move |()| next.clone());
        html! { <li key={[facet.code(), value].join("=")}><RemovableChip {label} {description} {on_remove} /></li> }
    };
    let cleared = MemberFilter {
        q: props.filter.q.clone(),
        sort: props.filter.sort,
        ..MemberFilter::default()
    };
    let clear = props.on_change.reform(move |()| cleared.clone());
    html! {
        <div class="active-filters">
            <ul class="chips" aria-label={words.t("directory.active")}>{ for chosen.iter().map(chip) }</ul>
            <Button label={words.t("directory.clear")} tone={ButtonTone::Quiet} on_press={clear} />
        </div>
    }
}
