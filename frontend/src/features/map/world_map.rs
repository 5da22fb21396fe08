//! The map in its frame: moved and zoomed by hand, wheel, keys and buttons; coloured by a picture.

use std::rc::Rc;

use shared::fields::CountryCode;
use shared::words::Text;
use yew::{Callback, Html, KeyboardEvent, NodeRef, Properties, component, hook, html};
use yew::{use_effect_with, use_memo, use_mut_ref, use_node_ref};

use super::atlas::Atlas;
use super::card::CARD;
use super::colours::{Brush, use_brush};
use super::halo::{Halo, chosen_halo, use_choice};
use super::looking::{Looking, View};
use super::picture::Picture;
use super::shapes::land_drawing;
use super::viewport::Viewport;
use crate::browser::gestures::{Gesture, Gestures};
use crate::browser::{dom, event};
use crate::ui::{IconName, icon_button};
use crate::words::{Words, use_words};

/// One press of a key or a button.
const ZOOM: f64 = 1.6;
/// One press of an arrow with shift, in widths of the frame.
const STEP: f64 = 0.12;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    /// The shapes.
    pub atlas: Rc<Atlas>,
    /// The colours.
    pub picture: Rc<Picture>,
    /// What sets them.
    pub brush: Brush,
    /// What was chosen.
    pub chosen: Option<CountryCode>,
    /// Called when something is pointed at.
    pub on_point: Callback<Pointed>,
    /// Called when something is chosen; with nothing when the choice is given up.
    pub on_choose: Callback<Option<CountryCode>>,
}

/// What is pointed at, on a map or among tiles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pointed {
    /// By the pointer, which may be elsewhere at once.
    Passing(Option<CountryCode>),
    /// By the keyboard.
    Reached(Option<CountryCode>),
}

/// The map.
#[component]
pub(super) fn WorldMap(props: &Props) -> Html {
    let words = use_words();
    let (frame, drawing) = (use_node_ref(), props.brush.drawing.clone());
    let view = use_mut_ref(View::default);
    let land = use_memo(Rc::as_ptr(&props.atlas).addr(), |_| {
        land_drawing(&props.atlas, &props.picture)
    });
    use_brush(&props.brush, &props.atlas, &props.picture);
    let looking = Looking {
        view,
        drawing: drawing.clone(),
        atlas: Rc::clone(&props.atlas),
    };
    let halo = Halo {
        path: use_node_ref(),
        around: use_mut_ref(|| None),
        later: use_mut_ref(|| None),
        here: use_mut_ref(|| None),
        atlas: Rc::clone(&props.atlas),
    };
    use_choice(&halo, props.chosen);
    use_hands(&frame, &looking, &halo, props);
    html! {
        <div class="world">
            <div
                class="world-frame"
                id="world"
                ref={frame}
                tabindex="0"
                role="group"
                aria-roledescription={words.t("map.role")}
                aria-label={words.t("map.label")}
                aria-describedby="map-keys"
                onkeydown={keys(&looking, &halo, props)}
            >
                <div class="world-drawing" ref={drawing} aria-hidden="true">
                    { Html::from_html_unchecked((*land).clone()) }
                    // A drawing of its own: what is pointed at changes often, and the land below is not painted anew.
                    <svg class="world-halos" viewBox={props.atlas.view_box()}>
                        // Not to be seen. A layer that grows and shrinks has all layers put together anew.
                        <rect width="100%" height="100%" fill-opacity="0" />
                        <path class="halo" ref={halo.path.clone()} />
                        { for props.chosen.map(|country| chosen_halo(&props.atlas, country)) }
                    </svg>
                </div>
            </div>
            { zoom_buttons(&words, &looking) }
        </div>
    }
}

#[hook]
fn use_hands(frame: &NodeRef, looking: &Looking, halo: &Halo, props: &Props) {
    // What is to be called may change between two taps, the listening hand must not.
    let called = use_mut_ref(|| (props.on_point.clone(), props.on_choose.clone()));
    called.replace((props.on_point.clone(), props.on_choose.clone()));
    let (frame, looking, halo) = (frame.clone(), looking.clone(), halo.clone());
    use_effect_with((), move |()| {
        looking.change(true, |view| view);
        let gestures = frame.cast().map(|surface| {
            Gestures::on(&surface, move |gesture| {
                let size = looking.frame();
                let (on_point, on_choose) = called.borrow().clone();
                match gesture {
                    Gesture::Pointed(hit) => {
                        let country = hit.and_then(|hit| looking.country_at(&hit));
                        if halo.point(country) {
                            on_point.emit(Pointed::Passing(country));
                        }
                    }
                    Gesture::Tapped(hit) => on_choose.emit(looking.country_at(&hit)),
                    Gesture::DoubleTapped(hit) => match looking.country_at(&hit) {
                        Some(country) => looking.show(country),
                        None => looking.change(true, |view| view.zoomed(ZOOM, hit.at, size)),
                    },
                    Gesture::Moved(by) => looking.change(false, |view| view.moved(by, size)),
                    Gesture::Zoomed(factor, at) => looking.change(false, |view| view.zoomed(factor, at, size)),
                    Gesture::Settled => looking.change(true, |view| view),
                }
            })
        });
        move || drop(gestures)
    });
}

/// Arrows go from one country/region to the next, with shift they move the map.
fn keys(looking: &Looking, halo: &Halo, props: &Props) -> Callback<KeyboardEvent> {
    let (looking, halo, props) = (looking.clone(), halo.clone(), props.clone());
    Callback::from(move |key: KeyboardEvent| {
        if event::has_modifier(&key) {
            return;
        }
        let frame = looking.frame();
        let pan = |x: f64, y: f64| looking.change(true, |view| view.moved((x * STEP, y * STEP), frame));
        let go = |from: Option<CountryCode>, step: isize| {
            let next = looking.atlas.after(from, step);
            if let Some(country) = next {
                looking.keep_in_sight(country);
            }
            halo.here.replace(next);
            halo.point(next);
            props.on_point.emit(Pointed::Reached(next));
        };
        let from = halo.around.borrow().or(props.chosen).or(*halo.here.borrow());
        match (key.key().as_str(), key.shift_key()) {
            ("ArrowLeft", true) => pan(1.0, 0.0),
            ("ArrowRight", true) => pan(-1.0, 0.0),
            ("ArrowUp", true) => pan(0.0, 1.0),
            ("ArrowDown", true) => pan(0.0, -1.0),
            ("ArrowRight" | "ArrowDown", false) => go(from, 1),
            ("ArrowLeft" | "ArrowUp", false) => go(from, -1),
            ("Home", _) => go(None, 1),
            ("End", _) => go(None, -1),
            ("+" | "=", _) => looking.zoom(ZOOM),
            ("-" | "_", _) => looking.zoom(1.0 / ZOOM),
            ("0", _) => looking.change(true, |_| Viewport::default()),
            ("Enter" | " ", _) => {
                props.on_choose.emit(from);
                dom::focus(CARD);
            }
            ("Escape", _) => {
                halo.point(None);
                props.on_point.emit(Pointed::Reached(None));
                props.on_choose.emit(None);
            }
            _ => return,
        }
        key.prevent_default();
    })
}

fn zoom_buttons(words: &Words, looking: &Looking) -> Html {
    let button = |key: &'static str, name: IconName, change: fn(&Looking)| {
        let looking = looking.clone();
        icon_button(words.t(key), name, &Callback::from(move |()| change(&looking)))
    };
    html! {
        <div class="world-buttons" role="group" aria-label={words.say(&Text::new("map.zoom"))}>
            { button("map.nearer", IconName::Plus, |looking| looking.zoom(ZOOM)) }
            { button("map.farther", IconName::Minus, |looking| looking.zoom(1.0 / ZOOM)) }
            { button("map.whole", IconName::Whole, |looking| looking.change(true, |_| Viewport::default())) }
        </div>
    }
}
