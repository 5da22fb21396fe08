//! The browser's `Intl`, with its formatters and the names they gave kept, because making them is slow.

use std::cell::RefCell;
use std::cmp::Ordering;
use std::collections::BTreeMap;

use jiff::civil::Date;
use js_sys::Intl::{Collator, DateTimeFormat, DisplayNames, NumberFormat, PluralRules};
use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use yew::AttrValue;

/// One formatter for each language and use.
type Kept<T> = RefCell<BTreeMap<(&'static str, &'static str), T>>;

thread_local! {
    static NAMES: Kept<DisplayNames> = const { RefCell::new(BTreeMap::new()) };
    static SAID: RefCell<BTreeMap<(&'static str, &'static str, String), AttrValue>> =
        const { RefCell::new(BTreeMap::new()) };
    static NUMBERS: Kept<Function> = const { RefCell::new(BTreeMap::new()) };
    static PLURALS: Kept<PluralRules> = const { RefCell::new(BTreeMap::new()) };
    static DATES: Kept<DateTimeFormat> = const { RefCell::new(BTreeMap::new()) };
    static COLLATORS: Kept<Function> = const { RefCell::new(BTreeMap::new()) };
}

/// The name of a country/region, from CLDR.
pub fn region_name(language: &'static str, code: &'static str) -> AttrValue {
    name(language, "region", code)
}

/// The name of a language by its BCP 47 tag.
pub fn language_name(language: &'static str, tag: &str) -> AttrValue {
    name(language, "language", tag)
}

fn name(language: &'static str, kind: &'static str, code: &str) -> AttrValue {
    let key = (language, kind, String::from(code));
    if let Some(said) = SAID.with_borrow(|said| said.get(&key).cloned()) {
        return said;
    }
    let names = kept(&NAMES, language, kind, || {
        DisplayNames::new(&locales(language), &options(&[("type", kind.into())]))
    });
    // `of` throws on a tag that is not well formed; called through Reflect, a throw is only an error.
    let name = call(&names, "of", &[code.into()]).and_then(|name| name.as_string());
    let name = AttrValue::from(name.unwrap_or_else(|| code.into()));
    SAID.with_borrow_mut(|said| said.insert(key, name.clone()));
    name
}

/// A number with the language's grouping.
pub fn number(language: &'static str, number: u32) -> AttrValue {
    let format = kept(&NUMBERS, language, "", || {
        NumberFormat::new(&locales(language), &Object::new()).format()
    });
    let said = format
        .call1(&JsValue::UNDEFINED, &number.into())
        .ok()
        .and_then(|said| said.as_string());
    AttrValue::from(said.unwrap_or_else(|| number.to_string()))
}

/// The plural category of a count.
pub fn plural(language: &'static str, count: u32) -> String {
    let rules = kept(&PLURALS, language, "", || {
        PluralRules::new(&locales(language), &Object::new())
    });
    call(&rules, "select", &[count.into()])
        .and_then(|category| category.as_string())
        .unwrap_or_default()
}

/// Two days with what they share said once, weekdays written out.
pub fn date_range(language: &'static str, first: Date, last: Date) -> AttrValue {
    let format = kept(&DATES, language, "", || {
        let parts = [
            ("weekday", "short".into()),
            ("year", "numeric".into()),
            ("month", "long".into()),
            ("day", "numeric".into()),
            ("timeZone", "UTC".into()),
        ];
        DateTimeFormat::new(&locales(language), &options(&parts))
    });
    let said = call(&format, "formatRange", &[midnight(first), midnight(last)]).and_then(|said| said.as_string());
    AttrValue::from(said.unwrap_or_else(|| [first.to_string(), last.to_string()].join(" – ")))
}

/// The language's own alphabetical order.
pub fn compare(language: &'static str, one: &str, other: &str) -> Ordering {
    let compare = kept(&COLLATORS, language, "", || {
        Collator::new(&locales(language), &Object::new()).compare()
    });
    let order = compare
        .call2(&JsValue::UNDEFINED, &one.into(), &other.into())
        .ok()
        .and_then(|order| order.as_f64());
    order.unwrap_or_default().total_cmp(&0.0)
}

// A date alone is midnight UTC to the browser, and is formatted in UTC.
fn midnight(date: Date) -> JsValue {
    js_sys::Date::new(&date.to_string().into()).into()
}

fn kept<T: Clone>(
    store: &'static std::thread::LocalKey<Kept<T>>,
    language: &'static str,
    kind: &'static str,
    make: impl FnOnce() -> T,
) -> T {
    store.with_borrow_mut(|formatters| formatters.entry((language, kind)).or_insert_with(make).clone())
}

fn locales(language: &str) -> Array {
    Array::of1(&language.into())
}

fn options(pairs: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in pairs {
        drop(Reflect::set(&object, &(*name).into(), value));
    }
    object
}

fn call(object: &JsValue, method: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let method = Reflect::get(object, &method.into()).ok()?;
    let method: &Function = method.dyn_ref()?;
    method.apply(object, &arguments.iter().collect::<Array>()).ok()
}
