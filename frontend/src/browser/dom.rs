//! The document: finding and focusing elements, its title and its language.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, FocusOptions, HtmlElement, HtmlInputElement, HtmlMetaElement, HtmlSelectElement};

fn document() -> Option<Document> {
    super::window()?.document()
}

/// A new element that is nowhere in the page.
pub(super) fn create(tag: &str) -> Option<Element> {
    document()?.create_element(tag).ok()
}

/// Puts an element into the document's head.
pub(super) fn append_to_head(element: &Element) {
    if let Some(head) = document().and_then(|document| document.query_selector("head").ok().flatten()) {
        drop(head.append_child(element));
    }
}

/// The element with this id.
pub fn by_id(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// Moves the keyboard to the element with this id; tells whether there is one.
pub fn focus(id: &str) -> bool {
    let Some(element) = by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) else {
        return false;
    };
    element.focus().is_ok()
}

/// The same without scrolling to it.
pub fn focus_in_place(id: &str) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    if let Some(element) = by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        drop(element.focus_with_options(&options));
    }
}

/// Scrolls to the element with this id and moves the keyboard there.
pub fn jump_to(id: &str) {
    if let Some(element) = by_id(id) {
        element.scroll_into_view();
    }
    focus_in_place(id);
}

/// Makes an option the chosen one of a `<select>`.
pub fn choose(select: &yew::NodeRef, value: &str) {
    if let Some(select) = select.cast::<HtmlSelectElement>() {
        select.set_value(value);
    }
}

/// Changes the text of an element that is drawn without any.
pub fn set_text(id: &str, text: &str) {
    if let Some(element) = by_id(id) {
        element.set_text_content(Some(text));
    }
}

/// Changes the text of an element that is drawn without any; its line of text stays and says something else, which is
/// cheaper than a new one.
pub fn write(element: &yew::NodeRef, text: &str) {
    let Some(element) = element.get() else {
        return;
    };
    match element.first_child() {
        Some(line) => line.set_node_value(Some(text)),
        None => element.set_text_content(Some(text)),
    }
}

/// Changes the value of a field past its drawing.
pub fn set_value(field: &yew::NodeRef, value: &str) {
    if let Some(field) = field.cast::<HtmlInputElement>() {
        field.set_value(value);
    }
}

/// Sets an attribute.
pub fn set(element: &yew::NodeRef, attribute: &str, value: &str) {
    if let Some(element) = element.cast::<Element>() {
        drop(element.set_attribute(attribute, value));
    }
}

/// Sets or removes an attribute without a value.
pub fn mark(element: &yew::NodeRef, attribute: &str, is_set: bool) {
    if let Some(element) = element.cast::<Element>() {
        drop(element.toggle_attribute_with_force(attribute, is_set));
    }
}

/// Says the page's title.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Says which language the page is in, for readers, hyphenation and fonts.
pub fn set_language(language: &str) {
    set_root_attribute("lang", Some(language));
}

/// Sets or removes an attribute of the document's root.
pub fn set_root_attribute(name: &str, value: Option<&str>) {
    let Some(root) = document().and_then(|document| document.document_element()) else {
        return;
    };
    match value {
        Some(value) => drop(root.set_attribute(name, value)),
        None => drop(root.remove_attribute(name)),
    }
}

/// The content of a `<meta name=…>`.
pub fn meta(name: &str) -> Option<String> {
    let selector = format!("meta[name={name}]");
    let element = document()?.query_selector(&selector).ok()??;
    Some(element.dyn_into::<HtmlMetaElement>().ok()?.content())
}

/// The site's own origin, `https://club.example`.
pub fn origin() -> String {
    super::window()
        .and_then(|window| window.location().origin().ok())
        .unwrap_or_default()
}

/// Whether the page has an element of this selector.
pub(super) fn has(selector: &str) -> bool {
    document().is_some_and(|document| matches!(document.query_selector(selector), Ok(Some(_))))
}

/// Whether somebody is typing into a field.
pub fn is_typing() -> bool {
    let active = document().and_then(|document| document.active_element());
    active.is_some_and(|element| matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"))
}

/// Whether the part that folds and unfolds, which an event came from, is open.
pub fn is_open(event: &yew::Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|element| element.has_attribute("open"))
}

/// Whether the page is out of sight: another tab is in front of it, or the window is minimised.
pub fn is_hidden() -> bool {
    document().is_some_and(|document| document.hidden())
}

/// Calls back when the page comes into sight or goes out of it, until the listener is dropped.
pub fn on_visibility(callback: impl Fn() + 'static) -> Option<EventListener> {
    let document = document()?;
    Some(EventListener::new(&document, "visibilitychange", move |_| callback()))
}

/// Calls back for every key pressed anywhere, until the listener is dropped.
pub fn on_key(callback: impl Fn(yew::KeyboardEvent) + 'static) -> Option<EventListener> {
    let options = EventListenerOptions::enable_prevent_default();
    let document = document()?;
    let listener = EventListener::new_with_options(&document, "keydown", options, move |event| {
        if let Some(event) = event.dyn_ref::<web_sys::KeyboardEvent>() {
            callback(event.clone());
        }
    });
    Some(listener)
}
