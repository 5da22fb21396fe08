//! When something takes place: as a tile for the eye, and the days of the record written out.

use jiff::civil::Date;
use shared::events::{PastDate, PastEvent};
use yew::{AttrValue, Html, html};

use crate::browser::intl;
use crate::words::Words;

/// The tile, which only repeats what is written out: month and day, or month and year where the day was not found.
pub(super) fn date_tile(words: &Words, date: PastDate) -> Html {
    tile(words, date.first_day(), date.day().is_some())
}

/// The tile of a day.
pub(super) fn day_tile(words: &Words, date: Date) -> Html {
    tile(words, date, true)
}

fn tile(words: &Words, date: Date, has_day: bool) -> Html {
    let day = u32::try_from(date.day()).unwrap_or_default();
    html! {
        <div class="date-tile" aria-hidden="true">
            <span class="date-tile-month">{ intl::short_month(words.language(), date) }</span>
            if has_day {
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
