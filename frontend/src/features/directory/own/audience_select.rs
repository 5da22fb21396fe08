//! Who may see something.

use shared::codes::Audience;
use yew::{Callback, Html, html};

use crate::forms::{Field, SelectField, SelectOption};
use crate::words::Words;

/// The select. To minors, who are never shown beyond their exchange, only what they can choose is offered.
pub fn audience_select(
    words: &Words,
    field: Field,
    value: Audience,
    is_minor: bool,
    on_choose: Callback<Audience>,
) -> Html {
    let offered = Audience::ALL
        .iter()
        .filter(|audience| audience.effective(is_minor) == **audience);
    let options: Vec<SelectOption> = offered
        .map(|audience| (audience.code().into(), words.t(audience.key())))
        .collect();
    let on_change = move |code: String| {
        if let Ok(audience) = code.parse() {
            on_choose.emit(audience);
        }
    };
    let value = value.effective(is_minor).code();
    html! { <div class="audience-select"><SelectField {field} {options} {value} {on_change} /></div> }
}
