//! One event of the club as a row of a list.

use shared::events::{EventLife, EventSummary};
use shared::rsvp::{OwnStanding, PoolSummary};
use yew::{AttrValue, Html, html};

use super::clocks::event_clocks;
use super::seats::in_words;
use crate::browser::intl::zones;
use crate::routes::Route;
use crate::ui::{badge, chip, place, strong_chip};
use crate::words::Words;

/// The row of a list: when, what, where, seats, one's own answer.
pub(super) fn row(words: &Words, event: &EventSummary) -> Html {
    html! {
        <li class="event club-event" key={event.id.to_string()}>
            { tile(words, event) }
            <div class="event-text">
                { heading(words, event) }
                { event_clocks(words, event) }
                <p>{ where_it_is(words, event) }</p>
                <p class="club-event-seats">{ seats(words, event) }</p>
            </div>
        </li>
    }
}

/// A row in few words, for the start page.
pub fn next_row(words: &Words, event: &EventSummary) -> Html {
    html! {
        <li class="event club-event" key={event.id.to_string()}>
            { tile(words, event) }
            <div class="event-text">
                { heading(words, event) }
                { event_clocks(words, event) }
            </div>
        </li>
    }
}

fn heading(words: &Words, event: &EventSummary) -> Html {
    let is_foreign = event.language != words.language();
    html! {
        <>
            <div class="event-heading">
                <h3 lang={is_foreign.then(|| event.language.clone())}>
                    <a href={Route::Event(event.id).path()}>{ &event.title }</a>
                </h3>
                { chip(words.t(event.kind.key())) }
                if event.life == EventLife::Cancelled {
                    { badge(words.t(event.life.key())) }
                }
                if event.is_demo {
                    { badge(words.t("event.demo")) }
                }
                { for own(words, event) }
            </div>
            <p lang={is_foreign.then(|| event.language.clone())}>{ &event.summary }</p>
        </>
    }
}

/// Month and day on the venue's calendar, which the clocks say too.
fn tile(words: &Words, event: &EventSummary) -> Html {
    let (month, day) = zones::month_and_day(words.language(), event.starts_at, &event.zone);
    html! {
        <div class="date-tile" aria-hidden="true">
            <span class="date-tile-month">{ month }</span>
            <span class="date-tile-day">{ day }</span>
        </div>
    }
}

/// Country/region and venue, or that it is online, or both.
pub(super) fn where_it_is(words: &Words, event: &EventSummary) -> Html {
    let venue = event.venue.as_ref().map(|venue| html! { <span>{ venue }</span> });
    let online = event
        .is_online
        .then(|| html! { <span>{ words.t("event_mode.online") }</span> });
    let parts = event
        .country
        .map(|country| place(words, country))
        .into_iter()
        .chain(venue)
        .chain(online);
    let after = |(at, part): (usize, Html)| match at {
        0 => part,
        _ => html! { <>{ words.t("list.sentence") }{ part }</> },
    };
    parts.enumerate().map(after).collect()
}

fn own(words: &Words, event: &EventSummary) -> Option<Html> {
    let own = event.own?;
    let said: AttrValue = match own.standing {
        OwnStanding::Noted => words.t(own.answer.key()),
        _ => words.t(own.standing.key()),
    };
    Some(strong_chip(said))
}

/// Seats in words, of the ways of taking part that are on offer.
fn seats(words: &Words, event: &EventSummary) -> AttrValue {
    let pool = |is_there: bool, pool: &PoolSummary| is_there.then(|| in_words(words, pool));
    let parts = [
        pool(event.venue.is_some(), &event.seats.pools.room),
        pool(event.is_online, &event.seats.pools.online),
    ];
    let parts: Vec<AttrValue> = parts.into_iter().flatten().collect();
    AttrValue::from(parts.iter().map(AttrValue::as_str).collect::<Vec<_>>().join(" · "))
}
