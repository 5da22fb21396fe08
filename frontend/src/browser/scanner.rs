//! Reads QR codes with the camera, where the browser can do both by itself.

use std::cell::Cell;
use std::rc::Rc;

use gloo::timers::callback::Interval;
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::{dom, spawn};

/// How often the picture is looked at, in milliseconds.
const PERIOD_MS: u32 = 200;

/// A running camera; it goes off with this value.
pub struct Scanner {
    stream: JsValue,
    /// Looks again and again; ends with this value.
    _looking: Interval,
}

impl Drop for Scanner {
    fn drop(&mut self) {
        for track in tracks(&self.stream) {
            drop(call(&track, "stop", &[]));
        }
    }
}

/// Whether this browser can read codes.
pub fn is_possible() -> bool {
    global("BarcodeDetector").is_some()
}

impl Scanner {
    /// Shows the camera in a `<video>` and calls back with every code that it sees. Nothing where there is no camera,
    /// or none that may be used.
    pub async fn start(video: &str, on_code: impl Fn(String) + 'static) -> Option<Self> {
        let element: JsValue = dom::by_id(video)?.into();
        let stream = camera().await?;
        Reflect::set(&element, &"srcObject".into(), &stream).ok()?;
        finished(call(&element, "play", &[])?).await?;
        let detector = detector()?;
        let (is_looking, on_code) = (Rc::new(Cell::new(false)), Rc::new(on_code));
        let looking = Interval::new(PERIOD_MS, move || {
            // A slow device is not asked again before it has answered.
            if !is_looking.replace(true) {
                let (detector, element) = (detector.clone(), element.clone());
                let (is_looking, on_code) = (Rc::clone(&is_looking), Rc::clone(&on_code));
                spawn(async move {
                    if let Some(code) = seen(&detector, &element).await {
                        on_code(code);
                    }
                    is_looking.set(false);
                });
            }
        });
        Some(Self {
            stream,
            _looking: looking,
        })
    }
}

/// The first code in the picture.
async fn seen(detector: &JsValue, video: &JsValue) -> Option<String> {
    let found = finished(call(detector, "detect", std::slice::from_ref(video))?).await?;
    let first = Array::from(&found).get(0);
    Reflect::get(&first, &"rawValue".into()).ok()?.as_string()
}

/// The picture of the camera that looks away from the reader.
async fn camera() -> Option<JsValue> {
    let navigator: JsValue = super::window()?.navigator().into();
    let devices = Reflect::get(&navigator, &"mediaDevices".into()).ok()?;
    let (wanted, video) = (Object::new(), Object::new());
    Reflect::set(&video, &"facingMode".into(), &"environment".into()).ok()?;
    Reflect::set(&wanted, &"video".into(), &video).ok()?;
    finished(call(&devices, "getUserMedia", &[wanted.into()])?).await
}

fn detector() -> Option<JsValue> {
    let options = Object::new();
    Reflect::set(&options, &"formats".into(), &Array::of1(&"qr_code".into())).ok()?;
    Reflect::construct(&global("BarcodeDetector")?, &Array::of1(&options)).ok()
}

fn tracks(stream: &JsValue) -> Vec<JsValue> {
    call(stream, "getTracks", &[])
        .map(|tracks| Array::from(&tracks).iter().collect())
        .unwrap_or_default()
}

fn global(name: &str) -> Option<Function> {
    Reflect::get(&js_sys::global(), &name.into()).ok()?.dyn_into().ok()
}

fn call(object: &JsValue, method: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let method: Function = Reflect::get(object, &method.into()).ok()?.dyn_into().ok()?;
    method.apply(object, &arguments.iter().collect::<Array>()).ok()
}

async fn finished(promise: JsValue) -> Option<JsValue> {
    JsFuture::from(promise.dyn_into::<Promise>().ok()?).await.ok()
}
