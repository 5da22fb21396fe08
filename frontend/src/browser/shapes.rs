//! Changes to a drawing that are made many times a second, past the page's own drawing.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::NodeRef;

/// The elements of a drawing that carry a `data-code`, in their order.
pub fn coded(drawing: &NodeRef) -> Vec<Element> {
    let Some(drawing) = drawing.cast::<Element>() else {
        return Vec::new();
    };
    let Ok(found) = drawing.query_selector_all("[data-code]") else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|place| found.get(place)?.dyn_into().ok())
        .collect()
}

/// Changes the shade of an element; style sheets know its colour.
pub fn set_shade(element: &Element, shade: &str) {
    drop(element.set_attribute("data-shade", shade));
}

/// Puts a drawing in its place: `size` times as wide as its frame, shifted by parts of that size, and stretched by
/// `stretch` on top, which costs no new drawing.
pub fn place(drawing: &NodeRef, size: f64, shift: (f64, f64), stretch: f64) {
    let Some(drawing) = drawing.cast::<HtmlElement>() else {
        return;
    };
    let style = drawing.style();
    drop(style.set_property("width", &percent(size)));
    let shift = ["translate(", &percent(shift.0), ",", &percent(shift.1), ")"].concat();
    let transform = if stretch == 1.0 {
        shift
    } else {
        [shift.as_str(), " scale(", &decimal(stretch), ")"].concat()
    };
    drop(style.set_property("transform", &transform));
    // As long as everything is seen, a finger that moves up or down scrolls the page.
    if let Some(frame) = drawing.parent_element() {
        drop(frame.toggle_attribute_with_force("data-near", size * stretch > 1.0));
    }
}

/// Gives hatching and stripes of a drawing, `units` wide, the same size on every screen and at every scale.
pub fn scale_patterns(drawing: &NodeRef, units: f64) {
    let Some(drawing) = drawing.cast::<HtmlElement>() else {
        return;
    };
    let Ok(patterns) = drawing.query_selector_all("pattern") else {
        return;
    };
    let scale = units / f64::from(drawing.offset_width().max(1));
    let transform = ["rotate(45) scale(", &decimal(scale), ")"].concat();
    for pattern in (0..patterns.length()).filter_map(|place| patterns.get(place)?.dyn_into::<Element>().ok()) {
        drop(pattern.set_attribute("patternTransform", &transform));
    }
}

fn percent(part: f64) -> String {
    [decimal(part * 100.0).as_str(), "%"].concat()
}

/// The number as the browser writes it: the library's own way weighs 6 kB.
fn decimal(number: f64) -> String {
    js_sys::Number::from(number)
        .to_fixed(4)
        .ok()
        .and_then(|text| text.as_string())
        .unwrap_or_default()
}
