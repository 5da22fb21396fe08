//! The state of a door: the list, what was scanned and not sent yet, and what the last scan came to.

use std::cell::Cell;
use std::rc::Rc;

use shared::api::Empty;
use shared::ids::EventId;
use shared::instant::Instant;
use shared::rsvp::{CheckIn, CheckInInput, DoorList, GetDoor, MAX_SCANS, ScanResult};
use shared::words::Text;
use yew::{Callback, Reducible, UseReducerHandle, hook, use_effect_with, use_reducer, use_state};

use super::scans::Pending;
use crate::api::{Query, use_mutation, use_query};
use crate::browser::{offline, online, timing};

/// What the door shows.
pub(super) struct Door {
    pub(super) list: Query<DoorList>,
    pub(super) pending: Pending,
    pub(super) last: Option<ScanResult>,
    /// Whether scans are being sent.
    pub(super) is_sending: bool,
    /// Why the server does not take them, if it is not the network.
    pub(super) failure: Option<Text>,
    /// A code was read or typed, or a row was pressed.
    pub(super) on_scan: Callback<String>,
}

#[derive(Clone, Default)]
struct State {
    pending: Pending,
    last: Option<ScanResult>,
}

enum Action {
    Scan(Rc<DoorList>, String, Instant),
    Sent(Vec<shared::rsvp::Scan>),
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = Self::clone(&self);
        match action {
            Action::Scan(list, code, now) => state.last = Some(state.pending.take(&list, &code, now)),
            Action::Sent(scans) => state.pending.forget(&scans),
        }
        Rc::new(state)
    }
}

/// The door of an event. What was let in without network is kept on the device and sent as soon as there is some.
#[hook]
pub(super) fn use_door(id: EventId) -> Door {
    let list = use_query::<GetDoor>(id, Empty {});
    let name = id.to_string();
    let state = use_reducer({
        let name = name.clone();
        move || State {
            pending: Pending::read(&offline::kept(&name)),
            last: None,
        }
    });
    use_effect_with(state.pending.written(), move |written| offline::keep(&name, written));
    let (is_sending, failure) = use_sending(id, &state);
    let on_scan = {
        let (state, data) = (state.dispatcher(), list.data.clone());
        Callback::from(move |code: String| {
            if let Some(list) = &data {
                state.dispatch(Action::Scan(Rc::clone(list), code, timing::now()));
            }
        })
    };
    Door {
        list,
        pending: state.pending.clone(),
        last: state.last.clone(),
        is_sending,
        failure,
        on_scan,
    }
}

/// How long to wait after the server was not reached, in milliseconds: not every network says when it comes back.
const PAUSE_MS: u32 = 5_000;

/// Sends what waits: at once when something was scanned or the network comes back, after a pause when that did not work.
#[hook]
fn use_sending(id: EventId, state: &UseReducerHandle<State>) -> (bool, Option<Text>) {
    let check_in = use_mutation::<CheckIn>();
    let is_sending = check_in.pending();
    let failure = check_in.failure().cloned();
    let returned = use_state(|| 0_u32);
    use_effect_with((), {
        let (count, setter) = (Cell::new(0_u32), returned.setter());
        move |()| {
            let listener = online::on_return(move || {
                count.set(count.get() + 1);
                setter.set(count.get());
            });
            move || drop(listener)
        }
    });
    let waiting: Vec<_> = state.pending.scans().iter().take(MAX_SCANS).cloned().collect();
    let send = {
        let (dispatcher, waiting, check_in) = (state.dispatcher(), waiting.clone(), check_in);
        move || {
            let sent = waiting.clone();
            let input = CheckInInput { scans: waiting };
            check_in.run(&id, &input, move |_| dispatcher.dispatch(Action::Sent(sent)));
        }
    };
    use_effect_with((waiting.clone(), *returned), {
        let send = send.clone();
        move |(waiting, _)| {
            if !is_sending && !waiting.is_empty() {
                send();
            }
        }
    });
    let refused = failure.filter(|failure| !failure.is_passing());
    let is_worth_it = refused.is_none();
    use_effect_with((waiting, is_sending), move |(waiting, is_sending)| {
        let is_due = is_worth_it && !is_sending && !waiting.is_empty();
        let later = is_due.then(|| timing::after(PAUSE_MS, send));
        move || drop(later)
    });
    (is_sending, refused.map(|failure| failure.text()))
}
