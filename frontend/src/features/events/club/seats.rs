//! Seats as a bar with words.

use shared::rsvp::{PoolSummary, Summary};
use shared::words::Text;
use yew::{AttrValue, Html, html};

use crate::words::Words;

/// The seats of an event, a line for each way of taking part that is on offer.
pub fn seats_bar(words: &Words, seats: &Summary, has_room: bool, is_online: bool) -> Html {
    let pools = [
        (has_room, "pool.room", &seats.pools.room),
        (is_online, "pool.online", &seats.pools.online),
    ];
    let lines = pools.into_iter().filter(|(is_there, ..)| *is_there);
    html! { <ul class="seats">{ for lines.map(|(_, label, pool)| line(words, words.t(label), pool)) }</ul> }
}

fn line(words: &Words, label: AttrValue, pool: &PoolSummary) -> Html {
    html! {
        <li class="seats-line">
            <span class="seats-label">{ label }</span>
            { for pool.capacity.map(|capacity| bar(pool, capacity)) }
            <span class="seats-words">{ in_words(words, pool) }</span>
        </li>
    }
}

/// Repeats what is said in words.
fn bar(pool: &PoolSummary, capacity: u32) -> Html {
    let taken = (pool.confirmed.people + pool.offered.people).min(capacity);
    html! {
        <svg class="seats-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
            <rect class="seats-all" width="100" height="6" rx="3" />
            <rect class="seats-taken" width={(100 * taken / capacity.max(1)).to_string()} height="6" rx="3" />
        </svg>
    }
}

/// How many come, how many seats are left, how many wait.
pub(super) fn in_words(words: &Words, pool: &PoolSummary) -> AttrValue {
    let coming = words.count("seats.coming", pool.confirmed.people);
    let left = match (pool.capacity, pool.free) {
        (None, _) => words.t("seats.unlimited"),
        (Some(_), Some(0)) => words.t("seats.full"),
        (Some(capacity), free) if pool.waiting.parties == 0 => {
            let free = Text::new("seats.left")
                .with("free", words.number(free.unwrap_or(0)))
                .with("all", words.number(capacity));
            words.say(&free)
        }
        // What is free is kept for those who wait.
        (Some(_), _) => words.t("seats.kept"),
    };
    let waiting = (pool.waiting.people > 0).then(|| words.count("seats.waiting", pool.waiting.people));
    words.list([coming, left].into_iter().chain(waiting))
}
