//! Saving what is published already: those who answered are told.

use yew::{Callback, Html, Properties, component, html};

use super::super::people::told;
use crate::ui::{Dialog, main_button};
use crate::words::use_words;
use shared::rsvp::Summary;

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// Who answered.
    pub seats: Summary,
    /// Whether the dialog is open.
    pub is_open: bool,
    /// Called when it is closed.
    pub on_close: Callback<()>,
    /// Called when it is to be saved.
    pub on_save: Callback<()>,
}

/// The dialog.
#[component]
pub(crate) fn SaveDialog(props: &Props) -> Html {
    let words = use_words();
    let count = told(&props.seats);
    let (text, label) = if count == 0 {
        (words.t("editor.save_text_nobody"), words.t("editor.save_now"))
    } else {
        (words.t("editor.save_text"), words.count("editor.save_and_tell", count))
    };
    let footer = html! { <div class="editor-actions">{ main_button(label, &props.on_save) }</div> };
    html! {
        <Dialog
            id="save" title={words.t("editor.save_title")} is_open={props.is_open} on_close={props.on_close.clone()} {footer}
        >
            <p>{ text }</p>
        </Dialog>
    }
}
