//! Languages as chips, and a list to add one.

use shared::words::Text;
use yew::{AttrValue, Callback, Html, Properties, component, html};

use super::draft::LANGUAGES;
use crate::browser::intl;
use crate::forms::{SelectField, SelectOption};
use crate::ui::RemovableChip;
use crate::words::use_words;

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// The chosen tags.
    pub chosen: Vec<String>,
    /// What is wrong with them.
    pub errors: Vec<Text>,
    /// Called with the tag that is added.
    pub on_add: Callback<String>,
    /// Called with the tag that is taken away.
    pub on_remove: Callback<String>,
}

/// The field.
#[component]
pub(crate) fn LanguagesField(props: &Props) -> Html {
    let words = use_words();
    let chip = |tag: &String| {
        let label = words.language_name(tag);
        let description = words.say(&Text::new("directory.remove").with("name", &label));
        let on_remove = props.on_remove.reform({
            let tag = tag.clone();
            move |()| tag.clone()
        });
        html! { <li key={tag.clone()}><RemovableChip {label} {description} {on_remove} /></li> }
    };
    let mut options: Vec<SelectOption> = LANGUAGES
        .iter()
        .filter(|tag| !props.chosen.iter().any(|known| known == *tag))
        .map(|tag| SelectOption {
            value: (*tag).into(),
            label: words.language_name(tag),
            is_disabled: false,
        })
        .collect();
    options.sort_by(|one, other| intl::compare(words.language(), &one.label, &other.label));
    options.insert(
        0,
        SelectOption {
            value: AttrValue::default(),
            label: words.t("own.add_language"),
            is_disabled: false,
        },
    );
    html! {
        <div class="languages">
            <SelectField
                id="languages"
                label={words.t("personal_field.languages")}
                errors={props.errors.clone()}
                {options}
                value=""
                on_change={props.on_add.clone()}
                key={props.chosen.len()}
            />
            if !props.chosen.is_empty() {
                <ul class="chips">{ for props.chosen.iter().map(chip) }</ul>
            }
        </div>
    }
}
