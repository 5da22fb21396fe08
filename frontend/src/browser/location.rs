//! Where the reader is, asked only when they want it.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Latitude and longitude as the server takes them, in whole tenths of a degree: about ten kilometres, which is near
/// enough and says little. Nothing where the reader or the device does not tell.
pub async fn here() -> Option<String> {
    let navigator: JsValue = super::window()?.navigator().into();
    let geolocation = Reflect::get(&navigator, &"geolocation".into()).ok()?;
    let ask: Function = Reflect::get(&geolocation, &"getCurrentPosition".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let answer = Promise::new(&mut |resolve, reject| drop(ask.call2(&geolocation, &resolve, &reject)));
    let position = JsFuture::from(answer).await.ok()?;
    let coordinates = Reflect::get(&position, &"coords".into()).ok()?;
    let degrees = |name: &str| Reflect::get(&coordinates, &name.into()).ok()?.as_f64();
    Some([tenths(degrees("latitude")?), tenths(degrees("longitude")?)].join(","))
}

/// By hand, because printing fractions weighs much.
fn tenths(degrees: f64) -> String {
    let tenths = (degrees * 10.0).round() as i32;
    let sign = if tenths < 0 { "-" } else { "" };
    [
        sign,
        &(tenths.abs() / 10).to_string(),
        ".",
        &(tenths.abs() % 10).to_string(),
    ]
    .concat()
}

#[cfg(test)]
mod tests {
    use super::tenths;

    #[test]
    fn degrees_are_written_in_tenths() {
        for (degrees, said) in [
            (35.6191, "35.6"),
            (-0.04, "0.0"),
            (-0.06, "-0.1"),
            (-77.25, "-77.3"),
            (180.0, "180.0"),
        ] {
            assert_eq!(tenths(degrees), said);
        }
    }
}
