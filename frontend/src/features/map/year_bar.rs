//! The years: a slider, and a button that plays them.

use gloo::timers::callback::Timeout;
use shared::fields::FiscalYear;
use yew::{AttrValue, Callback, Event, Html, InputEvent, MouseEvent, Properties, component, html};
use yew::{use_effect_with, use_state_eq};

use super::passage::{LATER_MS, Passage};
use crate::browser::{dom, event};
use crate::ui::{IconName, icon};
use crate::words::{Words, use_words};

/// Milliseconds of one year when they are played: from when all of it is there to the next.
const YEAR_MS: u32 = 1_100 - LATER_MS;

#[derive(PartialEq, Properties)]
pub struct Props {
    /// The last year there is.
    pub last: FiscalYear,
    /// The year that is shown; all of them when absent.
    pub year: Option<FiscalYear>,
    /// Called while the slider moves or the years are played.
    pub on_show: Callback<Option<FiscalYear>>,
    /// Called when the hand rests or the play ends.
    pub on_choose: Callback<Option<FiscalYear>>,
    /// What can be said about the year, where there is room for it.
    #[prop_or_default]
    pub note: Option<Html>,
    /// What shows a year at once.
    pub passage: Passage,
}

/// Whether the years are played.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Play {
    Still,
    /// From the first year on, which follows in a frame of its own.
    Begins,
    Runs,
}

/// The slider's first place stands for all years together.
pub(super) fn place_of(year: Option<FiscalYear>) -> u16 {
    year.map_or(0, |year| year.get() - FiscalYear::FIRST.get() + 1)
}

fn year_at(place: u16) -> Option<FiscalYear> {
    let year = (FiscalYear::FIRST.get() + place).checked_sub(1)?;
    FiscalYear::try_from(year).ok()
}

/// The name of a year, or of all together.
pub(super) fn said(words: &Words, year: Option<FiscalYear>) -> AttrValue {
    year.map_or_else(|| words.t("map.all_years"), |year| words.year(year))
}

/// The bar.
#[component]
pub fn YearBar(props: &Props) -> Html {
    let words = use_words();
    let play = use_state_eq(|| Play::Still);
    let last = place_of(Some(props.last));
    let here = place_of(props.year);
    {
        let (on_show, on_choose, play) = (props.on_show.clone(), props.on_choose.clone(), play.clone());
        use_effect_with((*play, here), move |(now, here)| {
            let here = *here;
            let timer = match *now {
                Play::Still => None,
                Play::Begins => Some(Timeout::new(LATER_MS, move || {
                    play.set(Play::Runs);
                    on_show.emit(year_at(1));
                })),
                Play::Runs if here < last => Some(Timeout::new(YEAR_MS, move || on_show.emit(year_at(here + 1)))),
                Play::Runs => Some(Timeout::new(YEAR_MS, move || {
                    play.set(Play::Still);
                    on_choose.emit(year_at(here));
                })),
            };
            move || drop(timer)
        });
    }
    let (year, on_choose, setter) = (props.year, props.on_choose.clone(), play.setter());
    let slider = props.passage.slider.clone();
    let is_playing = *play != Play::Still;
    let onclick = move |_: MouseEvent| {
        // From the beginning, unless it was stopped somewhere in between.
        let begins = place_of(year) == last || year.is_none();
        setter.set(match is_playing {
            true => Play::Still,
            false if begins => Play::Begins,
            false => Play::Runs,
        });
        if is_playing {
            // The year that is seen, of which the rest of the page may not know yet.
            on_choose.emit(year_at(dom::value(&slider).parse().unwrap_or(0)));
        }
    };
    let stop = play.setter();
    let oninput = props.on_show.reform(move |event: InputEvent| {
        stop.set(Play::Still);
        year_at(event::typed(&event).parse().unwrap_or(0))
    });
    let onchange = props
        .on_choose
        .reform(|event: Event| year_at(event::value(&event).parse().unwrap_or(0)));
    html! {
        <section class="year-bar" aria-label={words.t("map.years_label")}>
            <button type="button" class="button year-play" {onclick}>
                { icon(if is_playing { IconName::Pause } else { IconName::Play }) }
                <span>{ words.t(if is_playing { "map.pause" } else { "map.play" }) }</span>
            </button>
            <label class="year-slider">
                <span class="visually-hidden">{ words.t("map.year") }</span>
                <input
                    ref={props.passage.slider.clone()}
                    type="range"
                    min="0"
                    max={last.to_string()}
                    step="1"
                    value={here.to_string()}
                    aria-valuetext={said(&words, props.year)}
                    {oninput}
                    {onchange}
                />
                <span class="year-ends" aria-hidden="true">
                    <span>{ words.t("map.all_years") }</span>
                    <span>{ words.year(props.last) }</span>
                </span>
            </label>
            <output class="year-now" ref={props.passage.now.clone()}>{ said(&words, props.year) }</output>
            { for props.note.iter().map(|note| html! { <div class="year-note" aria-live="polite">{ note.clone() }</div> }) }
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_place_stands_for_all_years() {
        assert_eq!(year_at(0), None);
        assert_eq!(year_at(1), Some(FiscalYear::FIRST));
        for place in 0..30 {
            assert_eq!(place_of(year_at(place)), place);
        }
    }
}
