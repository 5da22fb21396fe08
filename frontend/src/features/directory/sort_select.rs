//! The order of the list.

use shared::codes::MemberSort;
use yew::{Callback, Html, html};

use crate::forms::{Field, SelectField, SelectOption};
use crate::words::Words;

/// The select.
pub fn sort_select(words: &Words, value: MemberSort, on_choose: Callback<MemberSort>) -> Html {
    let options: Vec<SelectOption> = MemberSort::ALL
        .iter()
        .map(|sort| (sort.code().into(), words.t(sort.key())))
        .collect();
    let on_change = move |code: String| {
        if let Ok(sort) = code.parse() {
            on_choose.emit(sort);
        }
    };
    let field = Field::new("sort", words.t("directory.sort"));
    html! { <div class="sort-select"><SelectField {field} {options} value={value.code()} {on_change} /></div> }
}
