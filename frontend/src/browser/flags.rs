//! Whether this device can draw flags: Windows and some Linux systems show their letters or empty boxes.

use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use super::dom;

const SIDE: u32 = 16;

/// Draws a flag where nobody sees it. Without a colour in it, style sheets show the letters in a frame.
pub fn look() {
    if !has_colour().unwrap_or(false) {
        dom::set_root_attribute("data-flags", Some("letters"));
    }
}

fn has_colour() -> Option<bool> {
    let canvas: HtmlCanvasElement = dom::create("canvas")?.dyn_into().ok()?;
    canvas.set_width(SIDE);
    canvas.set_height(SIDE);
    let context = canvas
        .get_context("2d")
        .ok()??
        .dyn_into::<CanvasRenderingContext2d>()
        .ok()?;
    context.set_font("16px sans-serif");
    context.set_text_baseline("top");
    context.fill_text("🇯🇵", 0.0, 0.0).ok()?;
    let side = f64::from(SIDE);
    let pixels = context.get_image_data(0.0, 0.0, side, side).ok()?.data().0;
    // Text is drawn in black, so that a red sun can only come from a flag.
    Some(
        pixels
            .chunks_exact(4)
            .any(|pixel| matches!(pixel, [red, green, ..] if *red > green.saturating_add(60))),
    )
}
