//! The drawing itself: drawn once for an atlas. Colours are set on its elements afterwards (`use_shades`), because
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
/// country/region, in the order of the atlas.
#[component]
pub(super) fn Shapes(props: &Props) -> Html {
    let drawn = use_memo(Rc::as_ptr(&props.atlas).addr(), |_| {
        let lands = &props.atlas.lands;
        html! {
            <g>
                <path class="land land--other" d={props.atlas.other.clone()} />
                { for lands.iter().map(land) }
            </g>
        }
    });
    (*drawn).clone()
}

fn land(land: &Land) -> Html {
    let code = land.country.code();
    if !land.is_dot {
        return html! { <path class="land" data-code={code} data-shade="none" d={land.path.clone()} /> };
    }
    let spot = spot(land.at);
    html! {
        <g class="dot" data-code={code} data-shade="none">
            <path class="land" d={land.path.clone()} />
            <path class="dot-hit" d={spot.clone()} />
            <path class="dot-spot" d={spot} />
        </g>
    }
}

/// A line of no length: with round ends and a width that does not grow with the map, it is a dot of constant size.
pub(super) fn spot(at: Point) -> AttrValue {
    AttrValue::from(["M", &at.0.to_string(), " ", &at.1.to_string(), "h0"].concat())
}
