//! Plain forms for native builds: codes instead of names, English plurals.

use std::cmp::Ordering;

use jiff::civil::Date;
use yew::AttrValue;

/// The code itself.
pub fn region_name(_language: &'static str, code: &'static str) -> AttrValue {
    AttrValue::from(format!("[{code}]"))
}

/// The tag itself.
pub fn language_name(_language: &'static str, tag: &str) -> AttrValue {
    AttrValue::from(format!("[{tag}]"))
}

/// The number with commas.
pub fn number(_language: &'static str, number: u32) -> AttrValue {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    AttrValue::from(grouped)
}

/// The same as in full.
pub fn short_number(language: &'static str, number: u32) -> AttrValue {
    self::number(language, number)
}

/// English rules; one form for Japanese.
pub fn plural(language: &'static str, count: u32) -> String {
    let one = language == "en" && count == 1;
    String::from(if one { "one" } else { "other" })
}

/// English rules; one form for Japanese.
pub fn ordinal(language: &'static str, place: u32) -> String {
    let category = match (language, place % 10, place % 100) {
        ("en", 1, teen) if teen != 11 => "one",
        ("en", 2, teen) if teen != 12 => "two",
        ("en", 3, teen) if teen != 13 => "few",
        _ => "other",
    };
    category.into()
}

/// The number of days.
pub fn days_away(_language: &'static str, days: i32) -> AttrValue {
    AttrValue::from(format!("[{days} d]"))
}

/// The day as an ISO date.
pub fn date(_language: &'static str, date: Date) -> AttrValue {
    AttrValue::from(date.to_string())
}

/// The month as the beginning of an ISO date.
pub fn month(_language: &'static str, date: Date) -> AttrValue {
    AttrValue::from(format!("{:04}-{:02}", date.year(), date.month()))
}

/// The month's number.
pub fn short_month(_language: &'static str, date: Date) -> AttrValue {
    AttrValue::from(date.month().to_string())
}

/// Order of code points.
pub fn compare(_language: &'static str, one: &str, other: &str) -> Ordering {
    one.cmp(other)
}
