//! The parties of a door, narrowed by what is typed.

use shared::rsvp::{DoorGuest, DoorList};
use yew::{Callback, Html, html};

use super::scans::Pending;
use crate::ui::{badge, folded, main_button};
use crate::words::Words;

/// Rows that are drawn: a name is typed when there are more.
const MOST: usize = 60;

/// The parties whose names have the words that were typed.
pub(super) fn guest_rows(
    words: &Words,
    list: &DoorList,
    pending: &Pending,
    typed: &str,
    on_scan: &Callback<String>,
) -> Html {
    let wanted = folded(typed.trim());
    let fits = |guest: &&DoorGuest| folded(&guest.ticket.name).contains(&wanted);
    let rows: Vec<Html> = list
        .guests
        .iter()
        .filter(fits)
        .take(MOST)
        .map(|guest| row(words, guest, pending, on_scan))
        .collect();
    if rows.is_empty() {
        return html! { <p class="door-nobody">{ words.t("door.nobody") }</p> };
    }
    html! { <ul class="door-rows">{ rows }</ul> }
}

fn row(words: &Words, guest: &DoorGuest, pending: &Pending, on_scan: &Callback<String>) -> Html {
    let ticket = &guest.ticket;
    let is_in = ticket.checked_in_at.is_some() || pending.at(&ticket.code).is_some();
    let code = ticket.code.clone();
    let let_in = on_scan.reform(move |()| code.clone());
    html! {
        <li class="door-row" key={guest.member_id.to_string()}>
            <span class="door-name">{ &ticket.name }</span>
            <span class="door-people">{ words.count("ticket.people", ticket.people) }</span>
            if is_in {
                { badge(words.t("door.is_in")) }
            } else {
                { main_button(words.t("door.let_in"), &let_in) }
            }
        </li>
    }
}
