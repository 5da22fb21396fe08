//! Elements of a saved picture as text.

use super::super::markup::element;
use super::super::shade::Shade;

/// The class of a shade in the saved picture, and how strong its dots are.
pub(super) fn class(shade: Shade) -> (&'static str, &'static str) {
    let step = |names: [&'static str; 5], step: u8| names.get(usize::from(step) - 1).copied().unwrap_or(names[4]);
    match shade {
        Shade::Nothing => ("none", "1"),
        Shade::Zero => ("zero", "1"),
        Shade::Step(number) => (step(["s1", "s2", "s3", "s4", "s5"], number), "1"),
        Shade::Fiction(number) => (step(["f1", "f2", "f3", "f4", "f5"], number), ".5"),
    }
}

pub(super) fn shape(class: &str, opacity: &str, d: &str) -> String {
    element("path", &[("class", class), ("opacity", opacity), ("d", d)], "")
}

pub(super) fn rect(class: &str, at: (i32, i32), size: (i32, i32)) -> String {
    let numbers = [at.0, at.1, size.0, size.1].map(|number| number.to_string());
    let [x, y, width, height] = &numbers;
    let attributes = [
        ("class", class),
        ("x", x),
        ("y", y),
        ("width", width),
        ("height", height),
    ];
    element("rect", &attributes, "")
}

pub(super) fn text(at: (i32, i32), size: i32, class: &str, said: &str) -> String {
    let (x, y, size) = (at.0.to_string(), at.1.to_string(), size.to_string());
    let attributes = [("x", x.as_str()), ("y", &y), ("font-size", &size), ("class", class)];
    let wanted = if class.is_empty() { 3 } else { 4 };
    // It may hold anything.
    let said = said.replace('&', "&amp;").replace('<', "&lt;");
    element("text", &attributes[..wanted], &said)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_cannot_break_out_of_the_saved_picture() {
        let said = "<text x='1' y='2' font-size='3'>a&lt;b&amp;c</text>";
        assert_eq!(text((1, 2), 3, "", "a<b&c"), said);
    }
}
