//! What the card says at once, past Yew, while the pointer moves or the years go by: name and number, in front of the
//! whole card. That follows as soon as they rest, because drawing all of it takes longer than a frame.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use shared::fields::CountryCode;
use yew::{Html, NodeRef, html};

use super::picture::Picture;
use super::said;
use crate::browser::dom;
use crate::browser::timing::{self, Timeout};
use crate::words::Words;

/// Milliseconds without a change that are a rest.
const REST_MS: u32 = 120;

/// The first lines of a card.
#[derive(Clone, Default)]
pub struct Face {
    card: NodeRef,
    name: NodeRef,
    number: NodeRef,
    /// The line under the map.
    pub(super) line: NodeRef,
    /// What is pointed at.
    pub(super) pointed: Rc<Cell<Option<CountryCode>>>,
    state: Rc<RefCell<State>>,
}

#[derive(Default)]
struct State {
    rest: Option<Timeout>,
    /// Whether it stays in front for as long as the years pass.
    is_held: bool,
    on_rest: Option<Rc<dyn Fn()>>,
}

impl PartialEq for Face {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
    }
}

impl Face {
    /// The card itself.
    pub(super) fn card(&self) -> NodeRef {
        self.card.clone()
    }

    /// The two lines. Those who hear the page are told by the line under the map.
    pub(super) fn lines(&self) -> Html {
        html! {
            <div class="map-card-face" aria-hidden="true">
                <p class="map-card-face-name" ref={self.name.clone()}></p>
                <p class="map-card-face-number" ref={self.number.clone()}></p>
            </div>
        }
    }

    /// Shows the face in front of the card: of what is pointed at, else of what was chosen.
    pub(super) fn write(&self, words: &Words, picture: &Picture, chosen: Option<CountryCode>) {
        let (name, number) = match self.pointed.get().or(chosen) {
            Some(country) => (words.region(country), said::number_of(words, picture, country)),
            None => (words.t("map.everywhere"), said::number_of_all(words, picture)),
        };
        dom::write(&self.name, &name);
        dom::write(&self.number, &number);
        dom::mark(&self.card, "data-passing", true);
    }

    /// Rests when nothing has passed for a while.
    pub(super) fn rest_soon(&self) {
        let face = self.clone();
        let rest = timing::after(REST_MS, move || face.rest());
        self.state.borrow_mut().rest = Some(rest);
    }

    /// Shows the card, unless the years pass, after the callback was told.
    pub(super) fn rest(&self) {
        if self.is_held() {
            return;
        }
        let on_rest = self.state.borrow().on_rest.clone();
        if let Some(on_rest) = on_rest {
            on_rest();
        }
        dom::mark(&self.card, "data-passing", false);
        self.state.borrow_mut().rest = None;
    }

    /// What is called at each rest.
    pub(super) fn on_rest(&self, callback: impl Fn() + 'static) {
        self.state.borrow_mut().on_rest = Some(Rc::new(callback));
    }

    /// A year passes: nothing rests until [`let_go`](Self::let_go).
    pub fn keep(&self) {
        self.state.borrow_mut().is_held = true;
    }

    /// A year passes: the face stays in front until [`let_go`](Self::let_go), and the line says its number.
    pub fn hold(&self, words: &Words, picture: &Picture, chosen: Option<CountryCode>) {
        self.keep();
        self.write(words, picture, chosen);
        if let Some(country) = self.pointed.get().or(chosen) {
            dom::write(&self.line, &said::line(words, picture, country));
        }
    }

    /// No year passes any more.
    pub fn let_go(&self) {
        self.state.borrow_mut().is_held = false;
        self.rest();
    }

    /// Whether the years pass.
    pub(super) fn is_held(&self) -> bool {
        self.state.borrow().is_held
    }
}
