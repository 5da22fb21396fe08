//! The camera, looked at for QR codes a few times a second: by the browser itself where it can, otherwise pixel by pixel
//! by whoever is given.

use std::cell::Cell;
use std::rc::Rc;

use gloo::timers::callback::Interval;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use super::reach::{call, construct, finished, get, global, of_navigator, tried};
use super::{dom, spawn};

/// How often the picture is looked at, in milliseconds.
const PERIOD_MS: u32 = 200;
/// The longer side of a picture that is read here: enough for a code that fills a third of it.
const SIDE: f64 = 720.0;

/// Reads the code in a picture: width, height, and four bytes for each of its points.
pub type Decode = fn(u32, u32, &[u8]) -> Option<String>;

/// Why nothing is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoScanner {
    /// There is no camera, or none that this browser gives to a page.
    Absent,
    /// It may not be used.
    Refused,
    /// What reads the codes could not be had.
    Blind,
}

/// A running camera; it goes off with this value.
pub struct Scanner {
    _stream: Stream,
    /// Looks again and again; ends with this value.
    _looking: Interval,
}

impl Scanner {
    /// Shows the camera in a `<video>` and tells, at every look, which code it sees. `decoder` is asked for only where
    /// the browser itself cannot read codes.
    ///
    /// # Errors
    /// When there is no camera, or nothing to read with.
    pub async fn start(
        video: &str,
        decoder: impl Future<Output = Option<Decode>>,
        on_look: impl Fn(Option<String>) + 'static,
    ) -> Result<Self, NoScanner> {
        let element: JsValue = dom::by_id(video).ok_or(NoScanner::Absent)?.into();
        let stream = Stream::open().await?;
        let eye = match detector().await {
            Some(detector) => Eye::Browser(detector),
            None => Eye::with(decoder.await).ok_or(NoScanner::Blind)?,
        };
        drop(Reflect::set(&element, &"srcObject".into(), &stream.0));
        let plays = call(&element, "play", &[]).ok_or(NoScanner::Absent)?;
        finished(plays).await.map_err(|_| NoScanner::Absent)?;
        let (is_looking, looker) = (Rc::new(Cell::new(false)), Rc::new((eye, element, on_look)));
        let looking = Interval::new(PERIOD_MS, move || {
            // A slow device is not asked again before it has answered.
            if !is_looking.replace(true) {
                let (is_looking, looker) = (Rc::clone(&is_looking), Rc::clone(&looker));
                spawn(async move {
                    let (eye, element, on_look) = &*looker;
                    on_look(eye.look(element).await);
                    is_looking.set(false);
                });
            }
        });
        Ok(Self {
            _stream: stream,
            _looking: looking,
        })
    }
}

/// The picture of a camera; it goes off with this value.
struct Stream(JsValue);

impl Drop for Stream {
    fn drop(&mut self) {
        let tracks = call(&self.0, "getTracks", &[]).map(|tracks| Array::from(&tracks));
        for track in tracks.iter().flat_map(Array::iter) {
            drop(call(&track, "stop", &[]));
        }
    }
}

impl Stream {
    /// That of the camera that looks away from the reader.
    async fn open() -> Result<Self, NoScanner> {
        let devices = of_navigator("mediaDevices").ok_or(NoScanner::Absent)?;
        let (wanted, video) = (Object::new(), Object::new());
        drop(Reflect::set(&video, &"facingMode".into(), &"environment".into()));
        drop(Reflect::set(&wanted, &"video".into(), &video));
        let asked = tried(&devices, "getUserMedia", &[wanted.into()]).map_err(|_| NoScanner::Absent)?;
        match finished(asked).await {
            Ok(stream) => Ok(Self(stream)),
            Err(why) => {
                let name = get(&why, "name").and_then(|name| name.as_string());
                Err(match name.as_deref() {
                    Some("NotAllowedError" | "SecurityError") => NoScanner::Refused,
                    _ => NoScanner::Absent,
                })
            }
        }
    }
}

/// What reads codes.
enum Eye {
    Browser(JsValue),
    Page(HtmlCanvasElement, CanvasRenderingContext2d, Decode),
}

impl Eye {
    fn with(decode: Option<Decode>) -> Option<Self> {
        let canvas: HtmlCanvasElement = dom::create("canvas")?.dyn_into().ok()?;
        let options = Object::new();
        // Its pixels are read all the time: it is not worth a trip to the graphics card.
        drop(Reflect::set(&options, &"willReadFrequently".into(), &JsValue::TRUE));
        let context = call(&canvas, "getContext", &["2d".into(), options.into()])?;
        Some(Self::Page(canvas, context.dyn_into().ok()?, decode?))
    }

    /// The code that is seen now.
    async fn look(&self, video: &JsValue) -> Option<String> {
        match self {
            Self::Browser(detector) => {
                let found = call(detector, "detect", std::slice::from_ref(video))?;
                let first = Array::from(&finished(found).await.ok()?).get(0);
                get(&first, "rawValue")?.as_string()
            }
            Self::Page(canvas, context, decode) => {
                let [width, height] = ["videoWidth", "videoHeight"].map(|name| get(video, name)?.as_f64());
                let (width, height) = (width?, height?);
                let scale = (SIDE / width.max(height)).min(1.0);
                let (width, height) = ((width * scale).floor(), (height * scale).floor());
                canvas.set_width(width as u32);
                canvas.set_height(height as u32);
                let place = [0.0.into(), 0.0.into(), width.into(), height.into()];
                call(context, "drawImage", &[&[video.clone()][..], &place].concat())?;
                let pixels = context.get_image_data(0.0, 0.0, width, height).ok()?.data();
                decode(width as u32, height as u32, &pixels)
            }
        }
    }
}

/// The browser's own reader of QR codes. Some have the class and can read nothing with it.
async fn detector() -> Option<JsValue> {
    let class = "BarcodeDetector";
    let formats = call(global(class)?.as_ref(), "getSupportedFormats", &[])?;
    let formats = Array::from(&finished(formats).await.ok()?);
    let kind = JsValue::from("qr_code");
    if !formats.includes(&kind, 0) {
        return None;
    }
    let options = Object::new();
    drop(Reflect::set(&options, &"formats".into(), &Array::of1(&kind)));
    construct(class, &[options.into()])
}
