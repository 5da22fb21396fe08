//! Outlines of what is pointed at and of what was chosen, above the land.

use std::cell::RefCell;
use std::rc::Rc;

use shared::fields::CountryCode;
use yew::{AttrValue, Html, NodeRef, hook, html, use_effect_with};

use super::atlas::Atlas;
use super::land::Land;
use super::shapes::spot;
use crate::browser::shapes;
use crate::browser::timing::{self, Timeout};

/// Milliseconds until the outline follows, unless something else is pointed at.
const HALO_MS: u32 = 20;

/// The outline of what is pointed at, drawn past Yew, and in a frame of its own: what is said about it comes first.
#[derive(Clone)]
pub(super) struct Halo {
    pub(super) path: NodeRef,
    pub(super) around: Rc<RefCell<Option<CountryCode>>>,
    pub(super) later: Rc<RefCell<Option<Timeout>>>,
    /// Where the keyboard goes on from when nothing is pointed at or chosen.
    pub(super) here: Rc<RefCell<Option<CountryCode>>>,
    pub(super) atlas: Rc<Atlas>,
}

impl Halo {
    /// Draws it around something else; tells whether it is something else.
    pub(super) fn point(&self, country: Option<CountryCode>) -> bool {
        if self.around.replace(country) == country {
            return false;
        }
        let (path, atlas) = (self.path.clone(), Rc::clone(&self.atlas));
        let draw = timing::after(HALO_MS, move || {
            let land = country.and_then(|country| atlas.land(country));
            let is_dot = land.is_some_and(|land| land.is_dot);
            shapes::draw(&path, land.map(outline).as_deref(), is_dot);
        });
        self.later.replace(Some(draw));
        true
    }
}

/// Whatever was pointed at, and wherever it was chosen: a choice is told now.
#[hook]
pub(super) fn use_choice(halo: &Halo, chosen: Option<CountryCode>) {
    let halo = halo.clone();
    use_effect_with(chosen, move |chosen| {
        halo.point(None);
        if chosen.is_some() {
            halo.here.replace(*chosen);
        }
    });
}

/// What is drawn around a country/region.
fn outline(land: &Land) -> AttrValue {
    if land.is_dot { spot(land.at) } else { land.path.clone() }
}

/// The outline of what was chosen, above everything else.
pub(super) fn chosen_halo(atlas: &Atlas, country: CountryCode) -> Html {
    let Some(land) = atlas.land(country) else {
        return Html::default();
    };
    html! { <path class="halo halo--chosen" data-dot={land.is_dot.then_some("")} d={outline(land)} /> }
}
