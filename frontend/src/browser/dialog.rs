//! Modal dialogs through the platform's own `<dialog>`: focus trap, Escape and backdrop come with it.

use web_sys::HtmlDialogElement;
use yew::NodeRef;

/// Opens the dialog over everything else.
pub fn open(node: &NodeRef) {
    if let Some(dialog) = node.cast::<HtmlDialogElement>()
        && !dialog.open()
        && dialog.show_modal().is_err()
    {
        dialog.show();
    }
}

/// Closes the dialog; focus returns to what had it before.
pub fn close(node: &NodeRef) {
    if let Some(dialog) = node.cast::<HtmlDialogElement>() {
        dialog.close();
    }
}

/// Whether a dialog is before everything else, so that the keyboard cannot go elsewhere.
pub fn is_any_open() -> bool {
    super::dom::has("dialog[open]")
}

/// Whether a click fell on the dialog's own box, which is its backdrop, and not on something inside.
pub fn is_backdrop(node: &NodeRef, event: &yew::MouseEvent) -> bool {
    let target = event.target().map(wasm_bindgen::JsValue::from);
    let dialog = node.cast::<HtmlDialogElement>().map(wasm_bindgen::JsValue::from);
    target.is_some() && target == dialog
}
