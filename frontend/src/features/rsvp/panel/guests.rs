//! Who comes, as far as each of them lets the reader know.

use shared::rsvp::{Guest, GuestList};
use yew::{Html, html};

use crate::routes::Route;
use crate::ui::{AvatarSize, avatar, place, strong_chip};
use crate::words::Words;

/// The number, those of the reader's exchange, and the names.
pub fn guest_list(words: &Words, list: &GuestList) -> Html {
    html! {
        <section class="guests" aria-labelledby="guests-title">
            <h2 id="guests-title">{ words.count("guests.title", list.coming) }</h2>
            if list.of_my_exchange > 0 {
                <p><strong>{ words.count("guests.of_my_exchange", list.of_my_exchange) }</strong></p>
            }
            if list.guests.is_empty() {
                <p class="event-hint">{ words.t("guests.nobody") }</p>
            } else {
                <ul class="guest-list">{ for list.guests.iter().map(|guest| row(words, guest)) }</ul>
            }
        </section>
    }
}

fn row(words: &Words, guest: &Guest) -> Html {
    let member = &guest.member;
    html! {
        <li key={member.id.to_string()}>
            <a class="guest" href={Route::Profile(member.id).path()}>
                { avatar(&member.name, AvatarSize::Small) }
                <span class="guest-name">{ &member.name }</span>
                { place(words, member.country) }
                if guest.is_of_my_exchange {
                    { strong_chip(words.t("guests.exchange")) }
                }
            </a>
        </li>
    }
}
