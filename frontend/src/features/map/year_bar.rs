//! The years: a slider, and a button that plays them.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use shared::fields::FiscalYear;
use yew::{AttrValue, Callback, Event, Html, InputEvent, MouseEvent, NodeRef, Properties, component, html};
use yew::{use_effect_with, use_mut_ref, use_state_eq};

use super::passage::{LATER_MS, Passage};
use crate::browser::{dom, event};
use crate::ui::{IconName, icon};
use crate::words::{Words, use_words};

/// Milliseconds of one year when they are played.
const YEAR_MS: u32 = 1_100;

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

/// What is called, by the latest drawing.
type Calls = Rc<RefCell<(Callback<Option<FiscalYear>>, Callback<Option<FiscalYear>>)>>;

/// Plays the years for as long as it is kept.
#[derive(Clone)]
struct Player {
    timer: Rc<RefCell<Option<Timeout>>>,
    slider: NodeRef,
    calls: Calls,
    /// Called when the last year has been seen.
    on_end: Callback<()>,
}

impl Player {
    /// Goes to a place of the slider after so many milliseconds, and then to those that follow. The slider goes ahead of
    /// the map: a page that has rested for a second takes long for its next frame, whatever is in it.
    fn play(&self, place: u16, last: u16, after: u32) {
        let player = self.clone();
        let next = Timeout::new(after, move || {
            if place > last {
                player.on_end.emit(());
                player.calls.borrow().1.emit(year_at(last));
                return;
            }
            dom::set_value(&player.slider, &place.to_string());
            let ahead = player.clone();
            let show = Timeout::new(LATER_MS, move || {
                let on_show = ahead.calls.borrow().0.clone();
                on_show.emit(year_at(place));
                ahead.play(place + 1, last, YEAR_MS - LATER_MS);
            });
            player.timer.replace(Some(show));
        });
        self.timer.replace(Some(next));
    }
}

/// The slider's first place stands for all years together.
fn place_of(year: Option<FiscalYear>) -> u16 {
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
    let is_playing = use_state_eq(|| false);
    let last = place_of(Some(props.last));
    let here = place_of(props.year);
    let timer = use_mut_ref(|| None::<Timeout>);
    let calls = use_mut_ref(|| (props.on_show.clone(), props.on_choose.clone()));
    calls.replace((props.on_show.clone(), props.on_choose.clone()));
    let stop = {
        let (timer, playing) = (Rc::clone(&timer), is_playing.setter());
        Callback::from(move |()| {
            drop(timer.take());
            playing.set(false);
        })
    };
    use_effect_with((), {
        let timer = Rc::clone(&timer);
        move |()| move || drop(timer.take())
    });
    let onclick = {
        let on_end = stop.clone();
        let slider = props.passage.slider.clone();
        let player = Player {
            timer,
            slider,
            calls,
            on_end,
        };
        let (playing, passage, year) = (is_playing.clone(), props.passage.clone(), props.year);
        move |_: MouseEvent| {
            let here = place_of(passage.year().unwrap_or(year));
            if *playing {
                player.on_end.emit(());
                player.calls.borrow().1.emit(year_at(here));
            } else {
                playing.set(true);
                // From the beginning, unless it was stopped somewhere in between; the button has a frame of its own.
                let first = if here == last { 1 } else { here + 1 };
                player.play(first, last, LATER_MS);
            }
        }
    };
    let oninput = props.on_show.reform(move |event: InputEvent| {
        stop.emit(());
        year_at(event::typed(&event).parse().unwrap_or(0))
    });
    let onchange = props
        .on_choose
        .reform(|event: Event| year_at(event::value(&event).parse().unwrap_or(0)));
    let is_playing = *is_playing;
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
            // Each in a box of its own: inside a grid the browser would measure all of it for every word.
            <div><output class="year-now" ref={props.passage.now.clone()}>{ said(&words, props.year) }</output></div>
            { for props.note.iter().map(|note| html! { <div class="year-note"><div aria-live="polite">{ note.clone() }</div></div> }) }
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
