//! The browser's own knowledge of zones. A formatter for each zone and style is kept, because making one is slow.

use std::cell::RefCell;

use js_sys::{Array, Date, Function, Reflect};
use shared::instant::Instant;
use wasm_bindgen::{JsCast, JsValue};
use yew::AttrValue;

use super::super::web::make;

/// A formatter: language, style, zone, and the object.
type Kept = (&'static str, &'static str, String, JsValue);
/// What a formatter is made with besides the zone.
type Options<'a> = &'a [(&'a str, JsValue)];

thread_local! {
    static FORMATTERS: RefCell<Vec<Kept>> = const { RefCell::new(Vec::new()) };
}

/// All zones, in the order of their names.
pub fn all() -> Vec<String> {
    let zones = intl("supportedValuesOf").and_then(|list| list.call1(&JsValue::NULL, &"timeZone".into()).ok());
    let zones = zones.map(|zones| Array::from(&zones)).unwrap_or_default();
    let mut names: Vec<String> = zones.iter().filter_map(|zone| zone.as_string()).collect();
    // Browsers leave it out, or not, as they like.
    if !names.iter().any(|name| name == "UTC") {
        names.push("UTC".into());
    }
    names
}

/// The reader's own zone.
pub fn own() -> String {
    let formatter = make("en", "DateTimeFormat", &[]);
    let resolved = formatter.and_then(|formatter| call(&formatter, "resolvedOptions", &[]));
    let zone = resolved.and_then(|options| Reflect::get(&options, &"timeZone".into()).ok());
    zone.and_then(|zone| zone.as_string()).unwrap_or_else(|| "UTC".into())
}

/// Day and time of a moment on the clock of a zone, written out.
pub fn moment(language: &'static str, at: Instant, zone: &str) -> AttrValue {
    let options = [("dateStyle", "full".into()), ("timeStyle", "short".into())];
    said(language, "moment", &options, at, zone)
}

/// From one moment to another on the clock of a zone; the day is said twice only where it is another one.
pub fn span(language: &'static str, from: Instant, to: Instant, zone: &str) -> AttrValue {
    let [from_date, to_date] = [from, to].map(|at| JsValue::from(Date::new(&(at.millis() as f64).into())));
    let options = [("dateStyle", "full".into()), ("timeStyle", "short".into())];
    let said = formatter(language, "moment", &options, zone)
        .and_then(|formatter| call(&formatter, "formatRange", &[from_date, to_date]))
        .and_then(|text| text.as_string());
    said.map_or_else(|| moment(language, from, zone), AttrValue::from)
}

/// The month of a moment with its year, on the calendar of a zone.
pub fn month(language: &'static str, at: Instant, zone: &str) -> AttrValue {
    said(
        language,
        "month",
        &[("year", "numeric".into()), ("month", "long".into())],
        at,
        zone,
    )
}

/// The month in few signs and the day of a moment, on the calendar of a zone.
pub fn month_and_day(language: &'static str, at: Instant, zone: &str) -> (AttrValue, AttrValue) {
    let month = said(language, "short-month", &[("month", "short".into())], at, zone);
    // Digits alone: some languages would add a word to the day.
    (month, said("en", "day", &[("day", "numeric".into())], at, zone))
}

/// The time of a moment on the clock of a zone.
pub fn time(language: &'static str, at: Instant, zone: &str) -> AttrValue {
    said(language, "time", &[("timeStyle", "short".into())], at, zone)
}

/// What a zone is called, as far as the language has a word for it.
pub fn name(language: &'static str, zone: &str) -> AttrValue {
    let options = [("timeZoneName", "longGeneric".into())];
    let formatter = formatter(language, "name", &options, zone);
    let now: JsValue = Date::new_0().into();
    let parts = formatter.and_then(|formatter| call(&formatter, "formatToParts", &[now]));
    let get = |part: &JsValue, name: &str| {
        Reflect::get(part, &name.into())
            .ok()
            .and_then(|value| value.as_string())
    };
    let found = parts.map(|parts| Array::from(&parts)).and_then(|parts| {
        let mut parts = parts.iter();
        let part = parts.find(|part| get(part, "type").as_deref() == Some("timeZoneName"))?;
        get(&part, "value")
    });
    AttrValue::from(found.unwrap_or_else(|| zone.into()))
}

/// The day so many days from now, in UTC.
pub fn day_from_now(days: u32) -> String {
    const DAY: f64 = 24.0 * 60.0 * 60.0 * 1000.0;
    let day = Date::new(&(Date::now() + f64::from(days) * DAY).into());
    let text = String::from(day.to_iso_string());
    text.split('T').next().unwrap_or_default().into()
}

fn said(language: &'static str, style: &'static str, options: Options<'_>, at: Instant, zone: &str) -> AttrValue {
    let date: JsValue = Date::new(&(at.millis() as f64).into()).into();
    let formatter = formatter(language, style, options, zone);
    let text = formatter.and_then(|formatter| call(&formatter, "format", &[date]));
    AttrValue::from(text.and_then(|text| text.as_string()).unwrap_or_else(|| at.to_string()))
}

/// The formatter; nothing for a zone that the browser does not know.
fn formatter(language: &'static str, style: &'static str, options: Options<'_>, zone: &str) -> Option<JsValue> {
    let is_it = |(of, known, here, _): &&Kept| *of == language && *known == style && here == zone;
    let known = FORMATTERS.with_borrow(|kept| kept.iter().find(is_it).map(|(.., object)| object.clone()));
    known.or_else(|| {
        let options = [options, &[("timeZone", zone.into())]].concat();
        let made = make(language, "DateTimeFormat", &options)?;
        FORMATTERS.with_borrow_mut(|kept| kept.push((language, style, zone.into(), made.clone())));
        Some(made)
    })
}

fn call(object: &JsValue, method: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let method: Function = Reflect::get(object, &method.into()).ok()?.dyn_into().ok()?;
    method.apply(object, &arguments.iter().collect::<Array>()).ok()
}

fn intl(name: &str) -> Option<Function> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    Reflect::get(&intl, &name.into()).ok()?.dyn_into().ok()
}
