//! A browser with our page in it: going places, asking the document, waiting for it, taking its picture.

use std::path::Path;

use serde_json::{Value, json};
use thirtyfour::prelude::*;

use super::{Language, wait};

/// The size of a screen in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Size {
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) is_phone: bool,
}

pub(crate) const PHONE: Size = Size {
    width: 390,
    height: 844,
    is_phone: true,
};
pub(crate) const TABLET: Size = Size {
    width: 820,
    height: 1180,
    is_phone: false,
};
pub(crate) const DESKTOP: Size = Size {
    width: 1440,
    height: 900,
    is_phone: false,
};

/// A quiet page: the program runs, nothing that can be seen is being fetched, nothing moves. What stands below the
/// window may be fetched only when the reader comes near.
const QUIET: &str = "const isNear = (element) => !element || element.getBoundingClientRect().top < innerHeight; \
    return Boolean(document.getElementById('main')) \
        && ![...document.querySelectorAll('.skeleton, [aria-busy=true]')].some(isNear) \
        && !document.getAnimations() \
            .some((animation) => animation.playState === 'running' && isNear(animation.effect.target))";

/// One browser.
pub(crate) struct Page {
    pub(crate) driver: WebDriver,
    pub(crate) origin: String,
}

impl Page {
    /// The value of a step, or the end of the walk with its reason.
    pub(super) async fn good<T>(&self, step: Result<T, String>) -> T {
        match step {
            Ok(value) => value,
            Err(reason) => {
                let place = self.driver.current_url().await.map(String::from).unwrap_or_default();
                panic!("{reason}, at {place}");
            }
        }
    }

    /// Opens an address of the site and waits until the page is there.
    pub(crate) async fn visit(&self, path: &str) {
        self.go(path).await;
        self.until_quiet().await;
    }

    /// Opens an address of the site.
    pub(crate) async fn go(&self, path: &str) {
        let gone = self.driver.goto([self.origin.as_str(), path].concat()).await;
        self.good(gone.map_err(|error| error.to_string())).await;
    }

    /// Loads the page again.
    pub(crate) async fn reload(&self) {
        self.driver.refresh().await.unwrap();
        self.until_quiet().await;
    }

    /// The same, although there is something unsaved that the page would ask about.
    pub(crate) async fn reload_anyway(&self) {
        let script = "window.addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), true)";
        self.js(script, &[]).await;
        self.reload().await;
    }

    /// The browser's own way back.
    pub(crate) async fn back(&self) {
        self.driver.back().await.unwrap();
        self.until_quiet().await;
    }

    /// Waits until everything that was asked for is on the screen.
    pub(crate) async fn until_quiet(&self) {
        self.until("the page does not come to rest", QUIET, &[]).await;
    }

    /// Runs a function's body in the page.
    pub(crate) async fn js(&self, body: &str, args: &[Value]) -> Value {
        let answer = self.try_js(body, args).await;
        self.good(answer).await
    }

    async fn try_js(&self, body: &str, args: &[Value]) -> Result<Value, String> {
        let answer = self.driver.execute(body, args.to_vec()).await;
        answer
            .map(|answer| answer.json().clone())
            .map_err(|error| error.to_string())
    }

    /// Waits until a function's body returns something that is true; `otherwise` says what is wrong if it never does.
    pub(crate) async fn until(&self, otherwise: &str, body: &str, args: &[Value]) -> Value {
        let answer = wait::for_some(|| async {
            match self.try_js(body, args).await? {
                Value::Null | Value::Bool(false) => Err(String::from(otherwise)),
                answer => Ok(answer),
            }
        });
        let answer = answer.await;
        self.good(answer).await
    }

    /// Path and query of the present address.
    pub(crate) async fn address(&self) -> String {
        let address = self.js("return location.pathname + location.search", &[]).await;
        address.as_str().unwrap_or_default().into()
    }

    /// Waits until the present address is this one.
    pub(crate) async fn until_at(&self, address: &str) {
        let script = "return location.pathname + location.search === arguments[0]";
        self.until(&format!("the address is not {address}"), script, &[json!(address)])
            .await;
        self.until_quiet().await;
    }

    /// A command of the browser's own protocol.
    pub(crate) async fn cdp(&self, command: &str, params: Value) -> Value {
        let answer = self.driver.cdp().send_raw(command, params).await;
        self.good(answer.map_err(|error| error.to_string())).await
    }

    /// Makes the screen another size.
    pub(crate) async fn resize(&self, size: Size) {
        let metrics = json!({
            "width": size.width, "height": size.height, "deviceScaleFactor": 1, "mobile": size.is_phone,
        });
        self.cdp("Emulation.setDeviceMetricsOverride", metrics).await;
        let touch = json!({ "enabled": size.is_phone });
        self.cdp("Emulation.setTouchEmulationEnabled", touch).await;
    }

    /// Remembers theme and language, as after an earlier visit.
    pub(crate) async fn prefer(&self, theme: &str, language: Language) {
        self.go("/healthz").await;
        let script =
            "localStorage.setItem('club-theme', arguments[0]); localStorage.setItem('club-language', arguments[1])";
        self.js(script, &[json!(theme), json!(language.tag())]).await;
    }

    /// Runs a script in every document before its own, whatever its policy says.
    pub(crate) async fn before_every_page(&self, script: &str) {
        self.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script }))
            .await;
    }

    /// Addresses that are not reached from now on; `*` stands for anything.
    pub(crate) async fn cut_off(&self, addresses: &[&str]) {
        self.cdp("Network.enable", json!({})).await;
        self.cdp("Network.setBlockedURLs", json!({ "urls": addresses })).await;
    }

    /// Waits until an answer of the server is kept for times without network.
    pub(crate) async fn until_kept(&self, address: &str) {
        let kept = "return Boolean(navigator.serviceWorker.controller) && caches.match(arguments[0]).then(Boolean)";
        self.until(&format!("{address} is not kept"), kept, &[json!(address)])
            .await;
    }

    /// A picture of the whole page at a width.
    pub(crate) async fn picture(&self, size: Size, file: &Path) {
        const TALLEST: u64 = 3_200;
        // A sheet stands at the window's end, far below what lies behind it.
        let height = "return document.querySelector('dialog[open]') ? 0 : document.documentElement.scrollHeight";
        let height = self.js(height, &[]).await;
        let height = height.as_u64().unwrap_or_default().clamp(1_200, TALLEST);
        let height = u32::try_from(height).unwrap();
        self.resize(Size { height, ..size }).await;
        let drawn = self.driver.screenshot(file).await;
        self.good(drawn.map_err(|error| format!("{}: {error}", file.display())))
            .await;
    }
}
