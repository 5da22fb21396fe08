//! Several of many: the chosen ones as chips that can be taken away, and a list to add one.

use shared::words::Text;
use yew::{AttrValue, Callback, Html, MouseEvent, html};

use super::{Field, SelectField, SelectOption};
use crate::browser::intl;
use crate::ui::removable_chip;
use crate::words::Words;

/// The choice; `adding` stands in the list before anything is added.
pub fn chip_choice(
    words: &Words,
    field: &Field,
    adding: AttrValue,
    offered: impl Iterator<Item = SelectOption>,
    chosen: &[SelectOption],
    on_switch: &Callback<String>,
) -> Html {
    let chip = |(value, label): &SelectOption| {
        let description = words.say(&Text::new("directory.remove").with("name", label));
        let value = value.to_string();
        let remove = on_switch.reform(move |_: MouseEvent| value.clone());
        html! { <li>{ removable_chip(label.clone(), description, remove) }</li> }
    };
    let mut options = vec![(AttrValue::default(), adding)];
    for (value, label) in offered.filter(|(value, _)| !chosen.iter().any(|(known, _)| known == value)) {
        // Put in place one by one: a sorting routine of its own would weigh 3 kB in the wasm.
        let after =
            |(value, known): &SelectOption| value.is_empty() || intl::compare(words.language(), known, &label).is_le();
        let place = options.partition_point(after);
        options.insert(place, (value, label));
    }
    let on_change = on_switch.clone();
    html! {
        <div class="chip-choice">
            // Its chosen value is always the one that chooses nothing.
            <SelectField key={chosen.len()} field={field.clone()} {options} value="" {on_change} />
            if !chosen.is_empty() {
                <ul class="chips">{ for chosen.iter().map(chip) }</ul>
            }
        </div>
    }
}
