//! One tab with nothing remembered: going to an address, asking the document, and the hand on mouse and wheel.

use std::thread;
use std::time::{Duration, Instant};

use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::Result;
use super::browser::Browser;

/// The window in CSS pixels.
const SIZE: (u32, u32) = (1440, 900);
/// How many times slower the page's main thread is made.
const SLOWDOWN: u32 = 4;
/// The longest that anything in a page may take, and how often it is asked for.
const PATIENCE: Duration = Duration::from_secs(30);
const STEP: Duration = Duration::from_millis(50);

/// What runs in every document before its own scripts.
const PROBE: &str = include_str!("probe.js");

/// A place in the window.
pub(crate) type Place = (f64, f64);

/// One tab in a context of its own: no cache, no cookies, another process than any other tab.
pub(crate) struct Tab<'a> {
    browser: &'a mut Browser,
    context: String,
    session: String,
}

impl<'a> Tab<'a> {
    /// Opens an empty tab.
    pub(crate) fn open(browser: &'a mut Browser) -> Result<Self> {
        let context = browser.call(None, "Target.createBrowserContext", &json!({}))?;
        let context = text(&context["browserContextId"])?;
        let target = json!({ "url": "about:blank", "browserContextId": context });
        let target = browser.call(None, "Target.createTarget", &target)?;
        let attach = json!({ "targetId": target["targetId"], "flatten": true });
        let session = browser.call(None, "Target.attachToTarget", &attach)?;
        let session = text(&session["sessionId"])?;
        let mut tab = Self {
            browser,
            context,
            session,
        };
        let (width, height) = SIZE;
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        tab.cdp("Emulation.setDeviceMetricsOverride", metrics)?;
        tab.cdp("Page.enable", json!({}))?;
        tab.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": PROBE }))?;
        Ok(tab)
    }

    /// Forgets everything about it.
    pub(crate) fn close(self) -> Result<()> {
        let context = json!({ "browserContextId": self.context });
        self.browser.call(None, "Target.disposeBrowserContext", &context)?;
        Ok(())
    }

    /// Slows the page down from now on.
    pub(crate) fn slow_down(&mut self) -> Result<()> {
        self.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWDOWN }))
    }

    pub(crate) fn go(&mut self, address: &str) -> Result<()> {
        self.cdp("Page.navigate", json!({ "url": address }))
    }

    fn cdp(&mut self, command: &str, params: Value) -> Result<()> {
        self.browser.call(Some(&self.session), command, &params)?;
        Ok(())
    }

    /// The value of an expression; promises are waited for.
    pub(crate) fn ask<T: DeserializeOwned>(&mut self, expression: &str) -> Result<T> {
        Ok(serde_json::from_value(self.evaluated(expression)?)?)
    }

    /// Runs an expression for its effect.
    pub(crate) fn run(&mut self, expression: &str) -> Result<()> {
        self.evaluated(expression).map(drop)
    }

    fn evaluated(&mut self, expression: &str) -> Result<Value> {
        let params = json!({ "expression": expression, "returnByValue": true, "awaitPromise": true });
        let mut answer = self.browser.call(Some(&self.session), "Runtime.evaluate", &params)?;
        if let Some(failure) = answer.get("exceptionDetails") {
            return Err(format!("{expression}: {failure}").into());
        }
        Ok(answer["result"]["value"].take())
    }

    /// Waits until an expression is true.
    pub(crate) fn until(&mut self, expression: &str) -> Result<()> {
        let started = Instant::now();
        while !self.ask::<bool>(&format!("Boolean({expression})"))? {
            if started.elapsed() > PATIENCE {
                return Err(format!("never true: {expression}").into());
            }
            thread::sleep(STEP);
        }
        Ok(())
    }

    /// Sends a change of the mouse and does not wait for its effect.
    pub(crate) fn mouse(&mut self, kind: &str, place: Place, is_pressed: bool) -> Result<()> {
        let is_click = kind != "mouseMoved";
        self.input(json!({
            "type": kind, "x": place.0, "y": place.1, "buttons": u8::from(is_pressed),
            "button": if is_click || is_pressed { "left" } else { "none" }, "clickCount": u8::from(is_click),
        }))
    }

    /// Turns the wheel with the control key held.
    pub(crate) fn wheel(&mut self, place: Place, turned: f64) -> Result<()> {
        const CONTROL: u8 = 2;
        self.input(json!({
            "type": "mouseWheel", "x": place.0, "y": place.1, "deltaX": 0, "deltaY": turned, "modifiers": CONTROL,
        }))
    }

    fn input(&mut self, event: Value) -> Result<()> {
        self.browser
            .post(Some(&self.session), "Input.dispatchMouseEvent", &event)?;
        Ok(())
    }

    /// A click in the middle of an element.
    pub(crate) fn click(&mut self, selector: &str) -> Result<()> {
        let place = self.ask(&format!("bench.middle({})", json!(selector)))?;
        self.mouse("mousePressed", place, true)?;
        self.mouse("mouseReleased", place, false)
    }

    /// Begins a trace of the whole browser.
    pub(crate) fn trace(&mut self, categories: &[&str]) -> Result<()> {
        let config = json!({ "traceConfig": { "includedCategories": categories }, "transferMode": "ReportEvents" });
        self.browser.call(None, "Tracing.start", &config)?;
        Ok(())
    }

    /// Ends the trace; its events.
    pub(crate) fn traced(&mut self) -> Result<Vec<Value>> {
        self.browser.call(None, "Tracing.end", &json!({}))?;
        let mut parts = self
            .browser
            .collect_until("Tracing.dataCollected", "Tracing.tracingComplete")?;
        let events = parts.iter_mut().map(|part| part["params"]["value"].take());
        Ok(events
            .filter_map(|events| match events {
                Value::Array(events) => Some(events),
                _ => None,
            })
            .flatten()
            .collect())
    }
}

fn text(value: &Value) -> Result<String> {
    Ok(value.as_str().ok_or("the browser named no id")?.to_owned())
}
