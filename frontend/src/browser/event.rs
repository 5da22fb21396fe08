//! What a handler wants to know of an event.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, File, HtmlAnchorElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::{InputEvent, KeyboardEvent, MouseEvent};

/// The text in the field that the event came from.
pub fn typed(event: &InputEvent) -> String {
    value(event)
}

/// The option chosen in the select that the event came from.
pub fn chosen(event: &Event) -> String {
    target::<HtmlSelectElement>(event)
        .map(|select| select.value())
        .unwrap_or_default()
}

/// The value of the field that the event came from.
pub fn value(event: &Event) -> String {
    target::<HtmlInputElement>(event)
        .map(|field| field.value())
        .unwrap_or_default()
}

/// The text in the field of several lines that the event came from.
pub fn written(event: &Event) -> String {
    target::<HtmlTextAreaElement>(event)
        .map(|field| field.value())
        .unwrap_or_default()
}

/// The file that was chosen in the field that the event came from. The field forgets it, so that the same one can be
/// chosen again.
pub fn file(event: &Event) -> Option<File> {
    let field = target::<HtmlInputElement>(event)?;
    let file = field.files()?.get(0);
    field.set_value("");
    file
}

/// Whether the box that the event came from is checked.
pub fn is_checked(event: &Event) -> bool {
    target::<HtmlInputElement>(event).is_some_and(|field| field.checked())
}

/// Whether a key is meant for a field that is being typed in.
pub fn is_typing(event: &KeyboardEvent) -> bool {
    let Some(element) = target::<Element>(event) else {
        return false;
    };
    matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
}

/// Whether a modifier is held, so that the key belongs to the browser.
pub fn has_modifier(event: &KeyboardEvent) -> bool {
    event.ctrl_key() || event.meta_key() || event.alt_key()
}

/// Whether the key only completes a word of an input method (Japanese, Chinese, Korean).
pub fn is_composing(event: &KeyboardEvent) -> bool {
    event.is_composing() || event.key_code() == 229
}

/// Path and query of the link of this site that a plain click fell on, if the page should follow it itself.
pub fn followed_link(event: &MouseEvent) -> Option<String> {
    let modified = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    if event.button() != 0 || modified || event.default_prevented() {
        return None;
    }
    let link = target::<Element>(event)?.closest("a[href]").ok()??;
    let link = link.dyn_into::<HtmlAnchorElement>().ok()?;
    let origin = super::window()?.location().origin().ok()?;
    let is_ours = link.origin() == origin && link.target().is_empty() && !link.has_attribute("download");
    let is_page = link.hash().is_empty() && !link.pathname().starts_with("/api/");
    (is_ours && is_page).then(|| link.pathname() + &link.search())
}

fn target<T: JsCast>(event: &Event) -> Option<T> {
    event.target()?.dyn_into().ok()
}
