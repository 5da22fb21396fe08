//! The door: codes by camera or typed, names searched, counts, and what has not been sent yet.

use std::cell::RefCell;
use std::rc::Rc;

use shared::ids::EventId;
use shared::rsvp::{DoorList, ScanResult, ScanVerdict};
use shared::words::Text;
use yew::{Callback, Html, Properties, SubmitEvent, component, hook, html, use_mut_ref, use_state};

use super::guest_rows::guest_rows;
use super::use_door::{Door, use_door};
use crate::api::load;
use crate::browser::scanner::{self, Scanner};
use crate::browser::spawn;
use crate::forms::{Field, text_field};
use crate::ui::{SkeletonShape, press_button, skeleton};
use crate::words::{Words, use_words};

/// The id of the camera's picture.
const VIDEO: &str = "door-camera";

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The event.
    pub event: EventId,
}

/// The door of an event.
#[component]
pub fn CheckInPanel(props: &Props) -> Html {
    let words = use_words();
    let door = use_door(props.event);
    let camera = use_camera(&door.on_scan);
    let typed = use_state(String::new);
    let setter = typed.setter();
    let on_change = Callback::from(move |text: String| setter.set(text));
    let onsubmit = {
        let (typed, on_scan) = (typed.clone(), door.on_scan.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if !typed.trim().is_empty() {
                on_scan.emit(typed.to_string());
            }
        })
    };
    let field = Field::new("door-search", words.t("door.search")).hint(words.t("door.search_hint"));
    let rows = load(&words, &door.list, skeleton(&words, SkeletonShape::Text, 4), |list| {
        html! {
            <>
                { counts(&words, &door, &list) }
                { guest_rows(&words, &list, &door.pending, &typed, &door.on_scan) }
            </>
        }
    });
    html! {
        <section class="door">
            { camera }
            <form class="door-form" {onsubmit}>
                { text_field(&words, &field, (*typed).clone(), &on_change) }
                <button type="submit" class="button">{ words.t("door.check") }</button>
            </form>
            <div class="door-last" role="status" aria-live="assertive">{ for door.last.as_ref().map(|last| verdict(&words, last)) }</div>
            { rows }
        </section>
    }
}

/// How many are in, and how many scans wait for the network.
fn counts(words: &Words, door: &Door, list: &DoorList) -> Html {
    let all = u32::try_from(list.guests.len()).unwrap_or(u32::MAX);
    let is_in = list.checked_in + door.pending.len();
    let said = Text::new("door.counts")
        .with("in", words.number(is_in))
        .with("all", words.number(all));
    html! {
        <p class="door-counts" role="status">
            <strong>{ words.say(&said) }</strong>
            if !door.pending.is_empty() {
                <span class="door-pending">
                    { words.count(if door.is_sending { "door.sending" } else { "door.waiting" }, door.pending.len()) }
                </span>
            }
        </p>
    }
}

/// What the last scan came to, large and in words.
fn verdict(words: &Words, last: &ScanResult) -> Html {
    let class = match last.verdict {
        ScanVerdict::CheckedIn => "door-verdict door-verdict--in",
        ScanVerdict::Already => "door-verdict door-verdict--already",
        ScanVerdict::NotConfirmed | ScanVerdict::Unknown => "door-verdict door-verdict--no",
    };
    html! {
        <p {class}>
            <strong>{ words.t(last.verdict.key()) }</strong>
            { for last.name.iter().map(|name| html! { <span>{ name }</span> }) }
            { for last.by.iter().map(|by| html! { <span>{ words.say(&Text::new("door.by").with("name", by)) }</span> }) }
        </p>
    }
}

/// The camera, where the browser can read codes: on request only.
#[hook]
fn use_camera(on_scan: &Callback<String>) -> Html {
    let words = use_words();
    let running = use_mut_ref(|| None::<Scanner>);
    let is_on = use_state(|| false);
    let is_refused = use_state(|| false);
    if !scanner::is_possible() {
        return html! { <p class="door-hint">{ words.t("door.no_camera") }</p> };
    }
    let toggle = {
        let (is_on, is_refused, on_scan) = (is_on.clone(), is_refused.setter(), on_scan.clone());
        Callback::from(move |()| {
            if *is_on {
                running.replace(None);
                is_on.set(false);
            } else {
                is_on.set(true);
                start(Rc::clone(&running), on_scan.clone(), is_on.setter(), is_refused.clone());
            }
        })
    };
    let label = words.t(if *is_on { "door.camera_off" } else { "door.camera_on" });
    html! {
        <div class="door-camera">
            { press_button(label, None, &toggle) }
            <video id={VIDEO} class="door-video" hidden={!*is_on} muted=true playsinline=true></video>
            if *is_refused {
                <p class="door-hint">{ words.t("door.camera_refused") }</p>
            }
        </div>
    }
}

fn start(
    running: Rc<RefCell<Option<Scanner>>>,
    on_scan: Callback<String>,
    is_on: yew::UseStateSetter<bool>,
    is_refused: yew::UseStateSetter<bool>,
) {
    spawn(async move {
        let scanner = Scanner::start(VIDEO, move |code| on_scan.emit(code)).await;
        is_on.set(scanner.is_some());
        is_refused.set(scanner.is_none());
        running.replace(scanner);
    });
}
