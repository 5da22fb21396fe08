//! The camera of a door: on request only, and with the reason where there is none.

use std::cell::RefCell;
use std::rc::Rc;

use yew::{Callback, Html, Properties, UseStateSetter, component, html, use_mut_ref, use_state_eq};

use super::decoder::decoder;
use super::sight::Sight;
use crate::browser::scanner::{NoScanner, Scanner};
use crate::browser::spawn;
use crate::ui::{IconName, icon, press_button};
use crate::words::{Words, use_words};

/// The id of the camera's picture.
const VIDEO: &str = "door-camera";

/// How the camera is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CameraState {
    /// Off.
    Off,
    /// The reader is asked, or what reads codes is being fetched.
    Starting,
    /// It looks.
    On,
    /// It cannot be used.
    Failed(NoScanner),
}

/// The camera itself.
#[derive(Default)]
struct Running {
    /// Whether the reader wants it: it is slow to start, and may be stopped before.
    is_wanted: bool,
    scanner: Option<Scanner>,
}

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// A code was seen.
    pub on_code: Callback<String>,
}

/// The camera with its button.
#[component]
pub(super) fn Camera(props: &Props) -> Html {
    let words = use_words();
    let state = use_state_eq(|| CameraState::Off);
    let running = use_mut_ref(Running::default);
    // The camera outlives the list of guests that it was started with.
    let on_code = use_mut_ref(Callback::noop);
    on_code.replace(props.on_code.clone());
    let on_press = {
        let state = state.clone();
        Callback::from(move |()| {
            if matches!(*state, CameraState::Starting | CameraState::On) {
                running.take();
                state.set(CameraState::Off);
            } else {
                running.borrow_mut().is_wanted = true;
                state.set(CameraState::Starting);
                spawn(start(Rc::clone(&running), Rc::clone(&on_code), state.setter()));
            }
        })
    };
    camera_view(&words, *state, &on_press)
}

async fn start(
    running: Rc<RefCell<Running>>,
    on_code: Rc<RefCell<Callback<String>>>,
    state: UseStateSetter<CameraState>,
) {
    let sight = RefCell::new(Sight::default());
    let on_look = move |seen| {
        let code = sight.borrow_mut().look(seen);
        let on_code = on_code.borrow().clone();
        if let Some(code) = code {
            on_code.emit(code);
        }
    };
    let decoder = async { decoder().await.ok() };
    let started = Scanner::start(VIDEO, decoder, on_look).await;
    if !running.borrow().is_wanted {
        return;
    }
    match started {
        Ok(scanner) => {
            running.borrow_mut().scanner = Some(scanner);
            state.set(CameraState::On);
        }
        Err(why) => {
            running.take();
            state.set(CameraState::Failed(why));
        }
    }
}

/// The button, the picture, and why there is none.
pub fn camera_view(words: &Words, state: CameraState, on_press: &Callback<()>) -> Html {
    let label = match state {
        CameraState::Off | CameraState::Failed(_) => "door.camera_on",
        CameraState::Starting | CameraState::On => "door.camera_off",
    };
    let why = match state {
        CameraState::Off | CameraState::On => None,
        CameraState::Starting => Some("door.camera_starting"),
        CameraState::Failed(NoScanner::Absent) => Some("door.camera_none"),
        CameraState::Failed(NoScanner::Refused) => Some("door.camera_refused"),
        CameraState::Failed(NoScanner::Blind) => Some("door.camera_blind"),
    };
    html! {
        <div class="door-camera">
            { press_button(words.t(label), None, on_press) }
            <video id={VIDEO} class="door-video" hidden={state != CameraState::On} muted=true playsinline=true></video>
            <p class="door-hint" role="status">
                if matches!(state, CameraState::Failed(_)) {
                    { icon(IconName::Alert) }
                }
                { for why.map(|why| words.t(why)) }
            </p>
        </div>
    }
}
