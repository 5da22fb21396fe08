//! The browser's `Intl`, with its formatters and the names they gave kept, because making them is slow.
//! Everything is called by name through one door: typed bindings would weigh more in the wasm.

use std::cell::RefCell;
use std::cmp::Ordering;

use jiff::civil::Date;
use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use yew::AttrValue;

/// A formatter: language, kind, and the object.
type Kept = (&'static str, &'static str, JsValue);
/// A name: language, code, and what it is called.
type Said = (&'static str, String, AttrValue);

thread_local! {
    static FORMATTERS: RefCell<Vec<Kept>> = const { RefCell::new(Vec::new()) };
    static NAMES: RefCell<Vec<Said>> = const { RefCell::new(Vec::new()) };
}

/// The name of a country/region, from CLDR. Its code is of capitals, so that it is no language's.
pub fn region_name(language: &'static str, code: &'static str) -> AttrValue {
    name(language, "region", code)
}

/// The name of a language by its BCP 47 tag.
pub fn language_name(language: &'static str, tag: &str) -> AttrValue {
    name(language, "language", tag)
}

fn name(language: &'static str, kind: &'static str, code: &str) -> AttrValue {
    let known = |(of, known, _): &&Said| *of == language && known == code;
    if let Some(name) = NAMES.with_borrow(|names| names.iter().find(known).map(|(.., name)| name.clone())) {
        return name;
    }
    let options = [("type", JsValue::from(kind))];
    let said = format(language, kind, "DisplayNames", &options, "of", &[code.into()]);
    let name = AttrValue::from(said.unwrap_or_else(|| code.into()));
    NAMES.with_borrow_mut(|names| names.push((language, code.into(), name.clone())));
    name
}

/// A number with the language's grouping.
pub fn number(language: &'static str, number: u32) -> AttrValue {
    let said = format(language, "number", "NumberFormat", &[], "format", &[number.into()]);
    AttrValue::from(said.unwrap_or_else(|| number.to_string()))
}

/// A number in few signs.
pub fn short_number(language: &'static str, number: u32) -> AttrValue {
    let options = [("notation", JsValue::from("compact"))];
    let said = format(language, "short", "NumberFormat", &options, "format", &[number.into()]);
    AttrValue::from(said.unwrap_or_else(|| number.to_string()))
}

/// The plural category of a count.
pub fn plural(language: &'static str, count: u32) -> String {
    format(language, "plural", "PluralRules", &[], "select", &[count.into()]).unwrap_or_default()
}

/// The plural category of a place in an order: 1st, 2nd, 3rd.
pub fn ordinal(language: &'static str, place: u32) -> String {
    let options = [("type", "ordinal".into())];
    format(language, "ordinal", "PluralRules", &options, "select", &[place.into()]).unwrap_or_default()
}

/// So many days from today: today, tomorrow, in five days.
pub fn days_away(language: &'static str, days: i32) -> AttrValue {
    let options = [("numeric", "auto".into())];
    let arguments = [days.into(), "day".into()];
    let said = format(
        language,
        "days-away",
        "RelativeTimeFormat",
        &options,
        "format",
        &arguments,
    );
    AttrValue::from(said.unwrap_or_default())
}

/// A day with its weekday, written out.
pub fn date(language: &'static str, date: Date) -> AttrValue {
    let said = of_date(language, "date", &[("dateStyle", "full".into())], date);
    AttrValue::from(said.unwrap_or_else(|| iso(date)))
}

/// A month with its year, written out.
pub fn month(language: &'static str, date: Date) -> AttrValue {
    let options = [("year", "numeric".into()), ("month", "long".into())];
    let said = of_date(language, "month", &options, date);
    AttrValue::from(said.unwrap_or_else(|| year_and_month(date)))
}

/// The name of a month in few signs.
pub fn short_month(language: &'static str, date: Date) -> AttrValue {
    let said = of_date(language, "short-month", &[("month", "short".into())], date);
    AttrValue::from(said.unwrap_or_else(|| date.month().to_string()))
}

/// The language's own alphabetical order.
pub fn compare(language: &'static str, one: &str, other: &str) -> Ordering {
    let order = js_sys::JsString::from(one).locale_compare(other, &Array::of1(&language.into()), &Object::new());
    order.cmp(&0)
}

// A date alone is midnight UTC to the browser, and is formatted in UTC.
fn of_date(language: &'static str, kind: &'static str, options: &[(&str, JsValue)], date: Date) -> Option<String> {
    let midnight: JsValue = js_sys::Date::new(&iso(date).into()).into();
    let options = [options, &[("timeZone", "UTC".into())]].concat();
    format(language, kind, "DateTimeFormat", &options, "format", &[midnight])
}

// By hand, because jiff's printer and parser would weigh 35 kB.
fn iso(date: Date) -> String {
    [year_and_month(date), two_digits(date.day())].join("-")
}

fn year_and_month(date: Date) -> String {
    [date.year().to_string(), two_digits(date.month())].join("-")
}

fn two_digits(number: i8) -> String {
    [if number < 10 { "0" } else { "" }, number.to_string().as_str()].concat()
}

/// Calls a method of a formatter, which is made when it is first needed. A method that throws, as `of` does
/// on a tag that is not well formed, says nothing.
fn format(
    language: &'static str,
    kind: &'static str,
    class: &str,
    options: &[(&str, JsValue)],
    method: &str,
    arguments: &[JsValue],
) -> Option<String> {
    let known = FORMATTERS.with_borrow(|kept| {
        kept.iter()
            .find(|(of, known, _)| *of == language && *known == kind)
            .map(|(.., object)| object.clone())
    });
    let formatter = match known {
        Some(formatter) => formatter,
        None => {
            let formatter = make(language, class, options)?;
            FORMATTERS.with_borrow_mut(|kept| kept.push((language, kind, formatter.clone())));
            formatter
        }
    };
    let method: Function = Reflect::get(&formatter, &method.into()).ok()?.dyn_into().ok()?;
    method
        .apply(&formatter, &arguments.iter().collect::<Array>())
        .ok()?
        .as_string()
}

pub(super) fn make(language: &str, class: &str, options: &[(&str, JsValue)]) -> Option<JsValue> {
    let object = Object::new();
    for (name, value) in options {
        drop(Reflect::set(&object, &(*name).into(), value));
    }
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let class: Function = Reflect::get(&intl, &class.into()).ok()?.dyn_into().ok()?;
    Reflect::construct(&class, &Array::of2(&language.into(), &object)).ok()
}
