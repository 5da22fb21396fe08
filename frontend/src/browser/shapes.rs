//! Changes to a drawing that are made many times a second, past the page's own drawing.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Attr, Element, HtmlElement, NodeList};
use yew::NodeRef;

use super::dom;

/// What style sheets know the colour of an element by.
const SHADE: &str = "data-shade";

/// The shades of a drawing's elements, at hand to be changed often: no text is handed over twice.
pub struct Shades {
    /// The attributes themselves.
    nodes: Vec<Attr>,
    value: JsValue,
    /// The texts that were handed over.
    names: Vec<(&'static str, JsValue)>,
}

impl Shades {
    /// Those of all elements that carry a `data-code`, in their order.
    pub fn of(drawing: &NodeRef) -> Self {
        let drawing = drawing.cast::<Element>();
        let found = drawing.and_then(|drawing| drawing.query_selector_all("[data-code]").ok());
        let node = |place| {
            let element: Element = found.as_ref()?.get(place)?.dyn_into().ok()?;
            element.get_attribute_node(SHADE)
        };
        let count = found.as_ref().map_or(0, NodeList::length);
        Self {
            nodes: (0..count).filter_map(node).collect(),
            value: JsValue::from("value"),
            names: Vec::new(),
        }
    }

    /// Changes that of the element at a place.
    pub fn set(&mut self, place: usize, shade: &'static str) {
        let known = self.names.iter().position(|(name, _)| *name == shade);
        let name = known.unwrap_or_else(|| {
            self.names.push((shade, JsValue::from(shade)));
            self.names.len() - 1
        });
        if let (Some(node), Some((_, name))) = (self.nodes.get(place), self.names.get(name)) {
            drop(Reflect::set(node, &self.value, name));
        }
    }
}

/// Draws another line with a path; nothing hides it.
pub fn draw(path: &NodeRef, line: Option<&str>, is_dot: bool) {
    if let Some(path) = path.cast::<Element>() {
        match line {
            Some(line) => drop(path.set_attribute("d", line)),
            None => drop(path.remove_attribute("d")),
        }
    }
    dom::mark(path, "data-dot", is_dot);
}

/// Shifts a drawing by parts of its size, and stretches it by `stretch` on top, which costs no new drawing.
pub fn shift(drawing: &NodeRef, shift: (f64, f64), stretch: f64) {
    let Some(drawing) = drawing.cast::<HtmlElement>() else {
        return;
    };
    let shift = ["translate(", &percent(shift.0), ",", &percent(shift.1), ")"].concat();
    let transform = if stretch == 1.0 {
        shift
    } else {
        [shift.as_str(), " scale(", &decimal(stretch), ")"].concat()
    };
    drop(drawing.style().set_property("transform", &transform));
}

/// Draws a drawing anew, `size` times as wide as its frame.
pub fn resize(drawing: &NodeRef, size: f64) {
    if let Some(drawing) = drawing.cast::<HtmlElement>() {
        drop(drawing.style().set_property("width", &percent(size)));
    }
}

/// As long as everything is seen, a finger that moves up or down scrolls the page; near, it moves the drawing.
pub fn set_near(drawing: &NodeRef, is_near: bool) {
    if let Some(frame) = drawing.cast::<Element>().and_then(|drawing| drawing.parent_element()) {
        drop(frame.toggle_attribute_with_force("data-near", is_near));
    }
}

/// Gives the stripes of a drawing, `units` wide, the same size on every screen and at every scale.
pub fn scale_stripes(drawing: &NodeRef, units: f64) {
    let Some(drawing) = drawing.cast::<HtmlElement>() else {
        return;
    };
    let Ok(stripes) = drawing.query_selector_all(".map-stripes") else {
        return;
    };
    let scale = units / f64::from(drawing.offset_width().max(1));
    let transform = ["rotate(45) scale(", &decimal(scale), ")"].concat();
    for stripes in (0..stripes.length()).filter_map(|place| stripes.get(place)?.dyn_into::<Element>().ok()) {
        drop(stripes.set_attribute("gradientTransform", &transform));
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
