//! How many can come, whom they may bring, and what happens when there are more.

use shared::events::{EventInput, LocalTime};
use yew::{Html, html};

use super::super::sheet::{Sheet, number};
use super::section;
use crate::forms::{InputKind, check_field, input_field, radio_group};

/// The section.
pub fn seats(sheet: &Sheet) -> Html {
    let words = &sheet.words;
    let on_fill = sheet.change(|input, code: &'static str| input.fill_seats = code == "fill");
    let rule = if sheet.input.fill_seats { "fill" } else { "keep" };
    let rules = vec![
        (
            "keep",
            sheet.t("editor.keep_seats"),
            Some(sheet.t("editor.keep_seats_hint")),
        ),
        (
            "fill",
            sheet.t("editor.fill_seats"),
            Some(sheet.t("editor.fill_seats_hint")),
        ),
    ];
    let content = html! {
        <>
            <div class="editor-pair">{ room_seats(sheet) }{ online_seats(sheet) }</div>
            <div class="editor-pair">
                { count(sheet, "companions_max", "editor.companions", "editor.companions_hint", |input| &mut input.companions_max) }
                { count(sheet, "hold_hours", "editor.hold", "editor.hold_hint", |input| &mut input.hold_hours) }
            </div>
            { radio_group(words, &sheet.field("fill_seats", "editor.rule"), rules, Some(rule), &on_fill) }
            { deadline(sheet) }
        </>
    };
    section("section-seats", sheet.t("editor.seats"), None, content)
}

fn room_seats(sheet: &Sheet) -> Html {
    let Some(room) = &sheet.input.room else {
        return Html::default();
    };
    let field = sheet.hinted("room.seats", "editor.room_seats", "editor.no_limit");
    let on_change = sheet.change(|input: &mut EventInput, typed: String| {
        if let Some(room) = &mut input.room {
            room.seats = number(&typed);
        }
    });
    let value = room.seats.map(|seats| seats.to_string()).unwrap_or_default();
    input_field(&sheet.words, &field, InputKind::Number, value, &on_change)
}

fn online_seats(sheet: &Sheet) -> Html {
    let Some(online) = &sheet.input.online else {
        return Html::default();
    };
    let field = sheet.hinted("online.seats", "editor.online_seats", "editor.no_limit");
    let on_change = sheet.change(|input: &mut EventInput, typed: String| {
        if let Some(online) = &mut input.online {
            online.seats = number(&typed);
        }
    });
    let value = online.seats.map(|seats| seats.to_string()).unwrap_or_default();
    input_field(&sheet.words, &field, InputKind::Number, value, &on_change)
}

fn count(
    sheet: &Sheet,
    id: &'static str,
    label: &'static str,
    hint: &'static str,
    of: fn(&mut EventInput) -> &mut u32,
) -> Html {
    let on_change = sheet.change(move |input: &mut EventInput, typed: String| {
        *of(input) = number(&typed).unwrap_or_default();
    });
    let value = *of(&mut EventInput::clone(&sheet.input));
    input_field(
        &sheet.words,
        &sheet.hinted(id, label, hint),
        InputKind::Number,
        value.to_string(),
        &on_change,
    )
}

/// Until when one can answer: until it begins, or until a moment.
fn deadline(sheet: &Sheet) -> Html {
    let on_switch = sheet.change(|input, is_on: bool| {
        let before = LocalTime {
            at: input.starts.at.clone(),
            which: None,
        };
        input.deadline = is_on.then_some(before);
    });
    let on_change = sheet.change(|input, at: String| input.deadline = Some(LocalTime { at, which: None }));
    let at = sheet.input.deadline.as_ref().map(|deadline| deadline.at.clone());
    html! {
        <>
            { check_field(
                &sheet.words,
                &sheet.hinted("deadline", "editor.has_deadline", "editor.has_deadline_hint"),
                at.is_some(),
                &on_switch,
            ) }
            { for at.map(|at| {
                let field = sheet.field("deadline.at", "editor.deadline");
                html! { <div class="editor-nested">{ input_field(&sheet.words, &field, InputKind::Moment, at, &on_change) }</div> }
            }) }
        </>
    }
}
