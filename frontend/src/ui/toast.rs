//! Short messages that come and go: `use_toasts().say(text)`.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use shared::words::Text;
use yew::{ContextProvider, Html, Properties, Reducible, UseReducerDispatcher, component, hook, html};
use yew::{use_context, use_reducer};

use crate::words::use_words;

const SHOWN_MS: u32 = 6_000;

#[derive(Clone, Debug, Default, PartialEq)]
struct Shown {
    next: u32,
    toasts: Vec<(u32, Text)>,
}

enum Action {
    Say(Text),
    Forget(u32),
}

impl Reducible for Shown {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut shown = Self::clone(&self);
        match action {
            Action::Say(text) => {
                shown.toasts.retain(|(_, known)| *known != text);
                shown.toasts.push((shown.next, text));
                shown.next += 1;
            }
            Action::Forget(number) => shown.toasts.retain(|(known, _)| *known != number),
        }
        Rc::new(shown)
    }
}

/// Says short messages.
#[derive(Clone)]
pub struct Toasts(Option<UseReducerDispatcher<Shown>>);

impl PartialEq for Toasts {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Toasts {
    /// Shows a message for some seconds.
    pub fn say(&self, text: Text) {
        let Some(dispatcher) = self.0.clone() else { return };
        dispatcher.dispatch(Action::Say(text));
    }
}

#[derive(Properties, PartialEq)]
pub struct Props {
    /// Everything that says messages.
    pub children: Html,
}

/// Keeps the messages and shows them.
#[component]
pub fn ToastsProvider(props: &Props) -> Html {
    let words = use_words();
    let shown = use_reducer(Shown::default);
    let context = Toasts(Some(shown.dispatcher()));
    let toast = |(number, text): &(u32, Text)| {
        html! { <Toast key={*number} words={words.say(text)} number={*number} dispatcher={shown.dispatcher()} /> }
    };
    html! {
        <ContextProvider<Toasts> {context}>
            { props.children.clone() }
            <div class="toasts" role="status">{ for shown.toasts.iter().map(toast) }</div>
        </ContextProvider<Toasts>>
    }
}

#[derive(Properties, PartialEq)]
struct ToastProps {
    words: yew::AttrValue,
    number: u32,
    dispatcher: UseReducerDispatcher<Shown>,
}

#[component]
fn Toast(props: &ToastProps) -> Html {
    let (number, dispatcher) = (props.number, props.dispatcher.clone());
    yew::use_effect_with(number, move |number| {
        let number = *number;
        let timer = Timeout::new(SHOWN_MS, move || dispatcher.dispatch(Action::Forget(number)));
        move || drop(timer)
    });
    html! { <p class="toast">{ &props.words }</p> }
}

/// The messages of the page; silent where nobody provides any.
#[hook]
pub fn use_toasts() -> Toasts {
    use_context().unwrap_or(Toasts(None))
}
