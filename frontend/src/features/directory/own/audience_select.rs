//! Who may see something.

use shared::codes::Audience;
use yew::{AttrValue, Callback, Html, Properties, component, html};

use crate::forms::{SelectField, SelectOption};
use crate::words::use_words;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The select's id.
    pub id: AttrValue,
    /// What is seen.
    pub label: AttrValue,
    /// Who may see it now.
    pub value: Audience,
    /// Whether the member is under age, and so never shown beyond their exchange.
    pub is_minor: bool,
    /// Called with somebody else.
    pub on_choose: Callback<Audience>,
}

/// The select. To minors only what they can choose is offered.
#[component]
pub fn AudienceSelect(props: &Props) -> Html {
    let words = use_words();
    let is_offered = |audience: &&Audience| audience.effective(props.is_minor) == **audience;
    let option = |audience: &Audience| SelectOption {
        value: audience.code().into(),
        label: words.t(audience.key()),
        is_disabled: false,
    };
    let on_choose = props.on_choose.clone();
    let on_change = move |code: String| {
        if let Ok(audience) = code.parse() {
            on_choose.emit(audience);
        }
    };
    html! {
        <div class="audience-select">
            <SelectField
                id={props.id.clone()}
                label={props.label.clone()}
                options={Audience::ALL.iter().filter(is_offered).map(option).collect::<Vec<_>>()}
                value={props.value.effective(props.is_minor).code()}
                {on_change}
            />
        </div>
    }
}
