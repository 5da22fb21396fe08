//! Everything that is wrong, at the top of a form: each line leads to its field.

use shared::words::Text;
use yew::{AttrValue, Callback, Html, MouseEvent, html};

use crate::browser::dom;
use crate::ui::{IconName, icon};
use crate::words::Words;

/// The id of the summary, for the keyboard to be moved there.
pub const ERROR_SUMMARY: &str = "error-summary";

/// A field by its id and its name, and what is wrong with it.
pub type Wrong = (String, AttrValue, Vec<Text>);

/// The summary; nothing where nothing is wrong.
pub fn error_summary(words: &Words, title: AttrValue, wrong: Vec<Wrong>) -> Html {
    if wrong.is_empty() {
        return Html::default();
    }
    let line = |(id, name, errors): Wrong| {
        let href = ["#", id.as_str()].concat();
        let said = errors.iter().map(|error| words.say(error));
        let said = said.collect::<Vec<_>>().join(" ");
        let onclick = Callback::from(move |click: MouseEvent| {
            click.prevent_default();
            dom::jump_to(&id);
        });
        html! { <li><a {href} {onclick}><strong>{ name }</strong>{ " " }{ said }</a></li> }
    };
    html! {
        <section class="error-summary" id={ERROR_SUMMARY} tabindex="-1" aria-labelledby="error-summary-title">
            { icon(IconName::Alert) }
            <div>
                <h2 id="error-summary-title">{ title }</h2>
                <ul>{ for wrong.into_iter().map(line) }</ul>
            </div>
        </section>
    }
}
