//! A year that passes, past Yew: its colours and its name are there in the next frame. What else can be said about it follows
//! in frames of its own, because together they would take longer than one; the rest of the page when the years rest.

use std::cell::RefCell;
use std::rc::Rc;

use shared::fields::FiscalYear;
use yew::NodeRef;

use super::colours::Brush;
use super::picture::Picture;
use super::year_bar::{place_of, said};
use crate::browser::dom;
use crate::browser::timing::{self, Timeout};
use crate::words::Words;

/// Milliseconds until the next step follows, unless another year does.
pub(super) const LATER_MS: u32 = 30;

/// Marks the button while the years are played.
pub(super) const PLAYING: &str = "data-playing";

/// Something that shows more of a year, in a frame of its own.
pub type Step = Box<dyn FnOnce()>;

/// What shows a year at once.
#[derive(Clone, Default)]
pub struct Passage {
    pub(super) brush: Brush,
    /// The name of the year.
    pub(super) now: NodeRef,
    pub(super) slider: NodeRef,
    /// The button that plays the years.
    pub(super) button: NodeRef,
    passing: Rc<RefCell<Passing>>,
}

#[derive(Default)]
struct Passing {
    /// The next step; dropping it ends the wait.
    later: Option<Timeout>,
    /// Goes on to the next year; nothing when none are played.
    play: Option<Timeout>,
    /// The year that is named.
    named: Option<Option<FiscalYear>>,
    shown: Option<(Option<FiscalYear>, Rc<Picture>)>,
}

impl PartialEq for Passage {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.passing, &other.passing)
    }
}

impl Passage {
    /// Shows a year, and has the steps follow.
    pub fn show(&self, words: &Words, year: Option<FiscalYear>, picture: Rc<Picture>, steps: Vec<Step>) {
        self.brush.paint(&picture);
        self.name(words, year);
        self.passing.borrow_mut().shown = Some((year, picture));
        self.follow(steps.into_iter());
    }

    fn follow(&self, mut steps: impl Iterator<Item = Step> + 'static) {
        let later = steps.next().map(|step| {
            let passage = self.clone();
            timing::after(LATER_MS, move || {
                step();
                passage.follow(steps);
            })
        });
        self.passing.borrow_mut().later = later;
    }

    /// Moves the slider to a year, and names it.
    pub(super) fn point(&self, words: &Words, year: Option<FiscalYear>) {
        dom::set_value(&self.slider, &place_of(year).to_string());
        self.name(words, year);
    }

    fn name(&self, words: &Words, year: Option<FiscalYear>) {
        if self.passing.borrow_mut().named.replace(year) == Some(year) {
            return;
        }
        let name = said(words, year);
        dom::write(&self.now, &name);
        dom::set(&self.slider, "aria-valuetext", &name);
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

    /// Whether the years are played.
    pub(super) fn is_playing(&self) -> bool {
        self.passing.borrow().play.is_some()
    }

    /// Goes on playing: what is to happen, after so many milliseconds.
    pub(super) fn play(&self, after: u32, next: impl FnOnce() + 'static) {
        let next = timing::after(after, next);
        self.passing.borrow_mut().play = Some(next);
    }

    /// No year passes any more.
    pub fn stop(&self) {
        if self.is_playing() {
            dom::mark(&self.button, PLAYING, false);
        }
        drop(self.passing.take());
    }
}
