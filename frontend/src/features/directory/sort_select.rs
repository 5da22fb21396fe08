//! The order of the list.

use shared::codes::MemberSort;
use yew::{Callback, Html, Properties, component, html};

use crate::forms::{SelectField, SelectOption};
use crate::words::use_words;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The present order.
    pub value: MemberSort,
    /// Called with another one.
    pub on_choose: Callback<MemberSort>,
}

/// The select.
#[component]
pub fn SortSelect(props: &Props) -> Html {
    let words = use_words();
    let option = |sort: &MemberSort| SelectOption {
        value: sort.code().into(),
        label: words.t(sort.key()),
        is_disabled: false,
    };
    let on_choose = props.on_choose.clone();
    let on_change = move |code: String| {
        if let Ok(sort) = code.parse() {
            on_choose.emit(sort);
        }
    };
    html! {
        <div class="sort-select">
            <SelectField
                id="sort"
                label={words.t("directory.sort")}
                options={MemberSort::ALL.iter().map(option).collect::<Vec<_>>()}
                value={props.value.code()}
                {on_change}
            />
        </div>
    }
}
