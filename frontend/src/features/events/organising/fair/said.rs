//! What the fair clock proposes, and whose night it costs, in words.

use shared::events::fair_clock::{Comfort, CountryHours, Relay, SlotScore};
use shared::words::Text;
use yew::{AttrValue, Html, html};

use super::super::times::time_of_day;
use super::Shown;
use crate::ui::{IconName, press_button};

/// As many countries/regions are named; the others are counted.
const NAMED: usize = 6;

/// The fairest beginning, or two sessions.
pub fn proposal(shown: &Shown<'_>) -> Html {
    let words = shown.words;
    let Some((place, slot)) = slot(shown, shown.clock.best) else {
        return Html::default();
    };
    let choose = shown.on_choose.reform(move |()| place);
    let label = Text::new("fair.use").with("time", time_of_day(&slot.local.at));
    let relay = shown.clock.relay.and_then(|relay| relay_of(shown, relay));
    html! {
        <div class="fair-proposals">
            <section class="fair-proposal">
                <h3>{ words.say(&Text::new("fair.best").with("time", time_of_day(&slot.local.at))) }</h3>
                <p>{ counts(shown, slot.day, slot.edge, slot.night) }</p>
                <p>{ nights(shown, &[place]) }</p>
                <p>{ press_button(words.say(&label), Some(IconName::Check), &choose) }</p>
            </section>
            { for relay }
        </div>
    }
}

fn relay_of(shown: &Shown<'_>, relay: Relay) -> Option<Html> {
    let words = shown.words;
    let sessions = [slot(shown, Some(relay.first))?, slot(shown, Some(relay.second))?];
    let [(first, one), (second, other)] = sessions;
    let title = Text::new("fair.relay")
        .with("first", time_of_day(&one.local.at))
        .with("second", time_of_day(&other.local.at));
    let button = |(place, slot): (usize, &SlotScore)| {
        let label = words.say(&Text::new("fair.use").with("time", time_of_day(&slot.local.at)));
        press_button(label, None, &shown.on_choose.reform(move |()| place))
    };
    Some(html! {
        <section class="fair-proposal">
            <h3>{ words.say(&title) }</h3>
            <p>{ counts(shown, relay.day, relay.edge, relay.night) }</p>
            <p>{ nights(shown, &[first, second]) }</p>
            <p>{ words.t("fair.relay_hint") }</p>
            <p class="fair-buttons">{ for sessions.into_iter().map(button) }</p>
        </section>
    })
}

fn slot<'a>(shown: &Shown<'a>, place: Option<u32>) -> Option<(usize, &'a SlotScore)> {
    let place = usize::try_from(place?).ok()?;
    Some((place, shown.clock.slots.get(place)?))
}

/// For how many it is day, early or late, and night.
fn counts(shown: &Shown<'_>, day: u32, edge: u32, night: u32) -> AttrValue {
    let number = |number: u32| shown.words.number(number);
    shown.words.say(
        &Text::new("fair.counts")
            .with("day", number(day))
            .with("edge", number(edge))
            .with("night", number(night)),
    )
}

/// Whose night it costs: countries/regions with their members, the most first.
fn nights(shown: &Shown<'_>, sessions: &[usize]) -> AttrValue {
    let names = night_names(shown, sessions);
    if names.is_empty() {
        return shown.words.t("fair.no_night");
    }
    shown.words.say(&Text::new("fair.nights").with("countries", names))
}

/// The names alone; none where it is nobody's night.
pub(super) fn night_names(shown: &Shown<'_>, sessions: &[usize]) -> AttrValue {
    let words = shown.words;
    let is_night = |country: &&CountryHours| {
        let mut falls = sessions.iter().map(|place| country.comfort(*place, shown.minutes));
        falls.all(|comfort| comfort == Comfort::Night)
    };
    let all: Vec<&CountryHours> = shown.clock.audience.iter().filter(is_night).collect();
    let named = all.iter().take(NAMED).map(|country| {
        let text = Text::new("fair.country")
            .with("country", words.region(country.country))
            .with("number", words.number(country.members));
        words.say(&text)
    });
    let more = u32::try_from(all.len().saturating_sub(NAMED)).unwrap_or(u32::MAX);
    let more = (more > 0).then(|| words.count("fair.more", more));
    words.list(named.chain(more))
}
