//! The years: a slider, and a button that plays them.

use std::cell::RefCell;
use std::rc::Rc;

use shared::fields::FiscalYear;
use yew::{AttrValue, Callback, Event, Html, InputEvent, MouseEvent, PointerEvent, Properties};
use yew::{component, hook, html};
use yew::{use_effect_with, use_mut_ref};

use super::passage::{LATER_MS, PLAYING, Passage};
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

/// Plays the years. Its button and its slider change past Yew: drawing the bar anew would take longer than the frame of
/// the click.
#[derive(Clone)]
struct Player {
    words: Words,
    passage: Passage,
    calls: Calls,
}

impl Player {
    /// From a year on, or from the beginning when it is the last.
    fn start(&self, year: Option<FiscalYear>, last: u16) {
        let here = place_of(year);
        dom::mark(&self.passage.button, PLAYING, true);
        // The button has a frame of its own.
        self.play(if here == last { 1 } else { here + 1 }, last, LATER_MS);
    }

    /// Ends in a year, for which the slider may be too far ahead.
    fn pause(&self, year: Option<FiscalYear>) {
        self.passage.point(&self.words, year);
        self.calls.borrow().1.emit(year);
    }

    /// Goes to a place after so many milliseconds. The slider and the year's name go ahead of the map: a page that has
    /// rested for a second takes long for its next frame, whatever is in it.
    fn play(&self, place: u16, last: u16, after: u32) {
        let player = self.clone();
        self.passage.play(after, move || {
            if place > last {
                player.calls.borrow().1.emit(year_at(last));
                return;
            }
            player.passage.point(&player.words, year_at(place));
            let ahead = player.clone();
            player.passage.play(LATER_MS, move || {
                let on_show = ahead.calls.borrow().0.clone();
                on_show.emit(year_at(place));
                ahead.play(place + 1, last, YEAR_MS - LATER_MS);
            });
        });
    }
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

/// The player of this bar; it stops when the bar goes.
#[hook]
fn use_player(words: &Words, props: &Props) -> Player {
    let calls = use_mut_ref(|| (props.on_show.clone(), props.on_choose.clone()));
    calls.replace((props.on_show.clone(), props.on_choose.clone()));
    let passage = props.passage.clone();
    use_effect_with((), move |()| move || passage.stop());
    Player {
        words: words.clone(),
        passage: props.passage.clone(),
        calls,
    }
}

/// The bar.
#[component]
pub fn YearBar(props: &Props) -> Html {
    let words = use_words();
    let last = place_of(Some(props.last));
    let year = props.passage.year().unwrap_or(props.year);
    let player = use_player(&words, props);
    let onclick = {
        let (player, year) = (player.clone(), props.year);
        move |_: MouseEvent| {
            let year = player.passage.year().unwrap_or(year);
            if player.passage.is_playing() {
                player.pause(year);
            } else {
                player.start(year, last);
            }
        }
    };
    let oninput = props.on_show.reform(move |event: InputEvent| {
        player.passage.stop();
        year_at(event::typed(&event).parse().unwrap_or(0))
    });
    let chosen = |event: &Event| year_at(event::value(event).parse().unwrap_or(0));
    let onchange = props.on_choose.reform(move |event: Event| chosen(&event));
    // A hand that ends where it began has changed nothing for the browser.
    let onpointerup = props.on_choose.reform(move |event: PointerEvent| chosen(&event));
    let says = |class, name, key| {
        html! { <span {class}>{ icon(name) }<span>{ words.t(key) }</span></span> }
    };
    html! {
        <section class="year-bar" aria-label={words.t("map.years_label")}>
            <button type="button" class="button year-play" ref={props.passage.button.clone()} {onclick}>
                { says("year-play-off", IconName::Play, "map.play") }
                { says("year-play-on", IconName::Pause, "map.pause") }
            </button>
            <label class="year-slider">
                <span class="visually-hidden">{ words.t("map.year") }</span>
                <input
                    ref={props.passage.slider.clone()}
                    type="range"
                    min="0"
                    max={last.to_string()}
                    step="1"
                    value={place_of(year).to_string()}
                    aria-valuetext={said(&words, year)}
                    {oninput}
                    {onchange}
                    {onpointerup}
                />
                <span class="year-ends" aria-hidden="true">
                    <span>{ words.t("map.all_years") }</span>
                    <span>{ words.year(props.last) }</span>
                </span>
            </label>
            // Each in a box of its own: inside a grid the browser would measure all of it for every word.
            <div><output class="year-now" ref={props.passage.now.clone()}>{ said(&words, year) }</output></div>
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
