//! A short message that comes and goes: `use_toasts().say(text)`. A newer one takes its place.

use gloo::timers::callback::Timeout;
use shared::words::Text;
use yew::{Callback, ContextProvider, Html, Properties, component, hook, html};
use yew::{use_context, use_effect_with, use_state_eq};

use crate::words::use_words;

const SHOWN_MS: u32 = 6_000;

/// Says short messages.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Toasts(Callback<Text>);

impl Toasts {
    /// Shows a message for some seconds.
    pub fn say(&self, text: Text) {
        self.0.emit(text);
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
    let words = use_words();
    let shown = use_state_eq(|| None::<Text>);
    let setter = shown.setter();
    let say = Callback::from(move |text| setter.set(Some(text)));
    let setter = shown.setter();
    use_effect_with((*shown).clone(), move |text| {
        let timer = text.is_some().then(|| Timeout::new(SHOWN_MS, move || setter.set(None)));
        move || drop(timer)
    });
    html! {
        <ContextProvider<Toasts> context={Toasts(say)}>
            { props.children.clone() }
            <div class="toasts" role="status">
                { for shown.iter().map(|text| html! { <p class="toast">{ words.say(text) }</p> }) }
            </div>
        </ContextProvider<Toasts>>
    }
}

/// The messages of the page; silent where nobody provides any.
#[hook]
pub fn use_toasts() -> Toasts {
    use_context().unwrap_or_default()
}
