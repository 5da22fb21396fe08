//! The drawing itself: drawn once for an atlas. Colours are set on its elements afterwards (`colours.rs`), because
//! comparing 249 paths in every frame of a playing map would take longer than the frame.

use std::rc::Rc;

use yew::{AttrValue, Html, Properties, component, html, use_memo};

use super::atlas::{Atlas, Land, Point};

#[derive(Clone, Properties)]
pub(super) struct Props {
    /// What to draw.
    pub atlas: Rc<Atlas>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.atlas, &other.atlas)
    }
}

/// All land: areas, and dots for what is too small to be seen or touched. One element with a `data-code` for each
/// country/region, in the order of [`in_order`].
#[component]
pub(super) fn Shapes(props: &Props) -> Html {
    let drawn = use_memo(Rc::as_ptr(&props.atlas).addr(), |_| {
        let lands = &props.atlas.lands;
        html! {
            <svg class="world-land" viewBox={props.atlas.view_box()}>
                { patterns() }
                <path class="land land--other" d={props.atlas.other.clone()} />
                { for in_order(lands).map(land) }
                { cover(lands) }
            </svg>
        }
    });
    (*drawn).clone()
}

/// Hatching for where there is no figure, stripes for fictional ones.
fn patterns() -> Html {
    let stripes = |step: u32| {
        let step = step.to_string();
        html! {
            <pattern id={["map-demo-", &step].concat()} width="7" height="7" patternUnits="userSpaceOnUse">
                <rect class={["map-demo-", &step].concat()} width="7" height="7" />
                <path class="map-demo-line" d="M1.3,0v7" />
            </pattern>
        }
    };
    html! {
        <defs>
            <pattern id="map-hatch" width="8" height="8" patternUnits="userSpaceOnUse">
                <rect class="map-hatch-ground" width="8" height="8" />
                <path class="map-hatch-line" d="M.7,0v8" />
            </pattern>
            { for (1..=5).map(stripes) }
        </defs>
    }
}

/// The order of drawing: dots after areas, which would hide them.
pub(super) fn in_order(lands: &[Land]) -> impl Iterator<Item = &Land> {
    let of_kind = |is_dot: bool| lands.iter().filter(move |land| land.is_dot == is_dot);
    of_kind(false).chain(of_kind(true))
}

fn land(land: &Land) -> Html {
    let code = land.country.code();
    if !land.is_dot {
        return html! { <path class="land" data-code={code} data-shade="none" d={land.path.clone()} /> };
    }
    let spot = spot(land.at);
    html! {
        <g class="dot" data-code={code} data-shade="none">
            if !land.path.is_empty() {
                <path class="land" d={land.path.clone()} />
            }
            <path class="dot-hit" d={spot.clone()} />
            <path class="dot-spot" d={spot} />
        </g>
    }
}

/// Everything once more in two lines, hidden until all of it has one colour.
fn cover(lands: &[Land]) -> Html {
    let areas: Vec<&str> = lands.iter().map(|land| land.path.as_str()).collect();
    let dots: Vec<AttrValue> = lands
        .iter()
        .filter(|land| land.is_dot)
        .map(|land| spot(land.at))
        .collect();
    html! {
        <g class="cover">
            <path class="cover-areas" d={areas.concat()} />
            <path class="cover-dots" d={dots.concat()} />
        </g>
    }
}

/// A line of no length: with round ends and a width that does not grow with the map, it is a dot of constant size.
pub(super) fn spot(at: Point) -> AttrValue {
    AttrValue::from(["M", &at.0.to_string(), " ", &at.1.to_string(), "h0"].concat())
}
