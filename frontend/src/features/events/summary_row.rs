//! One event of the club in a list.

use jiff::civil::Date;
use shared::events::{EventLife, EventSummary};
use shared::fields::CountryCode;
use shared::rsvp::Pool;
use shared::words::Text;
use yew::{AttrValue, Html, html};

use super::date_tile::day_tile;
use super::own_badge::own_badge;
use crate::browser::intl::zones;
use crate::routes::Route;
use crate::ui::{badge, chip, offered_pools, place, seats_left, short_clocks};
use crate::words::Words;

/// The row: when, what, on which clocks, where, how many seats are left, who invites, and what one has answered.
pub(super) fn summary_row(words: &Words, event: &EventSummary) -> Html {
    html! {
        <li class="event club-event" key={event.id.to_string()}>
            { day_tile(words, day_there(event)) }
            <div class="event-text">
                <div class="event-heading">
                    <h3 lang={event.language.clone()}>
                        <a class="event-link" href={Route::Event(event.id).path()}>{ &event.title }</a>
                    </h3>
                    <p class="chips">{ chips(words, event) }</p>
                </div>
                <p class="event-clocks">{ short_clocks(words, event.starts_at, &event.zone) }</p>
                <p>{ place_of(words, event) }</p>
                if event.life == EventLife::Published {
                    <p class="event-seats">{ seats(words, event) }</p>
                }
                { hosts(words, &event.hosts) }
            </div>
        </li>
    }
}

/// The day on which it begins on the venue's clock.
pub(super) fn day_there(event: &EventSummary) -> Date {
    zones::date(event.starts_at, &event.zone)
}

/// What kind it is, whether it is called off or fictional, and the reader's own answer.
pub(super) fn chips(words: &Words, event: &EventSummary) -> Html {
    html! {
        <>
            { for event.own.iter().filter(|_| event.life == EventLife::Published).map(|own| own_badge(words, own)) }
            if event.life == EventLife::Cancelled {
                { badge(words.t("event_life.cancelled")) }
            }
            { chip(words.t(event.kind.key())) }
            if event.is_demo {
                { badge(words.t("events.fictional")) }
            }
        </>
    }
}

/// The venue and its country/region, and whether one can take part over the internet.
pub(super) fn place_of(words: &Words, event: &EventSummary) -> Html {
    let country = event.country.map(|country| place(words, country));
    let venue = event
        .venue
        .iter()
        .map(|venue| html! { <span lang={event.language.clone()}>{ venue }</span> });
    let online = event
        .is_online
        .then(|| html! { <span>{ words.t("event_mode.online") }</span> });
    let parts = country.into_iter().chain(venue).chain(online).enumerate();
    let after = |(at, part): (usize, Html)| match at {
        0 => part,
        _ => html! { <>{ words.t("list.sentence") }{ part }</> },
    };
    parts.map(after).collect()
}

/// How many seats are left in each pool; the pool is named where there are two.
fn seats(words: &Words, event: &EventSummary) -> Html {
    let pools: Vec<(Pool, AttrValue)> = offered_pools(&event.seats)
        .map(|(pool, seats)| (pool, seats_left(words, seats)))
        .collect();
    let is_alone = pools.len() == 1;
    let said = |(pool, left): (Pool, AttrValue)| {
        if is_alone {
            return left;
        }
        let text = Text::new("seats.of_pool").with("pool", words.t(pool.key()));
        words.say(&text.with("left", left))
    };
    html! { <>{ for pools.into_iter().map(|pool| html! { <span>{ said(pool) }</span> }) }</> }
}

/// The chapters that invite.
pub(super) fn hosts(words: &Words, hosts: &[CountryCode]) -> Html {
    if hosts.is_empty() {
        return Html::default();
    }
    let list = words.list(hosts.iter().map(|host| words.region(*host)));
    html! { <p class="event-hosts">{ words.say(&Text::new("events.hosts").with("list", list)) }</p> }
}
