//! Plain forms for native builds, where the clocks of all zones show UTC.

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

/// Both moments as they travel, and the zone.
pub fn span(_language: &'static str, from: Instant, to: Instant, zone: &str) -> AttrValue {
    AttrValue::from(format!("{from} - {to} [{zone}]"))
}

/// Year and month as they travel.
pub fn month(_language: &'static str, at: Instant, _zone: &str) -> AttrValue {
    AttrValue::from(at.to_string()[..7].to_owned())
}

/// Month and day as they travel.
pub fn month_and_day(_language: &'static str, at: Instant, _zone: &str) -> (AttrValue, AttrValue) {
    let text = at.to_string();
    (text[5..7].to_owned().into(), text[8..10].to_owned().into())
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
