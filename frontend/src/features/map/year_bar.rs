//! The years: a slider, and a button that plays them.

use gloo::timers::callback::Timeout;
use shared::fields::FiscalYear;
use yew::{AttrValue, Callback, Event, Html, InputEvent, MouseEvent, Properties, component, html, use_effect_with};

use super::passage::{LATER_MS, Passage};
use crate::browser::event;
use crate::ui::{IconName, icon, use_flag};
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
    let playing = use_flag();
    let last = place_of(Some(props.last));
    let here = place_of(props.year);
    {
        let (on_show, on_choose, playing) = (props.on_show.clone(), props.on_choose.clone(), playing.clone());
        use_effect_with((*playing, here), move |(is_playing, here)| {
            let here = *here;
            let timer = is_playing.then(|| {
                Timeout::new(YEAR_MS, move || {
                    if here < last {
                        on_show.emit(year_at(here + 1));
                    } else {
                        playing.set(false);
                        on_choose.emit(year_at(here));
                    }
                })
            });
            move || drop(timer)
        });
    }
    let stop = playing.setter();
    let (year, on_show, on_choose) = (props.year, props.on_show.clone(), props.on_choose.clone());
    let is_playing = *playing;
    let onclick = move |_: MouseEvent| {
        stop.set(!is_playing);
        match is_playing {
            true => on_choose.emit(year),
            // From the beginning, unless it was stopped somewhere in between.
            false if place_of(year) == last || year.is_none() => on_show.emit(year_at(1)),
            false => {}
        }
    };
    let stop = playing.setter();
    let oninput = props.on_show.reform(move |event: InputEvent| {
        stop.set(false);
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
