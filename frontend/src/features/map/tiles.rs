//! Every country/region the same size, by region: Palau is as visible as China. The same colours and the same
//! keyboard order as the map.

use std::rc::Rc;

use shared::fields::CountryCode;
use yew::{Callback, Html, KeyboardEvent, Properties, component, html};
use yew::{use_effect_with, use_node_ref, use_state_eq};

use super::atlas::{Atlas, Region};
use super::card::led;
use super::picture::Picture;
use super::said;
use super::world_map::Pointed;
use crate::browser::{dom, event};
use crate::ui::use_pointed;
use crate::words::{Words, use_words};

#[derive(Clone, PartialEq, Properties)]
pub struct TilesProps {
    /// The regions and their order.
    pub atlas: Rc<Atlas>,
    /// The colours.
    pub picture: Rc<Picture>,
    /// What was chosen.
    pub chosen: Option<CountryCode>,
    /// Called when something is pointed at.
    pub on_point: Callback<Pointed>,
    /// Called when something is chosen; with nothing when the choice is given up.
    pub on_choose: Callback<Option<CountryCode>>,
}

/// What draws the tiles, once their part has arrived.
#[derive(Clone, Copy)]
pub struct DrawTiles(pub fn(TilesProps) -> Html);

// There is only one.
impl PartialEq for DrawTiles {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// The tiles.
#[component]
pub fn Tiles(props: &TilesProps) -> Html {
    let words = use_words();
    let list = use_node_ref();
    let first = props.atlas.lands.first().map(|land| land.country);
    // Where the keyboard stands.
    let here = use_state_eq(|| None::<CountryCode>);
    let reached = here.or(props.chosen).or(first);
    // The keyboard goes on from where it was pressed.
    let setter = here.setter();
    use_effect_with(props.chosen, move |country| {
        if country.is_some() {
            setter.set(*country);
        }
    });
    let on_pointed = props.on_point.clone();
    use_pointed(&list, move |code| {
        on_pointed.emit(Pointed::Passing(code.and_then(|code| code.parse().ok())));
    });
    let onkeydown = {
        let (atlas, on_point, on_choose) = (Rc::clone(&props.atlas), props.on_point.clone(), props.on_choose.clone());
        move |key: KeyboardEvent| {
            if event::has_modifier(&key) {
                return;
            }
            let to = match key.key().as_str() {
                "ArrowRight" | "ArrowDown" => atlas.after(reached, 1),
                "ArrowLeft" | "ArrowUp" => atlas.after(reached, -1),
                "Home" => atlas.after(None, 1),
                "End" => atlas.after(None, -1),
                "Escape" => {
                    on_choose.emit(None);
                    return;
                }
                _ => return,
            };
            key.prevent_default();
            if let Some(country) = to {
                here.set(to);
                on_point.emit(Pointed::Reached(to));
                dom::focus(&id(country));
            }
        }
    };
    let region = |region: &Region| region_tiles(&words, props, region, reached);
    html! {
        <div class="tiles" ref={list.clone()} role="group" aria-label={words.t("map.label")} aria-describedby="map-keys" {onkeydown}>
            { for props.atlas.regions.iter().map(region) }
        </div>
    }
}

/// The id of a tile.
pub(super) fn id(country: CountryCode) -> String {
    ["tile-", country.code()].concat()
}

fn region_tiles(words: &Words, props: &TilesProps, region: &Region, reached: Option<CountryCode>) -> Html {
    let Region(_, subregion, countries) = region;
    let tile = |country: &CountryCode| {
        let country = *country;
        let onclick = led(&props.on_choose, country);
        html! {
            <button
                type="button"
                class="tile"
                id={id(country)}
                data-code={country.code()}
                data-shade={props.picture.shade(country).code()}
                tabindex={if Some(country) == reached { "0" } else { "-1" }}
                aria-pressed={if Some(country) == props.chosen { "true" } else { "false" }}
                {onclick}
            >
                <span class="visually-hidden">{ said::line(words, &props.picture, country) }</span>
                <span class="tile-code">{ country.code() }</span>
                <span class="tile-number">{ said::short(words, &props.picture, country) }</span>
            </button>
        }
    };
    html! {
        <section class="tiles-region">
            <h2>{ words.region_of_world(subregion) }</h2>
            <div class="tiles-grid">{ for countries.iter().map(tile) }</div>
        </section>
    }
}
