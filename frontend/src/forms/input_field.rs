//! A line of a certain kind: a number, a moment, a day, a link.

use yew::{AttrValue, Callback, Html, InputEvent, html};

use super::Field;
use crate::browser::event;
use crate::words::Words;

/// What is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InputKind {
    /// A whole number from 0 on.
    Number,
    /// A day and a time on a clock.
    Moment,
    /// A day.
    Day,
    /// An address on the internet.
    Link,
}

impl InputKind {
    const fn code(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Moment => "datetime-local",
            Self::Day => "date",
            Self::Link => "url",
        }
    }
}

/// The field.
pub fn input_field(
    words: &Words,
    field: &Field,
    kind: InputKind,
    value: impl Into<AttrValue>,
    on_change: &Callback<String>,
) -> Html {
    let control = html! {
        <input
            class={if kind == InputKind::Link { "input" } else { "input input--short" }}
            type={kind.code()}
            min={(kind == InputKind::Number).then_some("0")}
            id={field.id.clone()}
            name={field.id.clone()}
            autocomplete="off"
            value={value.into()}
            aria-invalid={field.is_wrong().then_some("true")}
            aria-describedby={field.described_by()}
            oninput={on_change.reform(|event: InputEvent| event::typed(&event))}
        />
    };
    field.draw(words, control)
}
