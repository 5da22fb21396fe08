//! The day as a drawing: a bar for each slot, and a row for each country/region, light where it is day there. The same
//! numbers stand in the table.

use shared::events::fair_clock::{Comfort, CountryHours, comfort};
use yew::{Html, MouseEvent, html};

use super::super::times::time_of_day;
use super::Shown;
use crate::ui::place;

/// As many rows as are drawn; the others are counted in the bars and stand in words.
const ROWS: usize = 12;
/// The width of a slot and the heights of bars and rows, in units of the drawing.
const WIDTH: usize = 10;
const BARS: u32 = 50;
/// A slot of the strip is half an hour, and is coloured as half an hour falls.
const STEP: u32 = 30;

/// The drawing.
pub fn strip(shown: &Shown<'_>) -> Html {
    let slots = shown.clock.slots.len();
    let rows = shown.clock.audience.iter().take(ROWS);
    let hours = shown.clock.slots.iter().step_by(6);
    let left = shown.clock.audience.len().saturating_sub(ROWS);
    let left = u32::try_from(left).unwrap_or(u32::MAX);
    html! {
        <div class="fair-strip">
            <div class="fair-row">
                <span class="fair-name">{ shown.words.t("fair.score") }</span>
                { bars(shown) }
            </div>
            { for rows.map(|country| row(shown, country, slots)) }
            <div class="fair-row" aria-hidden="true">
                <span class="fair-name">{ shown.words.t("fair.venue_clock") }</span>
                <span class="fair-hours">{ for hours.map(|slot| html! { <i>{ time_of_day(&slot.local.at).to_owned() }</i> }) }</span>
            </div>
            if left > 0 {
                <p class="field-hint">{ shown.words.count("fair.not_drawn", left) }</p>
            }
            <ul class="fair-legend">
                { for Comfort::ALL.iter().map(|comfort| html! {
                    <li><i class={class(*comfort)} aria-hidden="true" />{ shown.words.t(comfort.key()) }</li>
                }) }
            </ul>
        </div>
    }
}

/// The scores; a click on one takes it. The keyboard finds the same in the table.
fn bars(shown: &Shown<'_>) -> Html {
    let best = shown.clock.best.and_then(|place| usize::try_from(place).ok());
    let bar = |(at, slot): (usize, &shared::events::fair_clock::SlotScore)| {
        let height = (BARS * slot.score / 100).max(2);
        let onclick = shown.on_choose.reform(move |_: MouseEvent| at);
        let class = match (Some(at) == shown.chosen, Some(at) == best) {
            (true, _) => "fair-bar fair-bar--chosen",
            (false, true) => "fair-bar fair-bar--best",
            (false, false) => "fair-bar",
        };
        html! {
            <g {class} {onclick}>
                <rect class="fair-touch" x={(at * WIDTH).to_string()} y="0" width="10" height={BARS.to_string()} />
                <rect
                    x={(at * WIDTH + 1).to_string()} y={(BARS - height).to_string()} width="8" height={height.to_string()}
                />
            </g>
        }
    };
    let width = shown.clock.slots.len() * WIDTH;
    html! {
        <svg class="fair-bars" viewBox={view_box(width, BARS)} preserveAspectRatio="none" aria-hidden="true">
            { for shown.clock.slots.iter().enumerate().map(bar) }
        </svg>
    }
}

fn row(shown: &Shown<'_>, country: &CountryHours, slots: usize) -> Html {
    let run = |(from, until, falls): (usize, usize, Comfort)| {
        html! {
            <rect
                class={class(falls)} x={(from * WIDTH).to_string()} y="0"
                width={((until - from) * WIDTH).to_string()} height="10"
            />
        }
    };
    let width = slots * WIDTH;
    let mark = shown.chosen.map(|at| {
        html! { <rect class="fair-mark" x={(at * WIDTH).to_string()} y="0" width="3" height="10" /> }
    });
    html! {
        <div class="fair-row">
            <span class="fair-name">
                { place(shown.words, country.country) }
                <small>{ shown.words.number(country.members) }</small>
            </span>
            <svg class="fair-day" viewBox={view_box(width, 10)} preserveAspectRatio="none" aria-hidden="true">
                { for runs(country).into_iter().map(run) }
                { for mark }
            </svg>
        </div>
    }
}

fn view_box(width: usize, height: u32) -> String {
    ["0 0", width.to_string().as_str(), height.to_string().as_str()].join(" ")
}

/// Neighbouring half hours that fall alike, as one: where it begins and where it ends.
fn runs(country: &CountryHours) -> Vec<(usize, usize, Comfort)> {
    let mut runs: Vec<(usize, usize, Comfort)> = Vec::new();
    for (at, clock) in country.clock.iter().enumerate() {
        let falls = comfort(*clock, STEP);
        match runs.last_mut() {
            Some((_, until, known)) if *known == falls => *until = at + 1,
            _ => runs.push((at, at + 1, falls)),
        }
    }
    runs
}

const fn class(comfort: Comfort) -> &'static str {
    match comfort {
        Comfort::Day => "fair-falls fair-falls--day",
        Comfort::Edge => "fair-falls fair-falls--edge",
        Comfort::Night => "fair-falls fair-falls--night",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_has_one_night_one_day_and_two_edges_between() {
        let country = CountryHours {
            country: "NP".parse().unwrap(),
            members: 5,
            zone: String::new(),
            clock: (0..48).map(|slot| (slot * 30 + 345) % 1440).collect(),
        };
        let runs = runs(&country);
        let falls: Vec<Comfort> = runs.iter().map(|(.., falls)| *falls).collect();
        use Comfort::{Day, Edge, Night};
        assert_eq!(falls, [Night, Edge, Day, Edge, Night]);
        assert_eq!(runs.first().map(|run| run.0), Some(0));
        assert_eq!(runs.last().map(|run| run.1), Some(48));
    }
}
