//! Where one takes part: at a place, over the internet, or both.

use std::cell::RefCell;
use std::rc::Rc;

use shared::events::{EventInput, OnlineInput, RoomInput};
use yew::{AttrValue, Callback, Html, html};

use super::super::sheet::Sheet;
use super::{countries, section};
use crate::forms::{InputKind, SelectField, SelectOption, check_field, input_field, text_area, text_field};

/// What was typed of a way of taking part that was switched off: it is there again when it is switched on.
#[derive(Clone, Default)]
pub struct Shelf(Rc<RefCell<(Option<RoomInput>, Option<OnlineInput>)>>);

/// The section.
pub fn place(sheet: &Sheet, shelf: &Shelf) -> Html {
    let kept = shelf.clone();
    let on_room = sheet.change(move |input, is_on: bool| {
        let mut kept = kept.0.borrow_mut();
        let room = if is_on {
            kept.0.take().or_else(|| Some(RoomInput::default()))
        } else {
            None
        };
        let before = std::mem::replace(&mut input.room, room);
        kept.0 = kept.0.take().or(before);
    });
    let kept = shelf.clone();
    let on_online = sheet.change(move |input, is_on: bool| {
        let mut kept = kept.0.borrow_mut();
        let online = if is_on {
            kept.1.take().or_else(|| Some(OnlineInput::default()))
        } else {
            None
        };
        let before = std::mem::replace(&mut input.online, online);
        kept.1 = kept.1.take().or(before);
    });
    let (has_room, has_online) = (sheet.input.room.is_some(), sheet.input.online.is_some());
    let content = html! {
        <>
            { check_field(&sheet.words, &sheet.field("room", "editor.at_place"), has_room, &on_room) }
            { for sheet.input.room.iter().map(|room| html! { <div class="editor-nested">{ room_fields(sheet, room) }</div> }) }
            { check_field(&sheet.words, &sheet.field("online", "editor.online"), has_online, &on_online) }
            { for sheet.input.online.iter().map(|online| html! { <div class="editor-nested">{ link(sheet, online) }</div> }) }
        </>
    };
    section(
        "section-where",
        sheet.t("editor.where"),
        Some(sheet.t("editor.where_hint")),
        content,
    )
}

fn room_fields(sheet: &Sheet, room: &RoomInput) -> Html {
    let words = &sheet.words;
    let change = |set: fn(&mut RoomInput) -> &mut String| -> Callback<String> {
        sheet.change(move |input: &mut EventInput, value: String| {
            if let Some(room) = &mut input.room {
                *set(room) = value;
            }
        })
    };
    let on_country = sheet.change(|input: &mut EventInput, code: String| {
        if let Some(room) = &mut input.room {
            room.country = code.parse().ok();
        }
    });
    let mut options: Vec<SelectOption> = countries(words).collect();
    options.sort_by(|(_, one), (_, other)| crate::browser::intl::compare(words.language(), one, other));
    options.insert(0, (AttrValue::default(), sheet.t("editor.choose")));
    let country = room.country.map_or("", |country| country.code());
    html! {
        <>
            { text_field(
                words,
                &sheet.hinted("room.venue", "editor.venue", "editor.venue_hint"),
                room.venue.clone(),
                &change(|room| &mut room.venue),
            ) }
            <SelectField
                field={sheet.field("room.country", "editor.venue_country")} {options} value={country} on_change={on_country}
            />
            { text_area(
                words,
                &sheet.hinted("room.address", "editor.address", "editor.address_hint"),
                room.address.clone(),
                3,
                &change(|room| &mut room.address),
            ) }
            { text_field(
                words,
                &sheet.hinted("room.point", "editor.point", "editor.point_hint"),
                room.point.clone(),
                &change(|room| &mut room.point),
            ) }
        </>
    }
}

fn link(sheet: &Sheet, online: &OnlineInput) -> Html {
    let on_link = sheet.change(|input: &mut EventInput, link: String| {
        if let Some(online) = &mut input.online {
            online.link = link;
        }
    });
    let field = sheet.hinted("online.link", "editor.link", "editor.link_hint");
    input_field(&sheet.words, &field, InputKind::Link, online.link.clone(), &on_link)
}
