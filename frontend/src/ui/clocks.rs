//! Moments on two clocks: the venue's and the reader's, each with the name of its zone. Where both show the same, one
//! is enough.

use shared::instant::Instant;
use shared::words::Text;
use yew::{AttrValue, Html, html};

use crate::browser::intl::zones;
use crate::ui::chip;
use crate::words::Words;

/// From one moment to another, written out.
pub fn clocks(words: &Words, from: Instant, to: Instant, zone: &str) -> Html {
    let own = zones::own();
    if is_same(from, zone, &own) && is_same(to, zone, &own) {
        return html! {
            <div class="clocks">{ clock(words, words.t("clock.both"), from, to, zone, None) }</div>
        };
    }
    let moved = moved(from, zone, &own);
    html! {
        <div class="clocks">
            { clock(words, words.t("clock.venue"), from, to, zone, None) }
            { clock(words, words.t("clock.own"), from, to, &own, moved.map(|key| words.t(key))) }
        </div>
    }
}

/// One clock: whose it is, the day, the time, and the name of the zone.
fn clock(words: &Words, whose: AttrValue, from: Instant, to: Instant, zone: &str, moved: Option<AttrValue>) -> Html {
    let language = words.language();
    let is_one_day = zones::date(from, zone) == zones::date(to, zone);
    let times = if is_one_day {
        zones::times(language, from, to, zone)
    } else {
        zones::days_and_times(language, from, to, zone)
    };
    html! {
        <div class="clock">
            <p class="clock-whose">{ whose }{ for moved.map(chip) }</p>
            <p class="clock-day"><time datetime={from.to_string()}>{ zones::day(language, from, zone) }</time></p>
            <p class="clock-times">{ times }{ " " }<span class="clock-zone">{ zones::name_at(language, from, zone) }</span></p>
        </div>
    }
}

/// A moment within a sentence: on the venue's clock, and on the reader's where it differs.
pub fn moment_on_clocks(words: &Words, at: Instant, zone: &str) -> AttrValue {
    let language = words.language();
    let said = |zone: &str| {
        let text = Text::new("clock.moment").with("moment", zones::moment(language, at, zone));
        words.say(&text.with("zone", zones::name_at(language, at, zone)))
    };
    let own = zones::own();
    if is_same(at, zone, &own) {
        return said(zone);
    }
    words.say(
        &Text::new("clock.moments")
            .with("venue", said(zone))
            .with("own", said(&own)),
    )
}

/// A moment in few signs: on the venue's clock, and on the reader's where it differs.
pub fn short_clocks(words: &Words, at: Instant, zone: &str) -> Html {
    let language = words.language();
    let own = zones::own();
    let own = (!is_same(at, zone, &own)).then(|| zones::short(language, at, &own));
    html! {
        <>
            <time datetime={at.to_string()}>{ zones::short(language, at, zone) }</time>
            { for own.map(|moment| html! {
                <span class="own-clock">{ words.say(&Text::new("clock.own_short").with("moment", moment)) }</span>
            }) }
        </>
    }
}

/// A moment in few signs on the reader's own clock.
pub fn own_clock(words: &Words, at: Instant) -> AttrValue {
    zones::short(words.language(), at, &zones::own())
}

fn is_same(at: Instant, zone: &str, own: &str) -> bool {
    zone == own || zones::offset(at, zone) == zones::offset(at, own)
}

/// Whether it is another day for the reader than at the venue.
fn moved(at: Instant, zone: &str, own: &str) -> Option<&'static str> {
    let (there, here) = (zones::date(at, zone), zones::date(at, own));
    match here.cmp(&there) {
        std::cmp::Ordering::Less => Some("clock.day_before"),
        std::cmp::Ordering::Equal => None,
        std::cmp::Ordering::Greater => Some("clock.day_after"),
    }
}
