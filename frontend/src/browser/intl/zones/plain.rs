//! Plain forms for native builds, which know the clocks of a few zones only; all others show UTC.

use jiff::civil::Date;
use shared::instant::Instant;
use yew::AttrValue;

/// A few zones.
pub fn all() -> Vec<String> {
    ["Asia/Kathmandu", "Asia/Tokyo", "Europe/Berlin", "UTC"]
        .map(String::from)
        .into()
}

/// The reader's own zone.
pub fn own() -> String {
    "UTC".into()
}

/// The moment as it travels, and the zone.
pub fn moment(_language: &'static str, at: Instant, zone: &str) -> AttrValue {
    AttrValue::from(format!("{at} [{zone}]"))
}

/// The same.
pub fn brief(language: &'static str, at: Instant, zone: &str) -> AttrValue {
    moment(language, at, zone)
}

/// The time of the moment as it travels.
pub fn time(_language: &'static str, at: Instant, _zone: &str) -> AttrValue {
    AttrValue::from(at.to_string()[11..16].to_owned())
}

/// The zone itself.
pub fn name(_language: &'static str, zone: &str) -> AttrValue {
    AttrValue::from(zone.to_owned())
}

/// Some day.
pub fn day_from_now(_days: u32) -> String {
    "2026-12-05".into()
}

/// The day of a moment on the clock of a zone.
pub fn date(at: Instant, zone: &str) -> Date {
    Date::from(on_clock(at, zone))
}

/// The day, as it travels.
pub fn day(_language: &'static str, at: Instant, zone: &str) -> AttrValue {
    AttrValue::from(date(at, zone).to_string())
}

/// Two times of a day.
pub fn times(_language: &'static str, from: Instant, to: Instant, zone: &str) -> AttrValue {
    AttrValue::from([from, to].map(|at| clock(at, zone)).join("–"))
}

/// Two moments of several days.
pub fn days_and_times(_language: &'static str, from: Instant, to: Instant, zone: &str) -> AttrValue {
    AttrValue::from(
        [from, to]
            .map(|at| format!("{} {}", date(at, zone), clock(at, zone)))
            .join(" – "),
    )
}

/// Day, time and zone in few signs.
pub fn short(_language: &'static str, at: Instant, zone: &str) -> AttrValue {
    AttrValue::from(format!("{} {} [{zone}]", date(at, zone), clock(at, zone)))
}

/// The zone itself.
pub fn name_at(_language: &'static str, _at: Instant, zone: &str) -> AttrValue {
    AttrValue::from(zone.to_owned())
}

/// How far the clock of a zone is from UTC.
pub fn offset(_at: Instant, zone: &str) -> String {
    minutes_ahead(zone).to_string()
}

fn clock(at: Instant, zone: &str) -> String {
    on_clock(at, zone).to_string()[11..16].to_owned()
}

/// The moment at which a clock in UTC shows what the clock of a zone shows at another.
fn on_clock(at: Instant, zone: &str) -> Instant {
    Instant::from_millis(at.millis() + minutes_ahead(zone) * 60_000)
}

fn minutes_ahead(zone: &str) -> i64 {
    match zone {
        "Asia/Tokyo" => 540,
        "Asia/Kathmandu" => 345,
        "Europe/Berlin" => 60,
        "America/Santiago" => -180,
        _ => 0,
    }
}
