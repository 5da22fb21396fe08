//! The present view of the map and the ways to change it. While a hand moves, the drawing is only stretched; it is
//! drawn anew when the hand rests.

use std::cell::RefCell;
use std::rc::Rc;

use shared::fields::CountryCode;
use yew::NodeRef;

use super::atlas::Atlas;
use super::viewport::Viewport;
use crate::browser::gestures::Hit;
use crate::browser::shapes;

/// Pixels around the middle of a dot that belong to it.
const TOUCH: f64 = 12.0;

/// Where one looks, and for which scale the drawing was last drawn.
#[derive(Clone, Copy, Debug)]
pub(super) struct View {
    viewport: Viewport,
    drawn: f64,
    is_near: bool,
}

impl Default for View {
    fn default() -> Self {
        Self {
            viewport: Viewport::default(),
            drawn: 1.0,
            is_near: false,
        }
    }
}

/// The view and what it looks at; lengths are in widths of the frame.
#[derive(Clone)]
pub(super) struct Looking {
    pub(super) view: Rc<RefCell<View>>,
    pub(super) drawing: NodeRef,
    pub(super) atlas: Rc<Atlas>,
}

impl Looking {
    pub(super) fn frame(&self) -> (f64, f64) {
        let (width, height) = self.atlas.size;
        (1.0, f64::from(height) / f64::from(width.max(1)))
    }

    /// Changes the view. While a hand moves, the drawing is only stretched; it is drawn anew when the hand rests.
    pub(super) fn change(&self, rests: bool, next: impl FnOnce(Viewport) -> Viewport) {
        let mut view = self.view.borrow_mut();
        let viewport = next(view.viewport);
        view.viewport = viewport;
        if rests {
            view.drawn = viewport.scale;
        }
        let frame = self.frame();
        let shift = (viewport.x / view.drawn, viewport.y / view.drawn / frame.1);
        // In every frame of a moving hand only what has changed: nothing but the shift.
        shapes::shift(&self.drawing, shift, viewport.scale / view.drawn);
        let is_near = viewport.scale > 1.0;
        if is_near != view.is_near {
            view.is_near = is_near;
            shapes::set_near(&self.drawing, is_near);
        }
        if rests {
            shapes::resize(&self.drawing, view.drawn);
            shapes::scale_stripes(&self.drawing, f64::from(self.atlas.size.0));
        }
    }

    /// The country/region at a place on the frame. Found here and not by the browser, which would look through all 249
    /// shapes for every movement of the mouse.
    pub(super) fn country_at(&self, hit: &Hit) -> Option<CountryCode> {
        let view = self.view.borrow().viewport;
        let units = f64::from(self.atlas.size.0) / view.scale;
        let point = ((hit.at.0 - view.x) * units, (hit.at.1 - view.y) * units);
        self.atlas.country_at(point, TOUCH * hit.pixel * units)
    }

    pub(super) fn zoom(&self, factor: f64) {
        let frame = self.frame();
        self.change(true, |view| view.zoomed(factor, (frame.0 / 2.0, frame.1 / 2.0), frame));
    }

    pub(super) fn show(&self, country: CountryCode) {
        if let Some(land) = self.atlas.land(country) {
            self.change(true, |_| Viewport::showing(land.bounds, self.atlas.size, self.frame()));
        }
    }

    pub(super) fn keep_in_sight(&self, country: CountryCode) {
        if let Some(land) = self.atlas.land(country) {
            self.change(true, |view| view.with_in_sight(land.at, self.atlas.size, self.frame()));
        }
    }
}
