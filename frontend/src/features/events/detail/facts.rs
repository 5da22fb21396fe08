//! When and where, on both clocks, as exactly as the reader may know.

use jiff::civil::Date;
use shared::events::{EventAudience, EventDetail, EventLife, EventReach, EventSummary};
use shared::instant::Instant;
use shared::rsvp::{OwnRsvp, OwnStanding, Pool};
use shared::words::Text;
use yew::{Html, html};

use crate::browser::intl::{self, zones};
use crate::ui::{clocks, is_offered, place, strong_chip};
use crate::words::Words;

/// Days within which it is said how far away the event is.
const SOON: i32 = 14;

/// The event's time on two clocks.
pub fn event_clocks(words: &Words, event: &EventSummary) -> Html {
    clocks(words, event.starts_at, event.ends_at, &event.zone)
}

/// When, where, and for whom. `own` is the reader's answer as it is now.
pub fn facts(words: &Words, event: &EventDetail, own: Option<&OwnRsvp>, now: Instant) -> Html {
    let summary = &event.summary;
    html! {
        <section class="event-facts" aria-label={words.t("event.facts")}>
            <h2>{ words.t("event.when") }</h2>
            <div>
                { for days_away(words, summary, now) }
                { event_clocks(words, summary) }
            </div>
            <h2>{ words.t("event.where") }</h2>
            <div class="event-where">
                { at_the_place(words, event, own) }
                { online(words, event, own) }
            </div>
            { audience(words, &event.audience) }
        </section>
    }
}

/// Today, tomorrow, in five days: on the reader's calendar.
fn days_away(words: &Words, event: &EventSummary, now: Instant) -> Option<Html> {
    let own = zones::own();
    let days = day_number(zones::date(event.starts_at, &own)) - day_number(zones::date(now, &own));
    let is_soon = event.life == EventLife::Published && (0..=SOON).contains(&days);
    is_soon.then(|| html! { <p class="event-soon">{ strong_chip(intl::days_away(words.language(), days)) }</p> })
}

/// Days since some day, the same for all of them.
fn day_number(date: Date) -> i32 {
    let year = i32::from(date.year());
    let leap_days = (year - 1) / 4 - (year - 1) / 100 + (year - 1) / 400;
    year * 365 + leap_days + i32::from(date.day_of_year())
}

fn at_the_place(words: &Words, event: &EventDetail, own: Option<&OwnRsvp>) -> Html {
    let summary = &event.summary;
    if summary.country.is_none() && summary.venue.is_none() {
        return Html::default();
    }
    let lang = summary.language.clone();
    let has_seat = has_seat(own, Pool::Room);
    let address = event.address.as_ref().filter(|address| !address.trim().is_empty());
    html! {
        <div class="event-place">
            { for summary.venue.iter().map(|venue| html! { <p class="event-venue" lang={lang.clone()}>{ venue }</p> }) }
            { for summary.country.map(|country| html! { <p>{ place(words, country) }</p> }) }
            { for address.map(|address| html! { <p class="event-address" lang={lang.clone()}>{ address }</p> }) }
            { for event.point.iter().filter(|point| !point.is_empty()).map(|point| on_a_map(words, point)) }
            if address.is_none() && !has_seat && summary.life == EventLife::Published {
                <p class="event-hint">{ words.t("event.address_later") }</p>
            }
        </div>
    }
}

/// A link that the device's own map takes.
fn on_a_map(words: &Words, point: &str) -> Html {
    let href = ["geo:", &point.replace(' ', "")].concat();
    html! { <p><a {href}>{ words.t("event.on_a_map") }</a></p> }
}

fn online(words: &Words, event: &EventDetail, own: Option<&OwnRsvp>) -> Html {
    let is_there = event.summary.is_online && is_offered(&event.summary.seats.pools.online);
    if !is_there {
        return Html::default();
    }
    let link = event.link.as_ref().filter(|link| link.starts_with("https://"));
    html! {
        <div class="event-online">
            <p class="event-venue">{ words.t("event_mode.online") }</p>
            if let Some(link) = link {
                <p><a href={link.clone()} target="_blank" rel="noopener noreferrer">{ words.t("event.join") }</a></p>
            } else if event.summary.life == EventLife::Published && !has_seat(own, Pool::Online) {
                <p class="event-hint">{ words.t("event.link_later") }</p>
            }
        </div>
    }
}

fn has_seat(own: Option<&OwnRsvp>, pool: Pool) -> bool {
    own.is_some_and(|own| own.standing == OwnStanding::Confirmed && own.answer.pool() == Some(pool))
}

/// For whom it is, where it is not for everybody.
fn audience(words: &Words, audience: &EventAudience) -> Html {
    let said = match audience.reach {
        EventReach::Public => return Html::default(),
        EventReach::Members => words.t("event.for_members"),
        EventReach::Chosen => {
            let countries = audience.countries.iter().map(|country| words.region(*country));
            let years = audience.years.iter().map(|year| words.year(*year));
            let list = words.list(countries.chain(years));
            words.say(&Text::new("event.for_chosen").with("list", list))
        }
    };
    html! { <><h2>{ words.t("event.for_whom") }</h2><p>{ said }</p></> }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::day_number;

    #[test]
    fn days_are_counted_over_leap_years() {
        for (one, other, expected) in [
            (date(2026, 12, 31), date(2027, 1, 1), 1),
            (date(2028, 2, 28), date(2028, 3, 1), 2),
            (date(2026, 11, 25), date(2027, 11, 25), 365),
            (date(2027, 12, 5), date(2028, 12, 5), 366),
        ] {
            assert_eq!(day_number(other) - day_number(one), expected);
        }
    }
}
