//! Map or tiles with legend and card. What is pointed at is known here only, so that nothing else is drawn again
//! when the pointer moves.

use std::rc::Rc;

use shared::fields::CountryCode;
use shared::map::{FigureList, MapForm, MapMembers, MapView};
use yew::{AttrValue, Callback, Html, Properties, component, html, use_callback, use_state_eq};

use super::atlas::Atlas;
use super::card::{Told, card};
use super::legend::{Legend, Only};
use super::picture::Picture;
use super::said;
use super::tiles::{DrawTiles, TilesProps};
use super::world_map::WorldMap;
use crate::ui::{SkeletonShape, skeleton};
use crate::words::use_words;

#[derive(PartialEq, Properties)]
pub struct Props {
    /// What was chosen.
    pub view: Rc<MapView>,
    /// The shapes.
    pub atlas: Rc<Atlas>,
    /// The numbers.
    pub picture: Rc<Picture>,
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
    let active = use_state_eq(|| None::<CountryCode>);
    let only = use_state_eq(Only::default);
    let on_point = use_callback((), {
        let active = active.setter();
        move |country: Option<CountryCode>, ()| active.set(country)
    });
    let on_only = use_callback(only.setter(), |next, only| only.set(next));
    let chosen = props.view.country;
    let drawn = match props.view.form {
        MapForm::World => html! {
            <WorldMap
                atlas={Rc::clone(&props.atlas)}
                picture={Rc::clone(&props.picture)}
                active={*active}
                {chosen}
                {on_point}
                on_choose={props.on_choose.clone()}
            />
        },
        MapForm::Tiles => match props.tiles {
            Some(DrawTiles(draw)) => draw(TilesProps {
                atlas: Rc::clone(&props.atlas),
                picture: Rc::clone(&props.picture),
                active: *active,
                chosen,
                on_point,
                on_choose: props.on_choose.clone(),
            }),
            None => skeleton(&words, SkeletonShape::Text, 6),
        },
    };
    let told = Told {
        view: &props.view,
        picture: &props.picture,
        list: &props.list,
        members: props.members.as_deref(),
    };
    let heard = active.or(chosen).map_or_else(AttrValue::default, |country| {
        said::line(&words, &props.picture, country)
    });
    html! {
        <div class="stage">
            <div class="stage-drawing" data-only={only.code()}>
                { drawn }
                <Legend picture={Rc::clone(&props.picture)} only={*only} {on_only} />
                { props.years.clone() }
                <p class="map-keys" id="map-keys">{ words.t("map.keys") }</p>
            </div>
            <div class="stage-card">{ card(&words, told, active.or(chosen), &props.on_choose) }</div>
            <p class="stage-line" role="status">{ heard }</p>
        </div>
    }
}
