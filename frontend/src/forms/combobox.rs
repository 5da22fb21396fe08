//! A field with a list under it that follows what is typed: one of many is chosen by its words.

use yew::{AttrValue, Callback, FocusEvent, Html, InputEvent, KeyboardEvent, MouseEvent, Properties};
use yew::{component, html, use_state_eq};

use super::Field;
use crate::browser::event;
use crate::words::use_words;

/// A value, its words, and what tells it from others.
pub type Offer = (AttrValue, AttrValue, AttrValue);

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The field.
    pub field: Field,
    /// What stands there while nothing is typed.
    pub value: AttrValue,
    /// What fits the words typed so far.
    pub offers: Vec<Offer>,
    /// Called with what is typed; empty when the list is closed.
    pub on_type: Callback<String>,
    /// Called with the value that is chosen.
    pub on_choose: Callback<AttrValue>,
}

#[derive(Clone, Debug, Default, PartialEq)]
struct State {
    /// What was typed; nothing while the list is closed.
    typed: Option<String>,
    active: usize,
}

/// The field.
#[component]
pub fn Combobox(props: &Props) -> Html {
    let words = use_words();
    let state = use_state_eq(State::default);
    let set = {
        let (setter, on_type) = (state.setter(), props.on_type.clone());
        Callback::from(move |next: State| {
            on_type.emit(next.typed.clone().unwrap_or_default());
            setter.set(next);
        })
    };
    let choose = {
        let (set, on_choose) = (set.clone(), props.on_choose.clone());
        Callback::from(move |value: AttrValue| {
            set.emit(State::default());
            on_choose.emit(value);
        })
    };
    let list = [props.field.id.as_str(), "list"].join("-");
    let is_open = state.typed.is_some() && !props.offers.is_empty();
    let active = is_open.then(|| [list.as_str(), state.active.to_string().as_str()].join("-"));
    let shown = state.typed.clone().map_or_else(|| props.value.clone(), AttrValue::from);
    let oninput = set.reform(|event: InputEvent| State {
        typed: Some(event::typed(&event)),
        active: 0,
    });
    let onkeydown = on_key((*state).clone(), props.offers.clone(), set.clone(), choose.clone());
    let onblur = set.reform(|_: FocusEvent| State::default());
    let field = &props.field;
    let control = html! {
        <div class="combobox">
            <input
                class="input" id={field.id.clone()} name={field.id.clone()} role="combobox" autocomplete="off"
                autocapitalize="off" spellcheck="false" aria-autocomplete="list" aria-controls={list.clone()}
                aria-expanded={if is_open { "true" } else { "false" }} aria-activedescendant={active}
                aria-invalid={field.is_wrong().then_some("true")} aria-describedby={field.described_by()}
                value={shown} {oninput} {onkeydown} {onblur}
            />
            <ul id={list.clone()} class="suggest-list" role="listbox" aria-label={field.label.clone()} hidden={!is_open}>
                if is_open {
                    { for props.offers.iter().enumerate().map(|(at, offer)| option(&list, at, offer, state.active, &choose)) }
                }
            </ul>
        </div>
    };
    field.draw(&words, control)
}

fn option(list: &str, at: usize, offer: &Offer, active: usize, on_choose: &Callback<AttrValue>) -> Html {
    let (value, label, detail) = offer;
    let chosen = value.clone();
    let onclick = on_choose.reform(move |_: MouseEvent| chosen.clone());
    html! {
        <li
            id={[list, at.to_string().as_str()].join("-")} role="option" class="suggest-option"
            aria-selected={if at == active { "true" } else { "false" }}
            onmousedown={|event: MouseEvent| event.prevent_default()} {onclick}
        >
            <span class="suggest-name">{ label }</span>
            <span class="suggest-native">{ detail }</span>
        </li>
    }
}

fn on_key(
    now: State,
    offers: Vec<Offer>,
    set: Callback<State>,
    choose: Callback<AttrValue>,
) -> Callback<KeyboardEvent> {
    Callback::from(move |key: KeyboardEvent| {
        if event::is_composing(&key) || event::has_modifier(&key) {
            return;
        }
        let is_open = now.typed.is_some();
        let last = offers.len().saturating_sub(1);
        match key.key().as_str() {
            "ArrowDown" | "ArrowUp" if !is_open => set.emit(State {
                typed: Some(String::new()),
                active: 0,
            }),
            "ArrowDown" => set.emit(State {
                active: (now.active + 1).min(last),
                ..now.clone()
            }),
            "ArrowUp" => set.emit(State {
                active: now.active.saturating_sub(1),
                ..now.clone()
            }),
            "Escape" if is_open => set.emit(State::default()),
            "Enter" if is_open => {
                if let Some((value, ..)) = offers.get(now.active) {
                    choose.emit(value.clone());
                }
            }
            _ => return,
        }
        key.prevent_default();
    })
}
