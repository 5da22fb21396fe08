//! A short message that comes and goes: `use_toasts().say(text)`. A newer one takes its place.

use shared::words::Text;
use yew::{AttrValue, Callback, ContextProvider, Html, Properties, component, hook, html};
use yew::{use_context, use_effect_with, use_state_eq};

use crate::browser::timing;
use crate::words::{Words, use_words};

const SHOWN_MS: u32 = 6_000;

/// Says short messages.
#[derive(Clone, Debug, PartialEq)]
pub struct Toasts {
    say: Say,
    words: Words,
}

/// Shows what was said in the words of whoever said it: a part of the page knows words that the frame does not.
#[derive(Clone, Debug, Default, PartialEq)]
struct Say(Callback<AttrValue>);

impl Toasts {
    /// Shows a message for some seconds.
    pub fn say(&self, text: Text) {
        self.say.0.emit(self.words.say(&text));
    }
}

#[derive(Properties, PartialEq)]
pub struct Props {
    /// Everything that says messages.
    pub children: Html,
}

/// Keeps the message and shows it.
#[component]
pub fn ToastsProvider(props: &Props) -> Html {
    let shown = use_state_eq(|| None::<AttrValue>);
    let setter = shown.setter();
    let say = Say(Callback::from(move |text| setter.set(Some(text))));
    let setter = shown.setter();
    use_effect_with((*shown).clone(), move |text| {
        let timer = text
            .is_some()
            .then(|| timing::after(SHOWN_MS, move || setter.set(None)));
        move || drop(timer)
    });
    html! {
        <ContextProvider<Say> context={say}>
            { props.children.clone() }
            <div class="toasts" role="status">
                { for shown.iter().map(|text| html! { <p class="toast">{ text }</p> }) }
            </div>
        </ContextProvider<Say>>
    }
}

/// The messages of the page; silent where nobody provides any.
#[hook]
pub fn use_toasts() -> Toasts {
    Toasts {
        say: use_context().unwrap_or_default(),
        words: use_words(),
    }
}
