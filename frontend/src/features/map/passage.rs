//! A year that passes, past Yew: colours, its name and its number are there in the next frame. Everything else follows
//! in two frames of its own, because together they would take longer than one.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use shared::fields::{CountryCode, FiscalYear};
use yew::NodeRef;

use super::colours::Brush;
use super::face::Face;
use super::picture::Picture;
use super::year_bar::{place_of, said};
use crate::browser::dom;
use crate::words::Words;

/// Milliseconds until the rest follows, unless another year does.
pub(super) const LATER_MS: u32 = 50;

/// What shows a year at once.
#[derive(Clone, Default)]
pub struct Passage {
    pub(super) brush: Brush,
    pub(super) face: Face,
    /// The name of the year.
    pub(super) now: NodeRef,
    pub(super) slider: NodeRef,
    later: Rc<RefCell<Option<Timeout>>>,
}

impl PartialEq for Passage {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.later, &other.later)
    }
}

impl Passage {
    /// Shows a year, and has the rest follow.
    pub fn show(
        &self,
        words: &Words,
        year: Option<FiscalYear>,
        country: Option<CountryCode>,
        picture: &Picture,
        rest: impl FnOnce() + 'static,
    ) {
        self.brush.paint(picture);
        dom::write(&self.now, &said(words, year));
        dom::set_value(&self.slider, &place_of(year).to_string());
        self.face.write(words, picture, country);
        self.later.replace(Some(Timeout::new(LATER_MS, rest)));
    }

    /// Nothing follows any more.
    pub fn stop(&self) {
        drop(self.later.take());
    }
}
