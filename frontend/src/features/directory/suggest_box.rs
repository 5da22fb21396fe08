//! The search field of every other page: suggests people while typing, and leads to the directory.

use std::rc::Rc;

use shared::directory::{MAX_QUERY_CHARS, MemberFilter, MemberSummary, SuggestFilter, SuggestMembers, Suggestions};
use shared::words::Text;
use yew::{AttrValue, Callback, FocusEvent, Html, InputEvent, KeyboardEvent, MouseEvent, Properties, SubmitEvent};
use yew::{component, html, use_state_eq};

use crate::api::use_query_if;
use crate::browser::event;
use crate::routes::{Route, use_location};
use crate::ui::{AvatarSize, IconName, avatar, highlight, icon, place};
use crate::words::{Words, use_words};

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The field's id.
    pub id: AttrValue,
}

#[derive(Clone, Debug, Default, PartialEq)]
struct State {
    typed: String,
    is_open: bool,
    active: Option<usize>,
}

/// The field: a combobox whose last choice is the whole search.
#[component]
pub fn SuggestBox(props: &Props) -> Html {
    let words = use_words();
    let push = use_location().push;
    let state = use_state_eq(State::default);
    let query = state.typed.trim();
    let question = (!query.is_empty()).then(|| ((), SuggestFilter { q: query.into() }));
    let found = use_query_if::<SuggestMembers>(question).data.unwrap_or_default();
    let is_open = state.is_open && !query.is_empty();
    let list = [props.id.as_str(), "list"].join("-");
    let active = state
        .active
        .filter(|_| is_open)
        .map(|place| [list.as_str(), place.to_string().as_str()].join("-"));
    let set = {
        let state = state.clone();
        Callback::from(move |next: State| state.set(next))
    };
    let go = {
        let (set, push, found, typed) = (set.clone(), push, Rc::clone(&found), state.typed.clone());
        Callback::from(move |place: Option<usize>| {
            set.emit(State::default());
            push.emit(target(&found, &typed, place));
        })
    };
    let oninput = set.reform(|event: InputEvent| State {
        typed: event::typed(&event),
        is_open: true,
        active: None,
    });
    let onkeydown = on_key((*state).clone(), found.items.len(), set.clone(), go.clone());
    let onsubmit = {
        let go = go.clone();
        move |event: SubmitEvent| {
            event.prevent_default();
            go.emit(None);
        }
    };
    let onblur = {
        let (set, now) = (set, (*state).clone());
        move |_: FocusEvent| {
            set.emit(State {
                is_open: false,
                ..now.clone()
            });
        }
    };
    html! {
        <form class="search-field suggest" role="search" {onsubmit}>
            <label class="visually-hidden" for={props.id.clone()}>{ words.t("search.label") }</label>
            { icon(IconName::Search) }
            <input
                id={props.id.clone()} type="search" class="input" role="combobox" aria-autocomplete="list"
                placeholder={words.t("search.placeholder")} autocomplete="off" autocapitalize="off" spellcheck="false"
                enterkeyhint="search" maxlength={MAX_QUERY_CHARS.to_string()} aria-keyshortcuts="/"
                aria-expanded={if is_open { "true" } else { "false" }} aria-controls={list.clone()}
                aria-activedescendant={active} value={state.typed.clone()} {oninput} {onkeydown} {onblur}
            />
            <ul id={list.clone()} class="suggest-list" role="listbox" aria-label={words.t("search.suggestions")} hidden={!is_open}>
                if is_open {
                    { options(&words, &list, &found, &state, &go) }
                }
            </ul>
        </form>
    }
}

/// Where a choice leads: to a person, or to the whole search.
fn target(found: &Suggestions, typed: &str, place: Option<usize>) -> String {
    match place.and_then(|place| found.items.get(place)) {
        Some(member) => Route::Profile(member.id).path(),
        None => Route::Directory.with_query(&MemberFilter {
            q: typed.trim().into(),
            ..MemberFilter::default()
        }),
    }
}

fn on_key(now: State, people: usize, set: Callback<State>, go: Callback<Option<usize>>) -> Callback<KeyboardEvent> {
    Callback::from(move |key: KeyboardEvent| {
        if event::is_composing(&key) || event::has_modifier(&key) {
            return;
        }
        let active = match key.key().as_str() {
            "ArrowDown" => Some(now.active.map_or(0, |place| (place + 1).min(people))),
            "ArrowUp" => now.active.and_then(|place| place.checked_sub(1)),
            "Escape" if now.is_open => {
                // The browser would clear the field too.
                key.prevent_default();
                return set.emit(State {
                    is_open: false,
                    active: None,
                    ..now.clone()
                });
            }
            "Enter" => {
                key.prevent_default();
                return go.emit(now.active);
            }
            _ => return,
        };
        key.prevent_default();
        set.emit(State {
            is_open: true,
            active,
            ..now.clone()
        });
    })
}

/// People, and the whole search at the end.
fn options(words: &Words, list: &str, found: &Suggestions, state: &State, on_go: &Callback<Option<usize>>) -> Html {
    let query = state.typed.trim();
    let option = |at: usize, content: Html| {
        let onclick = on_go.reform(move |_: MouseEvent| Some(at));
        html! {
            <li
                id={[list, at.to_string().as_str()].join("-")}
                role="option"
                class="suggest-option"
                aria-selected={if state.active == Some(at) { "true" } else { "false" }}
                onmousedown={|event: MouseEvent| event.prevent_default()}
                {onclick}
            >
                { content }
            </li>
        }
    };
    let native = |name: &String| html! { <span class="suggest-native">{ highlight(name, query) }</span> };
    let person = |(at, member): (usize, &MemberSummary)| {
        let content = html! {
            <>
                { avatar(&member.name, AvatarSize::Small) }
                <span class="suggest-name">
                    { highlight(&member.name, query) }
                    { for member.native_name.iter().map(native) }
                </span>
                { place(words, member.country) }
            </>
        };
        option(at, content)
    };
    let whole = words.say(&Text::new("search.all").with("words", query));
    html! {
        <>
            { for found.items.iter().enumerate().map(person) }
            { option(found.items.len(), html! { <>{ icon(IconName::Search) }<span>{ whole }</span></> }) }
        </>
    }
}
