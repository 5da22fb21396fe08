//! The seats as bars with words. The words are announced when they change while the page is open.

use shared::rsvp::{Pool, PoolSummary, Summary};
use shared::words::Text;
use yew::{Html, html};

use crate::ui::{offered_pools, seat_bar, seats_left};
use crate::words::Words;

/// The bars, and how many may come.
pub fn seats(words: &Words, seats: &Summary) -> Html {
    let said = |(pool, seats): (Pool, &PoolSummary)| {
        html! {
            <div class="event-pool">
                <p class="event-pool-name">{ words.t(pool.key()) }</p>
                <p role="status" id={["seats", pool.code()].join("-")}>
                    <strong>{ seats_left(words, seats) }</strong>
                    { words.t("list.sentence") }
                    { words.count("seats.taken", seats.confirmed.people) }
                    if seats.offered.people > 0 {
                        { words.t("list.sentence") }{ words.count("seats.held", seats.offered.people) }
                    }
                </p>
                { seat_bar(seats) }
                if seats.over > 0 {
                    <p class="event-hint">{ words.count("seats.over", seats.over) }</p>
                }
            </div>
        }
    };
    let maybe = (seats.maybe > 0).then(|| {
        let text = Text::new("seats.maybe").with("count", seats.maybe);
        words.say(&text.with("number", words.number(seats.maybe)))
    });
    html! {
        <section class="event-seats-panel" aria-labelledby="seats-title">
            <h2 id="seats-title">{ words.t("seats.title") }</h2>
            { for offered_pools(seats).map(said) }
            { for maybe.map(|said| html! { <p class="event-hint">{ said }</p> }) }
        </section>
    }
}
