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
use crate::ui::{SkeletonShape, skeleton};
use crate::words::{Words, use_words};

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What was chosen.
    pub view: Rc<MapView>,
    /// The shapes.
    pub atlas: Rc<Atlas>,
    /// The numbers.
    pub picture: Rc<Picture>,
    /// Whether they are about to change again, because the years are passing.
    pub is_passing: bool,
    /// What shows them at once.
    pub passage: Passage,
    /// All published figures.
    pub list: Rc<FigureList>,
    /// Members by country/region, where they are known.
    pub members: Option<Rc<MapMembers>>,
    /// What draws the tiles, where they are wanted and have arrived.
    pub tiles: Option<DrawTiles>,
    /// The slider of years.
    pub years: Html,
    /// Called when a country/region is chosen; with nothing when the choice is given up.
    pub on_choose: Callback<Option<CountryCode>>,
}

/// The stage.
#[component]
pub fn Stage(props: &Props) -> Html {
    let words = use_words();
    let only = use_state_eq(Only::default);
    let on_only = use_callback(only.setter(), |next, only| only.set(next));
    let spot = use_spot(&words, props);
    let country = spot.active.or(props.view.country);
    let (view, picture) = spot.rested;
    let heard = country.map_or_else(AttrValue::default, |country| said::line(&words, &picture, country));
    html! {
        <div class="stage">
            <div class="stage-drawing" data-only={only.code()}>
                { drawn(&words, props, &spot.on_point) }
                <Legend
                    layer={props.picture.layer}
                    has_fiction={props.picture.has_fiction()}
                    only={*only}
                    {on_only}
                />
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
                    face={spot.face}
                    on_choose={props.on_choose.clone()}
                />
            </div>
            <p class="stage-line" role="status">{ heard }</p>
        </div>
    }
}

/// The world or its tiles.
fn drawn(words: &Words, props: &Props, on_point: &Callback<Pointed>) -> Html {
    match (props.view.form, props.tiles) {
        (MapForm::World, _) => html! {
            <WorldMap
                atlas={Rc::clone(&props.atlas)}
                picture={Rc::clone(&props.picture)}
                brush={props.passage.brush.clone()}
                chosen={props.view.country}
                on_point={on_point.clone()}
                on_choose={props.on_choose.clone()}
            />
        },
        (MapForm::Tiles, Some(DrawTiles(draw))) => draw(TilesProps {
            atlas: Rc::clone(&props.atlas),
            picture: Rc::clone(&props.picture),
            chosen: props.view.country,
            on_point: on_point.clone(),
            on_choose: props.on_choose.clone(),
        }),
        (MapForm::Tiles, None) => skeleton(words, SkeletonShape::Text, 6),
    }
}

/// What the card tells of.
struct Spot {
    face: Face,
    /// What was pointed at when the pointer last rested.
    active: Option<CountryCode>,
    /// What was chosen and its numbers, as when the years last rested.
    rested: (Rc<MapView>, Rc<Picture>),
    on_point: Callback<Pointed>,
}

/// What passes now, and what it is told with.
struct Passing {
    country: Option<CountryCode>,
    /// What the whole card tells of.
    told: Option<CountryCode>,
    words: Words,
    props: Props,
}

/// Follows pointer and years: what passes is told by the card's face, what rests by the whole card.
#[hook]
fn use_spot(words: &Words, props: &Props) -> Spot {
    let active = use_state_eq(|| None::<CountryCode>);
    let rested = use_state_eq(|| (Rc::clone(&props.view), Rc::clone(&props.picture)));
    let face = props.passage.face.clone();
    let passing = use_mut_ref(|| Passing {
        country: None,
        told: None,
        words: words.clone(),
        props: props.clone(),
    });
    {
        let mut passing = passing.borrow_mut();
        passing.told = active.or(props.view.country);
        passing.words = words.clone();
        passing.props = props.clone();
    }
    let settle = {
        let (passing, active, rested) = (Rc::clone(&passing), active.setter(), rested.setter());
        move || {
            let passing = passing.borrow();
            active.set(passing.country);
            let props = &passing.props;
            rested.set((Rc::clone(&props.view), Rc::clone(&props.picture)));
        }
    };
    let pass = {
        let (face, settle, passing) = (face.clone(), settle.clone(), Rc::clone(&passing));
        move || {
            let Passing {
                country, words, props, ..
            } = &*passing.borrow();
            face.pass(words, &props.picture, country.or(props.view.country), settle.clone());
        }
    };
    let on_point = use_callback((), {
        let (face, pass) = (face.clone(), pass.clone());
        move |pointed: Pointed, ()| match pointed {
            Pointed::Reached(country) => {
                passing.borrow_mut().country = country;
                face.rest(&settle);
            }
            Pointed::Passing(country) => {
                let is_told = {
                    let mut passing = passing.borrow_mut();
                    passing.country = country;
                    country.or(passing.props.view.country) == passing.told
                };
                // On the way from the map to the card of what was chosen, the card stays.
                if is_told {
                    face.rest(&settle);
                } else {
                    pass();
                }
            }
        }
    });
    use_effect_with((Rc::clone(&props.picture), props.is_passing), move |(_, is_passing)| {
        if *is_passing {
            pass();
        }
    });
    let now = || (Rc::clone(&props.view), Rc::clone(&props.picture));
    Spot {
        active: *active,
        rested: if props.is_passing { (*rested).clone() } else { now() },
        face,
        on_point,
    }
}
