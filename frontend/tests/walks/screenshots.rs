//! Pictures of every screen in three widths, two themes and two languages; each fits its width and has all its words.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::support::{DESKTOP, Language, PHONE, Page, Screen, Size, TABLET, keys, stage, walk};

/// What sticks out to the right, with the first elements that do.
const TOO_WIDE: &str = "const [width] = arguments; const root = document.documentElement; \
    if (root.scrollWidth <= width) return null; \
    const culprits = [...document.body.querySelectorAll('*')] \
        .filter((element) => element.getBoundingClientRect().right > width + 1) \
        .slice(0, 4).map((element) => element.outerHTML.slice(0, 140)); \
    return { scrollWidth: root.scrollWidth, culprits }";

/// Fields and buttons that lie on one another; what is stuck to the window may, and what is scrolled out of the sight of
/// a box of its own lies nowhere.
const OVERLAPPING: &str = "const root = document.querySelector('dialog[open]') ?? document.querySelector('main'); \
    const above = function* (element) { for (; element && element !== root; element = element.parentElement) yield element }; \
    const isStuck = (element) => [...above(element)] \
        .some((one) => ['sticky', 'fixed'].includes(getComputedStyle(one).position)); \
    const seen = (element) => { let { left, right, top, bottom } = element.getBoundingClientRect(); \
        for (const one of above(element.parentElement)) if (getComputedStyle(one).overflowY !== 'visible') { \
            const frame = one.getBoundingClientRect(); \
            [left, right] = [Math.max(left, frame.left), Math.min(right, frame.right)]; \
            [top, bottom] = [Math.max(top, frame.top), Math.min(bottom, frame.bottom)]; } \
        return { left, right, top, bottom } }; \
    const boxes = [...root.querySelectorAll('button, select, input:not([type=checkbox], [type=radio])')] \
        .filter((element) => element.checkVisibility() && !isStuck(element)) \
        .map((element) => [element, seen(element)]) \
        .filter(([, { left, right, top, bottom }]) => left < right && top < bottom); \
    const overlap = ([, one], [, other]) => one.left < other.right - 1 && other.left < one.right - 1 \
        && one.top < other.bottom - 1 && other.top < one.bottom - 1; \
    return boxes.flatMap((one, place) => boxes.slice(place + 1).filter((other) => overlap(one, other)) \
        .map((other) => `${one[0].outerHTML.slice(0, 90)} and ${other[0].outerHTML.slice(0, 90)}`))";

/// Everything that is read or read aloud.
const SAID: &str = "const spoken = ['aria-label', 'title', 'placeholder', 'alt']; \
    const texts = [document.title, document.body.innerText]; \
    for (const element of document.querySelectorAll('*')) \
        for (const name of spoken) texts.push(element.getAttribute(name) ?? ''); \
    return texts.join('\\n')";

async fn take_pictures(theme: &str, language: Language) {
    walk(DESKTOP, async |page: &Page| {
        page.prefer(theme, language).await;
        let areas: BTreeSet<String> = keys()
            .iter()
            .filter_map(|key| key.split('.').next().map(String::from))
            .collect();
        let mut wrong: Vec<String> = Vec::new();
        for size in [DESKTOP, TABLET, PHONE] {
            page.become_nobody().await;
            page.resize(size).await;
            let is_wanted = |screen: Screen| size == PHONE || !screen.is_phones();
            let look = async |screen: Screen| {
                let name = format!("{}-{}-{theme}-{}", screen.name(), size.width, language.tag());
                wrong.extend(look_at(page, size, language, &areas, &name).await);
            };
            page.every_screen(language, is_wanted, look).await;
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    })
    .await;
}

/// Takes the picture and tells what is wrong with the screen.
async fn look_at(page: &Page, size: Size, language: Language, areas: &BTreeSet<String>, name: &str) -> Vec<String> {
    page.picture(size, &stage().screens.join(format!("{name}.png"))).await;
    let mut wrong = Vec::new();
    let wide = page.js(TOO_WIDE, &[json!(size.width)]).await;
    if wide != Value::Null {
        wrong.push(format!("{name} is too wide: {wide:#}"));
    }
    let overlapping = page.js(OVERLAPPING, &[]).await;
    if overlapping != json!([]) {
        wrong.push(format!("{name} has things on one another: {overlapping:#}"));
    }
    let said = page.js(SAID, &[]).await;
    let said = said.as_str().unwrap_or_default();
    let words = said.split(|letter: char| !(letter.is_ascii_lowercase() || matches!(letter, '.' | '_' | '{' | '}')));
    for word in words.filter(|word| is_bare(word, areas)) {
        wrong.push(format!("{name} says “{word}”"));
    }
    let lang = page.js("return document.documentElement.lang", &[]).await;
    if lang != json!(language.tag()) {
        wrong.push(format!("{name} is in {lang}"));
    }
    page.resize(size).await;
    wrong
}

/// Whether this is a key without its sentence, or a place in a sentence that nothing filled.
fn is_bare(word: &str, areas: &BTreeSet<String>) -> bool {
    let is_key =
        |(area, what): (&str, &str)| areas.contains(area) && what.starts_with(|first: char| first.is_ascii_lowercase());
    (word.contains('{') && word.contains('}')) || word.split_once('.').is_some_and(is_key)
}

#[tokio::test]
async fn every_screen_fits_and_speaks_light_english() {
    take_pictures("light", Language::English).await;
}

#[tokio::test]
async fn every_screen_fits_and_speaks_dark_english() {
    take_pictures("dark", Language::English).await;
}

#[tokio::test]
async fn every_screen_fits_and_speaks_light_japanese() {
    take_pictures("light", Language::Japanese).await;
}

#[tokio::test]
async fn every_screen_fits_and_speaks_dark_japanese() {
    take_pictures("dark", Language::Japanese).await;
}
