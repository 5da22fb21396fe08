//! A year that passes, past Yew: its colours and its name are there in the next frame. What else can be said about it follows
//! in a frame of its own, because together they would take longer than one; the rest of the page when the years rest.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use shared::fields::FiscalYear;
use yew::NodeRef;

use super::colours::Brush;
use super::picture::Picture;
use super::year_bar::said;
use crate::browser::dom;
use crate::words::Words;

/// Milliseconds until the rest follows, unless another year does.
pub(super) const LATER_MS: u32 = 50;

/// What shows a year at once.
#[derive(Clone, Default)]
pub struct Passage {
    pub(super) brush: Brush,
    /// The name of the year.
    pub(super) now: NodeRef,
    pub(super) slider: NodeRef,
    passing: Rc<RefCell<Passing>>,
}

#[derive(Default)]
struct Passing {
    #[expect(dead_code, reason = "dropping it ends the wait")]
    later: Option<Timeout>,
    shown: Option<(Option<FiscalYear>, Rc<Picture>)>,
}

impl PartialEq for Passage {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.passing, &other.passing)
    }
}

impl Passage {
    /// Shows a year, and has the rest follow.
    pub fn show(&self, words: &Words, year: Option<FiscalYear>, picture: Rc<Picture>, rest: impl FnOnce() + 'static) {
        self.brush.paint(&picture);
        let name = said(words, year);
        dom::write(&self.now, &name);
        dom::set(&self.slider, "aria-valuetext", &name);
        self.passing.replace(Passing {
            later: Some(Timeout::new(LATER_MS, rest)),
            shown: Some((year, picture)),
        });
    }

    /// The year that passes.
    pub fn year(&self) -> Option<Option<FiscalYear>> {
        self.passing.borrow().shown.as_ref().map(|(year, _)| *year)
    }

    /// Its picture.
    pub(super) fn picture(&self) -> Option<Rc<Picture>> {
        self.passing
            .borrow()
            .shown
            .as_ref()
            .map(|(_, picture)| Rc::clone(picture))
    }

    /// No year passes any more.
    pub fn stop(&self) {
        drop(self.passing.take());
    }
}
