//! A chosen picture made smaller before it travels: a photo of a phone is ten times larger than anybody sees.

use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, File};

use super::reach::{call, construct, finished, get, global};

/// The longer side of what is sent: more than the server keeps, so that it makes the last step in its own quality.
const SIDE: f64 = 2400.0;
/// What is sent as it is, when its sides are short enough.
const SMALL_BYTES: f64 = 1_500_000.0;
/// More than any camera makes; unpacking it could end the page.
const MOST_BYTES: f64 = 50_000_000.0;
/// Of the JPEG: nothing is to be seen of it yet.
const QUALITY: f64 = 0.85;

/// Why a file is not sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// It is no picture that this browser knows.
    NoPicture,
    /// It is too large even to be made smaller.
    TooLarge,
}

/// The picture as it is to be sent. Where the browser cannot make it smaller it stays as it is, and the server judges.
///
/// # Errors
/// When it is no picture, or far too large.
pub async fn smaller(file: File) -> Result<Blob, Unfit> {
    if file.size() > MOST_BYTES {
        return Err(Unfit::TooLarge);
    }
    let Some(unpack) = global("createImageBitmap") else {
        return Ok(file.into());
    };
    let bitmap = unpack.call1(&JsValue::UNDEFINED, &file).map_err(|_| Unfit::NoPicture)?;
    let bitmap = finished(bitmap).await.map_err(|_| Unfit::NoPicture)?;
    let drawn = redrawn(&bitmap, file.size()).await;
    drop(call(&bitmap, "close", &[]));
    Ok(drawn.unwrap_or_else(|| file.into()))
}

/// A smaller one; nothing where it is small enough, or nothing is gained.
async fn redrawn(bitmap: &JsValue, bytes: f64) -> Option<Blob> {
    let [width, height] = ["width", "height"].map(|name| get(bitmap, name)?.as_f64());
    let (width, height) = fitting(width?, height?, bytes)?;
    let canvas = construct("OffscreenCanvas", &[width.into(), height.into()])?;
    let context = call(&canvas, "getContext", &["2d".into()])?;
    let place = [0.0.into(), 0.0.into(), width.into(), height.into()];
    // A JPEG knows nothing of what is transparent: it would be black.
    drop(Reflect::set(&context, &"fillStyle".into(), &"white".into()));
    drop(Reflect::set(&context, &"imageSmoothingQuality".into(), &"high".into()));
    call(&context, "fillRect", &place)?;
    call(&context, "drawImage", &[&[bitmap.clone()][..], &place].concat())?;
    let options = Object::new();
    drop(Reflect::set(&options, &"type".into(), &"image/jpeg".into()));
    drop(Reflect::set(&options, &"quality".into(), &QUALITY.into()));
    let packed = finished(call(&canvas, "convertToBlob", &[options.into()])?);
    let packed: Blob = packed.await.ok()?.dyn_into().ok()?;
    (packed.size() < bytes).then_some(packed)
}

/// The size it is drawn in; nothing where it is sent as it is.
fn fitting(width: f64, height: f64, bytes: f64) -> Option<(f64, f64)> {
    let scale = SIDE / width.max(height);
    if scale >= 1.0 {
        return (bytes > SMALL_BYTES).then_some((width, height));
    }
    Some(((width * scale).round().max(1.0), (height * scale).round().max(1.0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_large_is_drawn_anew_and_keeps_its_form() {
        assert_eq!(fitting(800.0, 600.0, 90_000.0), None);
        assert_eq!(fitting(2400.0, 1800.0, 1_500_000.0), None);
        assert_eq!(fitting(2400.0, 1800.0, 4_000_000.0), Some((2400.0, 1800.0)));
        assert_eq!(fitting(4000.0, 3000.0, 100_000.0), Some((2400.0, 1800.0)));
        assert_eq!(fitting(3024.0, 4032.0, 5_000_000.0), Some((1800.0, 2400.0)));
        assert_eq!(fitting(100_000.0, 3.0, 5_000.0), Some((2400.0, 1.0)));
    }
}
