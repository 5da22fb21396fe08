//! Map or tiles with legend and card. What is pointed at is known here only, so that nothing else is drawn again
//! when the pointer moves.

use std::rc::Rc;

use shared::fields::CountryCode;
use shared::map::{FigureList, MapForm, MapMembers, MapView};
use yew::{AttrValue, Callback, Html, Properties, component, hook, html};
use yew::{use_callback, use_effect_with, use_mut_ref, use_state_eq};

use super::atlas::Atlas;
use super::card::Card;
use super::face::Face;
use super::legend::{Legend, Only};
use super::passage::Passage;
use super::picture::Picture;
use super::said;
use super::tiles::{DrawTiles, TilesProps};
use super::world_map::{Pointed, WorldMap};
use crate::words::{Words, use_words};

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What was chosen.
    pub view: Rc<MapView>,
    /// The shapes, where they could be had.
    pub atlas: Option<Rc<Atlas>>,
    /// The numbers.
    pub picture: Rc<Picture>,
    /// Whether they are about to change again, because the years are passing; of years that pass past Yew the passage
    /// knows.
    pub is_passing: bool,
    /// What shows them at once.
    pub passage: Passage,
    /// What the card says at once.
    pub face: Face,
    /// All published figures.
    pub list: Rc<FigureList>,
    /// Members by country/region, where they are known.
    pub members: Option<Rc<MapMembers>>,
    /// What draws the tiles, where they are wanted and have arrived.
    pub tiles: Option<DrawTiles>,
    /// What stands where nothing can be drawn, or not yet.
    pub instead: Html,
    /// The slider of years.
    pub years: Html,
    /// Called when a country/region is chosen; with nothing when the choice is given up.
    pub on_choose: Callback<Option<CountryCode>>,
}

/// The stage.
#[component]
pub fn Stage(props: &Props) -> Html {
    let words = use_words();
    let (only, on_only) = use_only(props);
    let active = use_active(props);
    let on_point = use_pointing(&words, props, active);
    let country = active.or(props.view.country);
    let (view, picture) = use_rested(props);
    let heard = country.map_or_else(AttrValue::default, |country| said::line(&words, &picture, country));
    html! {
        <div class="stage">
            <div class="stage-drawing" data-only={only.code()} data-waiting={props.picture.is_waiting().then_some("")}>
                { drawn(props, &on_point) }
                if props.atlas.is_some() {
                    <Legend
                        layer={props.picture.layer}
                        has_fiction={props.picture.has_fiction()}
                        {only}
                        {on_only}
                    />
                }
                { props.years.clone() }
                <p class="map-keys" id="map-keys">{ words.t("map.keys") }</p>
            </div>
            <div class="stage-card">
                <Card
                    {view}
                    {picture}
                    list={Rc::clone(&props.list)}
                    members={props.members.clone()}
                    {country}
                    face={props.face.clone()}
                    on_choose={props.on_choose.clone()}
                />
            </div>
            <p class="stage-line" role="status" ref={props.face.line.clone()}>{ heard }</p>
        </div>
    }
}

/// The world or its tiles.
fn drawn(props: &Props, on_point: &Callback<Pointed>) -> Html {
    match (props.atlas.clone(), props.view.form, props.tiles) {
        (Some(atlas), MapForm::World, _) => html! {
            <WorldMap
                {atlas}
                picture={Rc::clone(&props.picture)}
                brush={props.passage.brush.clone()}
                chosen={props.view.country}
                on_point={on_point.clone()}
                on_choose={props.on_choose.clone()}
            />
        },
        (Some(atlas), MapForm::Tiles, Some(DrawTiles(draw))) => draw(TilesProps {
            atlas,
            picture: Rc::clone(&props.picture),
            chosen: props.view.country,
            on_point: on_point.clone(),
            on_choose: props.on_choose.clone(),
        }),
        _ => props.instead.clone(),
    }
}

/// The kind of places that is kept in full colour. Another layer has other kinds.
#[hook]
fn use_only(props: &Props) -> (Only, Callback<Only>) {
    let only = use_state_eq(Only::default);
    let setter = only.setter();
    let kinds = (props.picture.layer, props.picture.has_fiction());
    use_effect_with(kinds, move |_| setter.set(Only::default()));
    (*only, use_callback(only.setter(), |next, only| only.set(next)))
}

/// What was pointed at when pointer and years last rested: the whole card tells of it, until something is chosen.
#[hook]
fn use_active(props: &Props) -> Option<CountryCode> {
    let active = use_state_eq(|| None::<CountryCode>);
    let (face, setter) = (props.face.clone(), active.setter());
    use_effect_with(props.view.country, move |_| {
        face.pointed.set(None);
        setter.set(None);
    });
    let (face, setter) = (props.face.clone(), active.setter());
    use_effect_with((), move |()| {
        let pointed = Rc::clone(&face.pointed);
        face.on_rest(move || setter.set(pointed.get()));
    });
    *active
}

/// What was chosen and its numbers, as when the years last rested.
#[hook]
fn use_rested(props: &Props) -> (Rc<MapView>, Rc<Picture>) {
    let now = || (Rc::clone(&props.view), Rc::clone(&props.picture));
    let rested = use_mut_ref(now);
    if !props.is_passing {
        rested.replace(now());
    }
    rested.borrow().clone()
}

/// Follows pointer and years: what passes is told by the card's face, what rests by the whole card.
#[hook]
fn use_pointing(words: &Words, props: &Props, active: Option<CountryCode>) -> Callback<Pointed> {
    let latest = use_mut_ref(|| (words.clone(), props.clone(), active));
    latest.replace((words.clone(), props.clone(), active));
    let on_point = use_callback((), {
        let latest = Rc::clone(&latest);
        move |pointed: Pointed, ()| {
            let latest = latest.borrow();
            let (words, props, active) = &*latest;
            let (face, chosen) = (&props.face, props.view.country);
            let (Pointed::Passing(country) | Pointed::Reached(country)) = pointed;
            face.pointed.set(country);
            // On the way from the map to the card of what was chosen, the card stays.
            let is_told = matches!(pointed, Pointed::Reached(_)) || country.or(chosen) == active.or(chosen);
            if is_told && !face.is_held() {
                face.rest();
                return;
            }
            // What lies between two countries/regions is told when the pointer rests there.
            if country.is_some() || face.is_held() {
                face.write(words, &shown(props), chosen);
            }
            face.rest_soon();
        }
    });
    let deps = (Rc::clone(&props.picture), props.view.country, props.is_passing);
    use_effect_with(deps, move |(.., is_passing)| {
        let latest = latest.borrow();
        let (words, props, _) = &*latest;
        if *is_passing || props.passage.year().is_some() {
            props.face.hold(words, &shown(props), props.view.country);
        } else {
            props.face.let_go();
        }
    });
    on_point
}

/// The numbers of the year that passes, else those of the choice.
fn shown(props: &Props) -> Rc<Picture> {
    props.passage.picture().unwrap_or_else(|| Rc::clone(&props.picture))
}
