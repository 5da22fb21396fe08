//! What is different about a published event, for those who answered and for calendars. Pure.

use serde_json::{Value, json};
use shared::events::{EventInput, EventText};

use super::moments::Moments;

/// What an event said, or says.
#[derive(Clone, Copy, Debug)]
pub(super) struct Said<'a> {
    pub(super) input: &'a EventInput,
    pub(super) moments: Moments,
}

/// The parts that differ, as codes, in the order in which people are told.
pub(super) fn changes(before: Said<'_>, after: Said<'_>) -> Vec<&'static str> {
    let (old, new) = (before.input, after.input);
    let place = |input: &EventInput| {
        let room = input.room.clone();
        room.map(|room| [room.venue, room.address, room.point])
    };
    let country = |input: &EventInput| input.room.as_ref().and_then(|room| room.country);
    let link = |input: &EventInput| input.online.as_ref().map(|online| online.link.clone());
    let ways = |input: &EventInput| (input.room.is_some(), input.online.is_some());
    let is_other_time = (before.moments.starts_at, before.moments.ends_at, &old.zone)
        != (after.moments.starts_at, after.moments.ends_at, &new.zone);
    [
        (
            "title",
            texts(old, |text| &text.title) != texts(new, |text| &text.title),
        ),
        ("time", is_other_time),
        (
            "place",
            // Where there was no place before, or is none any more, the ways of taking part have changed.
            old.room.is_some() && new.room.is_some() && (place(old), country(old)) != (place(new), country(new)),
        ),
        (
            "link",
            old.online.is_some() && new.online.is_some() && link(old) != link(new),
        ),
        ("deadline", before.moments.deadline_at != after.moments.deadline_at),
        ("seats", ways(old) != ways(new)),
        (
            "texts",
            texts(old, |text| &text.summary) != texts(new, |text| &text.summary)
                || texts(old, |text| &text.description) != texts(new, |text| &text.description),
        ),
    ]
    .into_iter()
    .filter_map(|(part, is_other)| is_other.then_some(part))
    .collect()
}

/// One part of the texts in all languages; blanks around it make no difference.
fn texts(input: &EventInput, part: impl Fn(&EventText) -> &str) -> Vec<(&str, String)> {
    let each = |text: &'_ EventText| part(text).trim().to_owned();
    input
        .texts
        .iter()
        .map(|text| (text.language.as_str(), each(text)))
        .collect()
}

/// What the words of a mail about changes need: which, and when it was to be before.
pub(super) fn payload(changes: &[&'static str], before: Said<'_>) -> String {
    let mut payload = json!({ "changes": changes });
    if changes.contains(&"time")
        && let (Some(starts_at), Some(ends_at)) = (before.moments.starts_at, before.moments.ends_at)
        && let Value::Object(parts) = &mut payload
    {
        let was = json!({ "starts_at": starts_at.millis(), "ends_at": ends_at.millis(), "zone": before.input.zone });
        parts.insert("before".into(), was);
    }
    payload.to_string()
}

#[cfg(test)]
mod tests {
    use shared::events::{OnlineInput, RoomInput};
    use shared::instant::Instant;

    use super::*;

    fn input() -> EventInput {
        EventInput {
            texts: vec![EventText {
                language: "en".into(),
                title: "A reunion".into(),
                summary: "For all.".into(),
                description: "Come.".into(),
            }],
            zone: "Asia/Tokyo".into(),
            online: Some(OnlineInput::default()),
            ..EventInput::default()
        }
    }

    fn moments(starts_at: i64) -> Moments {
        let at = |millis| Some(Instant::from_millis(millis));
        Moments {
            starts_at: at(starts_at),
            ends_at: at(9_000),
            deadline_at: None,
        }
    }

    #[test]
    fn each_part_that_differs_is_named_and_nothing_else() {
        type Change = fn(&mut EventInput);
        let room = |input: &mut EventInput, change: fn(&mut RoomInput)| change(input.room.as_mut().unwrap());
        let cases: [(Change, &[&str]); 11] = [
            (|_| {}, &[]),
            (|input| input.texts[0].title = "A party".into(), &["title"]),
            (|input| input.texts[0].title = " A reunion ".into(), &[]),
            (|input| input.texts[0].description = "Do come.".into(), &["texts"]),
            (|input| input.zone = "Asia/Seoul".into(), &["time"]),
            (|input| input.room.as_mut().unwrap().venue = "A hall".into(), &["place"]),
            (
                |input| input.room.as_mut().unwrap().country = "JP".parse().ok(),
                &["place"],
            ),
            (
                |input| input.online.as_mut().unwrap().link = "https://club.example".into(),
                &["link"],
            ),
            (|input| input.online = None, &["seats"]),
            (|input| input.room = None, &["seats"]),
            (|input| input.texts.push(EventText::default()), &["title", "texts"]),
        ];
        for (change, expected) in cases {
            let (before, mut after) = (input(), input());
            change(&mut after);
            let said = |input| Said {
                input,
                moments: moments(1_000),
            };
            assert_eq!(changes(said(&before), said(&after)), expected);
        }
        let mut seats = input();
        room(&mut seats, |room| room.seats = Some(3));
        let before = input();
        let (was, is) = (moments(1_000), moments(2_000));
        let said = |input, moments| Said { input, moments };
        let found = changes(said(&before, was), said(&seats, is));
        assert_eq!(found, ["time"], "the number of seats is not told");
        let payload = payload(&found, said(&before, was));
        assert_eq!(
            payload,
            r#"{"before":{"ends_at":9000,"starts_at":1000,"zone":"Asia/Tokyo"},"changes":["time"]}"#
        );
    }
}
