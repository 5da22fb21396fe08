//! What can be done with the event now.

use shared::events::EventLife;
use yew::{Callback, Html, html};

use super::super::desk::Desk;
use crate::ui::{main_button, press_button, quiet_button};
use crate::words::Words;

/// The dialog that is open, or the step that needs none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Opened {
    /// Publishing, now or later.
    Publish,
    /// Saving what is published already.
    Save,
    /// Taking back from being published later.
    Unschedule,
    /// Calling off.
    Cancel,
    /// Beginning another one with the same words.
    Duplicate,
    /// Deleting a draft.
    Delete,
}

/// The buttons: the one thing to do first.
pub(crate) fn step_buttons(words: &Words, desk: &Desk, on_open: &Callback<Opened>) -> Html {
    let step = |step: Opened| on_open.reform(move |()| step);
    let life = desk.saved.life;
    let main = match life {
        EventLife::Draft => Some(("editor.publish", Opened::Publish)),
        EventLife::Scheduled => Some(("editor.reschedule", Opened::Publish)),
        EventLife::Published if desk.is_changed() => Some(("editor.save", Opened::Save)),
        EventLife::Published | EventLife::Cancelled | EventLife::Past => None,
    };
    html! {
        <div class="editor-actions">
            { for main.map(|(key, opened)| main_button(words.t(key), &step(opened))) }
            if life == EventLife::Scheduled {
                { press_button(words.t("editor.unschedule"), None, &step(Opened::Unschedule)) }
            }
            { press_button(words.t("editor.duplicate"), None, &step(Opened::Duplicate)) }
            if life == EventLife::Published {
                { quiet_button(words.t("editor.cancel"), &step(Opened::Cancel)) }
            }
            if life == EventLife::Draft {
                { quiet_button(words.t("editor.delete"), &step(Opened::Delete)) }
            }
        </div>
    }
}
