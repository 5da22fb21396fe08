//! Finding things as a person does, by role and name, and using them. Everything waits until it is there.

use serde_json::json;
use thirtyfour::prelude::*;

use super::Page;
use super::wait;

const FIND: &str = include_str!("find.js");

impl Page {
    async fn find(&self, role: &str, name: &str, is_whole: bool) -> Result<WebElement, String> {
        let args = vec![json!(role), json!(name), json!(is_whole)];
        let found = self
            .driver
            .execute(FIND, args)
            .await
            .map_err(|error| error.to_string())?;
        found.element().map_err(|_| format!("there is no {role} “{name}”"))
    }

    /// Something of a role with exactly this name.
    pub(crate) async fn get(&self, role: &str, name: &str) -> WebElement {
        let found = wait::for_some(|| self.find(role, name, true)).await;
        self.good(found).await
    }

    /// Something of a role whose name has these words in it.
    pub(crate) async fn get_like(&self, role: &str, name: &str) -> WebElement {
        let found = wait::for_some(|| self.find(role, name, false)).await;
        self.good(found).await
    }

    /// Whether there is such a thing now.
    pub(crate) async fn has(&self, role: &str, name: &str) -> bool {
        self.find(role, name, true).await.is_ok()
    }

    /// Presses a button, link, box or option.
    pub(crate) async fn press(&self, role: &str, name: &str) {
        let pressed = wait::for_some(|| async {
            let element = self.find(role, name, true).await?;
            click(&element).await
        });
        let pressed = pressed.await;
        self.good(pressed).await;
    }

    /// The same with the only element that a selector fits.
    pub(crate) async fn press_at(&self, selector: &str) {
        let pressed = wait::for_some(|| async {
            let found = self.driver.find(By::Css(selector)).await;
            click(&found.map_err(|_| format!("there is no {selector}"))?).await
        });
        let pressed = pressed.await;
        self.good(pressed).await;
    }

    /// The element with a selector.
    pub(crate) async fn at(&self, selector: &str) -> WebElement {
        let found = wait::for_some(|| async {
            let found = self.driver.find(By::Css(selector)).await;
            found.map_err(|_| format!("there is no {selector}"))
        });
        let found = found.await;
        self.good(found).await
    }

    /// What is written in the elements that fit a selector.
    pub(crate) async fn texts(&self, selector: &str) -> Vec<String> {
        let script = "return [...document.querySelectorAll(arguments[0])].map((element) => element.textContent.trim())";
        let texts = self.js(script, &[json!(selector)]).await;
        serde_json::from_value(texts).unwrap()
    }

    /// Types into whatever has the keyboard.
    pub(crate) async fn keys(&self, keys: impl AsRef<str>) {
        let typed = self.driver.action_chain().send_keys(keys.as_ref()).perform().await;
        self.good(typed.map_err(|error| error.to_string())).await;
    }

    /// Presses one key.
    pub(crate) async fn key(&self, key: Key) {
        self.keys(String::from(key.value())).await;
    }

    /// Replaces what is in a field by typing.
    pub(crate) async fn fill(&self, selector: &str, text: &str) {
        let field = self.at(selector).await;
        let select = "arguments[0].focus(); arguments[0].select()";
        self.js(select, &[field.to_json().unwrap()]).await;
        self.keys(text).await;
    }

    /// Chooses an option of a select by its value, with the keyboard's own event.
    pub(crate) async fn choose(&self, selector: &str, value: &str) {
        let select = self.at(selector).await;
        let choose = "const [select, value] = arguments; select.value = value; \
                      select.dispatchEvent(new Event('change', { bubbles: true }));";
        self.js(choose, &[select.to_json().unwrap(), json!(value)]).await;
    }

    /// Waits until the keyboard is at the element with this id.
    pub(crate) async fn until_focused(&self, id: &str) {
        let script = "return document.activeElement?.id === arguments[0]";
        self.until(&format!("the keyboard is not at #{id}"), script, &[json!(id)])
            .await;
    }
}

/// Clicks where no bar lies over it. Who scrolls first sees the page before they click, and so does the page.
async fn click(element: &WebElement) -> Result<(), String> {
    let failed = |error: WebDriverError| error.to_string();
    let into_view = "const [element, done] = arguments; \
        const { left, top, width, height } = element.getBoundingClientRect(); \
        if (element.contains(document.elementFromPoint(left + width / 2, top + height / 2))) return done(); \
        element.scrollIntoView({ block: 'center' }); \
        requestAnimationFrame(() => requestAnimationFrame(() => done()));";
    let args = vec![element.to_json().map_err(failed)?];
    element.handle().execute_async(into_view, args).await.map_err(failed)?;
    element.click().await.map_err(failed)
}
