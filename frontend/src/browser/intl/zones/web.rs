//! The browser's own knowledge of zones. A formatter for each zone and style is kept, because making one is slow.

use std::cell::RefCell;

use jiff::civil;
use js_sys::{Array, Date, Function, Reflect};
use shared::instant::Instant;
use wasm_bindgen::{JsCast, JsValue};
use yew::AttrValue;

use super::super::web::make;
use super::renamed::todays;

/// A formatter: language, style, zone, and the object.
type Kept = (&'static str, &'static str, String, JsValue);
/// What a formatter is made with besides the zone.
type Options<'a> = &'a [(&'a str, JsValue)];

thread_local! {
    static FORMATTERS: RefCell<Vec<Kept>> = const { RefCell::new(Vec::new()) };
}

/// All zones by the names that they have today.
pub fn all() -> Vec<String> {
    let zones = intl("supportedValuesOf").and_then(|list| list.call1(&JsValue::NULL, &"timeZone".into()).ok());
    let zones = zones.map(|zones| Array::from(&zones));
    let mut names: Vec<String> = zones
        .iter()
        .flat_map(Array::iter)
        .filter_map(|zone| zone.as_string())
        .collect();
    // Browsers leave it out, or not, as they like.
    if !names.iter().any(|name| name == "UTC") {
        names.push("UTC".into());
    }
    todays(names)
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

/// The same in few signs.
pub fn brief(language: &'static str, at: Instant, zone: &str) -> AttrValue {
    let options = [("dateStyle", "medium".into()), ("timeStyle", "short".into())];
    said(language, "brief", &options, at, zone)
}

/// The time of a moment on the clock of a zone.
pub fn time(language: &'static str, at: Instant, zone: &str) -> AttrValue {
    said(language, "time", &[("timeStyle", "short".into())], at, zone)
}

/// What a zone is called, as far as the language has a word for it.
pub fn name(language: &'static str, zone: &str) -> AttrValue {
    let found = zone_part(language, "longGeneric", &Date::new_0(), zone);
    AttrValue::from(found.unwrap_or_else(|| zone.into()))
}

/// What a zone is called at a moment, with summer time where there is one.
pub fn name_at(language: &'static str, at: Instant, zone: &str) -> AttrValue {
    let found = zone_part(language, "long", &js_date(at), zone);
    AttrValue::from(found.unwrap_or_else(|| zone.into()))
}

/// How far the clock of a zone is from UTC at a moment, as `GMT+09:00`.
pub fn offset(at: Instant, zone: &str) -> String {
    zone_part("en", "longOffset", &js_date(at), zone).unwrap_or_default()
}

/// The part of a moment that names its zone, in one of the styles there are.
fn zone_part(language: &'static str, style: &'static str, at: &Date, zone: &str) -> Option<String> {
    let formatter = formatter(language, style, &[("timeZoneName", style.into())], zone);
    let parts = formatter.and_then(|formatter| call(&formatter, "formatToParts", &[at.into()]));
    let get = |part: &JsValue, name: &str| {
        Reflect::get(part, &name.into())
            .ok()
            .and_then(|value| value.as_string())
    };
    parts.map(|parts| Array::from(&parts)).and_then(|parts| {
        let mut parts = parts.iter();
        let part = parts.find(|part| get(part, "type").as_deref() == Some("timeZoneName"))?;
        get(&part, "value")
    })
}

/// The day of a moment on the clock of a zone, written out with its weekday.
pub fn day(language: &'static str, at: Instant, zone: &str) -> AttrValue {
    said(language, "day", &[("dateStyle", "full".into())], at, zone)
}

/// Two times of one day on the clock of a zone.
pub fn times(language: &'static str, from: Instant, to: Instant, zone: &str) -> AttrValue {
    range(language, "time", &[("timeStyle", "short".into())], from, to, zone)
}

/// Two moments of several days on the clock of a zone.
pub fn days_and_times(language: &'static str, from: Instant, to: Instant, zone: &str) -> AttrValue {
    let options = ["weekday", "month"].map(|part| (part, "short".into()));
    let numbers = [("day", "numeric"), ("hour", "numeric"), ("minute", "2-digit")];
    let options = [&options[..], &numbers.map(|(part, style)| (part, style.into()))].concat();
    range(language, "days-and-times", &options, from, to, zone)
}

/// Day, time and zone of a moment in few signs.
pub fn short(language: &'static str, at: Instant, zone: &str) -> AttrValue {
    let options = ["weekday", "month", "timeZoneName"].map(|part| (part, "short".into()));
    let numbers = [("day", "numeric"), ("hour", "numeric"), ("minute", "2-digit")];
    let options = [&options[..], &numbers.map(|(part, style)| (part, style.into()))].concat();
    said(language, "short", &options, at, zone)
}

/// The day of a moment on the clock of a zone.
pub fn date(at: Instant, zone: &str) -> civil::Date {
    // Swedish dates are ISO dates.
    let numbers = [("year", "numeric"), ("month", "2-digit"), ("day", "2-digit")];
    let text = said(
        "sv",
        "date",
        &numbers.map(|(part, style)| (part, style.into())),
        at,
        zone,
    );
    let mut parts = text.splitn(3, '-').map(|part| part.parse::<i16>().unwrap_or_default());
    let [year, month, day] = [parts.next(), parts.next(), parts.next()].map(Option::unwrap_or_default);
    let parts = i8::try_from(month).ok().zip(i8::try_from(day).ok());
    let date = parts.and_then(|(month, day)| civil::Date::new(year, month, day).ok());
    date.unwrap_or_else(|| at.into())
}

/// The day so many days from now, in UTC.
pub fn day_from_now(days: u32) -> String {
    const DAY: f64 = 24.0 * 60.0 * 60.0 * 1000.0;
    let day = Date::new(&(Date::now() + f64::from(days) * DAY).into());
    let text = String::from(day.to_iso_string());
    text.split('T').next().unwrap_or_default().into()
}

fn said(language: &'static str, style: &'static str, options: Options<'_>, at: Instant, zone: &str) -> AttrValue {
    let formatter = formatter(language, style, options, zone);
    let text = formatter.and_then(|formatter| call(&formatter, "format", &[js_date(at).into()]));
    AttrValue::from(text.and_then(|text| text.as_string()).unwrap_or_else(|| at.to_string()))
}

fn range(
    language: &'static str,
    style: &'static str,
    options: Options<'_>,
    from: Instant,
    to: Instant,
    zone: &str,
) -> AttrValue {
    let formatter = formatter(language, style, options, zone);
    let text =
        formatter.and_then(|formatter| call(&formatter, "formatRange", &[js_date(from).into(), js_date(to).into()]));
    AttrValue::from(
        text.and_then(|text| text.as_string())
            .unwrap_or_else(|| from.to_string()),
    )
}

fn js_date(at: Instant) -> Date {
    Date::new(&(at.millis() as f64).into())
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
