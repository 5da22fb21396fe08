//! When an event was: as a tile for the eye, and written out.

use shared::events::{PastDate, PastEvent};
use yew::{AttrValue, Html, html};

use crate::browser::intl;
use crate::words::Words;

/// The tile, which only repeats what is written out: month and day, or month and year where the day was not found.
pub(super) fn date_tile(words: &Words, date: PastDate) -> Html {
    let number = date.day().and_then(|day| u32::try_from(day).ok());
    html! {
        <div class="date-tile" aria-hidden="true">
            <span class="date-tile-month">{ intl::short_month(words.language(), date.first_day()) }</span>
            if let Some(day) = number {
                <span class="date-tile-day">{ words.number(day) }</span>
            } else {
                <span class="date-tile-year">{ date.year() }</span>
            }
        </div>
    }
}

/// From the first day to the last, as far as they were found.
pub(super) fn when(words: &Words, event: &PastEvent) -> Html {
    let first = written_out(words, event.starts_on);
    match event.ends_on {
        Some(last) => html! { <span>{ words.range(first, written_out(words, last)) }</span> },
        None => html! { <time datetime={event.starts_on.to_string()}>{ first }</time> },
    }
}

fn written_out(words: &Words, date: PastDate) -> AttrValue {
    let first = date.first_day();
    match date.day() {
        Some(_) => intl::date(words.language(), first),
        None => intl::month(words.language(), first),
    }
}
