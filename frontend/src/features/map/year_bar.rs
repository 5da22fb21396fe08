//! The years: a slider, and a button that plays them.

use std::cell::RefCell;
use std::rc::Rc;

use shared::fields::FiscalYear;
use yew::{AttrValue, Callback, Event, Html, InputEvent, MouseEvent, NodeRef, Properties, component, hook, html};
use yew::{use_effect_with, use_mut_ref, use_node_ref};

use super::passage::{LATER_MS, Passage};
use crate::browser::timing::{self, Timeout};
use crate::browser::{dom, event};
use crate::ui::{IconName, icon};
use crate::words::{Words, use_words};

/// Milliseconds of one year when they are played.
const YEAR_MS: u32 = 1_100;
/// Marks the button while they are played.
const PLAYING: &str = "data-playing";

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

/// Plays the years for as long as it is kept. Its button and its slider change past Yew: drawing the bar anew would take
/// longer than the frame of the click.
#[derive(Clone)]
struct Player {
    words: Words,
    /// Goes on to the next year; nothing when none are played.
    timer: Rc<RefCell<Option<Timeout>>>,
    button: NodeRef,
    passage: Passage,
    calls: Calls,
}

impl Player {
    fn is_playing(&self) -> bool {
        self.timer.borrow().is_some()
    }

    /// Goes to a place of the slider, and then to those that follow.
    fn start(&self, place: u16, last: u16) {
        dom::mark(&self.button, PLAYING, true);
        // The button has a frame of its own.
        self.play(place, last, LATER_MS);
    }

    fn stop(&self) {
        if self.timer.take().is_some() {
            dom::mark(&self.button, PLAYING, false);
        }
    }

    /// Goes there after so many milliseconds. The slider and the year's name go ahead of the map: a page that has rested for
    /// a second takes long for its next frame, whatever is in it.
    fn play(&self, place: u16, last: u16, after: u32) {
        let player = self.clone();
        let next = timing::after(after, move || {
            if place > last {
                player.stop();
                player.calls.borrow().1.emit(year_at(last));
                return;
            }
            player.passage.point(&player.words, year_at(place));
            let ahead = player.clone();
            let show = timing::after(LATER_MS, move || {
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
    let player = Player {
        words: words.clone(),
        timer: use_mut_ref(|| None),
        button: use_node_ref(),
        passage: props.passage.clone(),
        calls,
    };
    let timer = Rc::clone(&player.timer);
    use_effect_with((), move |()| move || drop(timer.take()));
    player
}

/// The bar.
#[component]
pub fn YearBar(props: &Props) -> Html {
    let words = use_words();
    let last = place_of(Some(props.last));
    let here = place_of(props.year);
    let player = use_player(&words, props);
    let onclick = {
        let (player, year) = (player.clone(), props.year);
        move |_: MouseEvent| {
            let year = player.passage.year().unwrap_or(year);
            if player.is_playing() {
                player.stop();
                // The slider may have gone ahead.
                player.passage.point(&player.words, year);
                player.calls.borrow().1.emit(year);
            } else {
                let here = place_of(year);
                // From the beginning, unless it was stopped somewhere in between.
                player.start(if here == last { 1 } else { here + 1 }, last);
            }
        }
    };
    let button = player.button.clone();
    let oninput = props.on_show.reform(move |event: InputEvent| {
        player.stop();
        year_at(event::typed(&event).parse().unwrap_or(0))
    });
    let onchange = props
        .on_choose
        .reform(|event: Event| year_at(event::value(&event).parse().unwrap_or(0)));
    let says = |class, name, key| {
        html! { <span {class}>{ icon(name) }<span>{ words.t(key) }</span></span> }
    };
    html! {
        <section class="year-bar" aria-label={words.t("map.years_label")}>
            <button type="button" class="button year-play" ref={button} {onclick}>
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
