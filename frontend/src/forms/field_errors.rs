//! What is wrong with a field, under it.

use shared::words::Text;
use yew::{Html, html};

use crate::ui::{IconName, icon};
use crate::words::Words;

/// The errors; nothing where there are none.
pub fn field_errors(words: &Words, id: &str, errors: &[Text]) -> Html {
    if errors.is_empty() {
        return Html::default();
    }
    html! {
        <p class="field-error" id={error_id(id)}>
            { icon(IconName::Alert) }
            <span>{ for errors.iter().map(|error| html! { <span>{ words.say(error) }{ " " }</span> }) }</span>
        </p>
    }
}

/// The id that a field is described by.
pub(super) fn error_id(id: &str) -> String {
    [id, "error"].join("-")
}
