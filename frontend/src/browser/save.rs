//! Saving what was made here as a file. Nothing leaves the device.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{CanvasRenderingContext2d, HtmlAnchorElement, HtmlCanvasElement, HtmlImageElement};

use super::dom;

/// The form of a saved picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// As it is.
    Svg,
    /// As pixels, one for each unit.
    Png,
}

/// Saves a text as it is.
pub fn text(text: &str, kind: &str, name: &str) {
    let encoded = String::from(js_sys::encode_uri_component(text));
    let _saved = file(&["data:", kind, ";charset=utf-8,", &encoded].concat(), name);
}

/// Saves a picture, given as the text of an SVG document of a size.
pub async fn image(svg: &str, size: (i32, i32), name: &str, kind: Kind) {
    let encoded = String::from(js_sys::encode_uri_component(svg));
    let address = ["data:image/svg+xml;charset=utf-8,", &encoded].concat();
    match kind {
        Kind::Svg => drop(file(&address, &[name, ".svg"].concat())),
        Kind::Png => {
            if let Some(pixels) = pixels(&address, size).await {
                file(&pixels, &[name, ".png"].concat());
            }
        }
    }
}

async fn pixels(address: &str, size: (i32, i32)) -> Option<String> {
    let image: HtmlImageElement = dom::create("img")?.dyn_into().ok()?;
    image.set_src(address);
    JsFuture::from(image.decode()).await.ok()?;
    let canvas: HtmlCanvasElement = dom::create("canvas")?.dyn_into().ok()?;
    canvas.set_width(u32::try_from(size.0).ok()?);
    canvas.set_height(u32::try_from(size.1).ok()?);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    context.draw_image_with_html_image_element(&image, 0.0, 0.0).ok()?;
    canvas.to_data_url().ok()
}

fn file(address: &str, name: &str) -> Option<()> {
    let link: HtmlAnchorElement = dom::create("a")?.dyn_into().ok()?;
    link.set_href(address);
    link.set_download(name);
    link.click();
    Some(())
}
