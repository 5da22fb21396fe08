//! What fields are called in the summary of what is wrong.

use shared::validate::FieldErrors;
use shared::words::Text;
use yew::AttrValue;

use super::sheet::Sheet;
use crate::forms::Wrong;
use crate::words::Words;

/// Everything that is wrong, in the order of the form.
pub(crate) fn wrong_list(sheet: &Sheet) -> Vec<Wrong> {
    let mut wrong: Vec<&str> = sheet.errors.keys().map(String::as_str).collect();
    wrong.sort_by_key(|field| (place_of(field), *field));
    let line = |field: &str| {
        let texts = sheet.errors.get(field).cloned().unwrap_or_default();
        (String::from(field), name_of(&sheet.words, sheet, field), texts)
    };
    wrong.into_iter().map(line).collect()
}

/// The first wrong field in the order of the form.
pub(crate) fn first_wrong(errors: &FieldErrors) -> Option<String> {
    let fields = errors.keys();
    fields.min_by_key(|field| (place_of(field), (*field).clone())).cloned()
}

/// Where a field stands in the form.
fn place_of(field: &str) -> usize {
    const ORDER: [&str; 17] = [
        "kind",
        "hosts",
        "texts",
        "zone",
        "starts",
        "ends",
        "room.venue",
        "room.country",
        "room.address",
        "room.point",
        "online.link",
        "room",
        "online",
        "companions_max",
        "hold_hours",
        "deadline",
        "questions",
    ];
    let starts = |known: &&str| field.starts_with(*known);
    ORDER.iter().position(starts).unwrap_or(ORDER.len())
}

fn name_of(words: &Words, sheet: &Sheet, field: &str) -> AttrValue {
    let mut parts = field.split('.');
    let name = match (parts.next(), parts.next(), parts.next()) {
        (Some("texts"), Some(place), Some(part)) => return text_name(words, sheet, place, part),
        (Some("questions"), Some(place), _) => {
            let number = place.parse().map_or(1, |place: u32| place + 1);
            return words.say(&Text::new("editor.question").with("number", number));
        }
        (Some("hosts"), ..) => "editor.hosts",
        (Some("texts"), ..) => "editor.texts",
        (Some("zone"), ..) => "editor.zone",
        (Some("starts"), ..) => "editor.starts",
        (Some("ends"), ..) => "editor.ends",
        (Some("deadline"), ..) => "editor.deadline",
        (Some("room"), Some("venue"), _) => "editor.venue",
        (Some("room"), Some("country"), _) => "editor.venue_country",
        (Some("room"), Some("address"), _) => "editor.address",
        (Some("room"), Some("point"), _) => "editor.point",
        (Some("room"), Some("seats"), _) => "editor.room_seats",
        (Some("online"), Some("seats"), _) => "editor.online_seats",
        (Some("online"), Some("link"), _) => "editor.link",
        (Some("room" | "online"), ..) => "editor.where",
        (Some("companions_max"), ..) => "editor.companions",
        (Some("hold_hours"), ..) => "editor.hold",
        (Some("questions"), ..) => "editor.questions",
        (Some("audience"), ..) => "editor.audience",
        _ => "editor.this_event",
    };
    words.t(name)
}

fn text_name(words: &Words, sheet: &Sheet, place: &str, part: &str) -> AttrValue {
    let name = words.t(match part {
        "title" => "editor.title",
        "summary" => "editor.summary",
        "description" => "editor.description",
        _ => "editor.language",
    });
    let text = place
        .parse::<usize>()
        .ok()
        .and_then(|place| sheet.input.texts.get(place));
    match text.filter(|text| !text.language.is_empty() && sheet.input.texts.len() > 1) {
        Some(text) => words.say(
            &Text::new("editor.in_language")
                .with("field", name)
                .with("language", words.language_name(&text.language)),
        ),
        None => name,
    }
}
