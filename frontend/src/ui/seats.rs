//! The seats of a pool in words and as a bar.

use shared::rsvp::{Pool, PoolSummary, Summary};
use shared::words::Text;
use yew::{AttrValue, Html, html};

use crate::words::Words;

/// Whether one can take part in this way at all.
pub fn is_offered(pool: &PoolSummary) -> bool {
    pool.capacity != Some(0)
}

/// The ways in which one can take part.
pub fn offered_pools(seats: &Summary) -> impl Iterator<Item = (Pool, &PoolSummary)> {
    let pools = Pool::ALL.iter().map(|pool| (*pool, seats.pools.get(*pool)));
    pools.filter(|(_, pool)| is_offered(pool))
}

/// How many are left: 19 of 50 left; full, with those who wait; or no limit.
pub fn seats_left(words: &Words, pool: &PoolSummary) -> AttrValue {
    let Some(capacity) = pool.capacity else {
        return words.t("seats.no_limit");
    };
    let waiting = pool.waiting.parties;
    let free = pool.free.unwrap_or_default();
    if waiting > 0 {
        return words.count("seats.waiting", waiting);
    }
    if free == 0 {
        return words.t("seats.full");
    }
    let text = Text::new("seats.left")
        .with("count", free)
        .with("number", words.number(free));
    words.say(&text.with("all", words.number(capacity)))
}

/// The same in as few words as there are, for a button.
pub fn seats_in_short(words: &Words, pool: &PoolSummary) -> AttrValue {
    match pool.waiting.parties {
        0 => seats_left(words, pool),
        waiting => words.count("seats.waiting_short", waiting),
    }
}

/// The bar, which only repeats what is said beside it: seats taken, held, and free.
pub fn seat_bar(pool: &PoolSummary) -> Html {
    let Some(capacity) = pool.capacity.filter(|capacity| *capacity > 0) else {
        return Html::default();
    };
    let part = |people: u32| (f64::from(people.min(capacity)) * 100.0 / f64::from(capacity)).round();
    let taken = part(pool.confirmed.people);
    let held = part(pool.confirmed.people.saturating_add(pool.offered.people)) - taken;
    html! {
        <svg class="seat-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
            <rect class="seat-bar-all" width="100" height="4" />
            <rect class="seat-bar-taken" width={taken.to_string()} height="4" />
            <rect class="seat-bar-held" x={taken.to_string()} width={held.to_string()} height="4" />
        </svg>
    }
}
