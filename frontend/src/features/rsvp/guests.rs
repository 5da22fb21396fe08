//! Who comes: how many for everybody, and by name those who let the reader know.

use shared::rsvp::{Guest, GuestList};
use shared::words::Text;
use yew::{AttrValue, Html, html};

use crate::routes::Route;
use crate::ui::{AvatarSize, avatar, chip, place};
use crate::words::Words;

/// Names that are shown at once; the others behind a line that unfolds.
const SHOWN: usize = 12;

/// The list; `is_over` is whether it is told afterwards.
pub fn guests(words: &Words, list: &GuestList, is_over: bool) -> Html {
    let (first, rest) = list.guests.split_at(list.guests.len().min(SHOWN));
    let unnamed = list
        .coming
        .saturating_sub(u32::try_from(list.guests.len()).unwrap_or(u32::MAX));
    html! {
        <>
            <p role="status">{ how_many(words, list, is_over) }</p>
            if !first.is_empty() {
                <ul class="guests">{ for first.iter().map(|guest| one(words, guest)) }</ul>
            }
            if !rest.is_empty() {
                <details class="guests-more">
                    <summary>{ words.count("guests.show_all", u32::try_from(list.guests.len()).unwrap_or(u32::MAX)) }</summary>
                    <ul class="guests">{ for rest.iter().map(|guest| one(words, guest)) }</ul>
                </details>
            }
            if unnamed > 0 {
                <p class="event-hint">{ words.count(if is_over { "guests.unnamed_then" } else { "guests.unnamed" }, unnamed) }</p>
            }
        </>
    }
}

/// 12 members come; 3 of them are of my exchange.
fn how_many(words: &Words, list: &GuestList, is_over: bool) -> AttrValue {
    let key = if is_over { "guests.came" } else { "guests.coming" };
    let coming = words.count(key, list.coming);
    if list.of_my_exchange == 0 {
        return coming;
    }
    let fellows = words.count("guests.of_my_exchange", list.of_my_exchange);
    words.say(&Text::new("guests.both").with("coming", coming).with("fellows", fellows))
}

fn one(words: &Words, guest: &Guest) -> Html {
    let member = &guest.member;
    html! {
        <li class="guest" key={member.id.to_string()}>
            { avatar(&member.name, AvatarSize::Small) }
            <div>
                <a class="guest-name" href={Route::Profile(member.id).path()}>{ &member.name }</a>
                <span class="guest-more">
                    { place(words, member.country) }
                    if guest.is_of_my_exchange {
                        { chip(words.t("guests.my_exchange")) }
                    }
                </span>
            </div>
        </li>
    }
}
