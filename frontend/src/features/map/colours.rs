//! Colours on the drawing, past Yew: only what differs from the last picture is touched. Where everything is zero, as
//! in the years without invitations, one cover is shown instead, because 249 changes do not fit into a frame.

use std::cell::RefCell;
use std::rc::Rc;

use yew::{NodeRef, hook, use_effect_with};

use super::atlas::Atlas;
use super::picture::Picture;
use super::shade::Shade;
use super::shapes::in_order;
use crate::browser::dom;
use crate::browser::shapes::Shades;

/// Colours a drawing.
#[derive(Clone, Default)]
pub(super) struct Brush {
    /// The drawing.
    pub(super) drawing: NodeRef,
    painted: Rc<RefCell<Option<Painted>>>,
}

impl PartialEq for Brush {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.painted, &other.painted)
    }
}

/// What the drawing shows at present; under a cover it keeps the colours it had.
struct Painted {
    atlas: Rc<Atlas>,
    elements: Shades,
    shades: Vec<&'static str>,
    is_covered: bool,
}

/// Gives the drawing, which was drawn with the first picture, the colours of each that follows.
#[hook]
pub(super) fn use_brush(brush: &Brush, atlas: &Rc<Atlas>, picture: &Rc<Picture>) {
    let (first, atlas, drawn) = (brush.clone(), Rc::clone(atlas), Rc::clone(picture));
    use_effect_with((), move |()| {
        first.painted.replace(Some(Painted {
            shades: shades(&atlas, &drawn).collect(),
            atlas,
            elements: Shades::of(&first.drawing),
            is_covered: false,
        }));
        move || drop(first.painted.take())
    });
    let brush = brush.clone();
    use_effect_with(Rc::clone(picture), move |picture| brush.paint(picture));
}

/// The shade of every element.
fn shades(atlas: &Atlas, picture: &Picture) -> impl Iterator<Item = &'static str> {
    in_order(&atlas.lands).map(|land| picture.shade(land.country).code())
}

impl Brush {
    /// Gives the drawing the colours of a picture.
    pub(super) fn paint(&self, picture: &Picture) {
        let mut painted = self.painted.borrow_mut();
        // Until the numbers are known, the colours stay as they are.
        let Some(now) = painted.as_mut().filter(|_| !picture.is_waiting()) else {
            return;
        };
        let wanted: Vec<&'static str> = shades(&now.atlas, picture).collect();
        let is_covered = wanted.iter().all(|shade| *shade == Shade::Zero.code());
        if is_covered != now.is_covered {
            now.is_covered = is_covered;
            dom::mark(&self.drawing, "data-covered", is_covered);
        }
        if is_covered {
            return;
        }
        for (place, (shade, wanted)) in now.shades.iter_mut().zip(wanted).enumerate() {
            if *shade != wanted {
                now.elements.set(place, wanted);
                *shade = wanted;
            }
        }
    }
}
