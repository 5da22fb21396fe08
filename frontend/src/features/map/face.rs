//! What the card says at once, past Yew, while the pointer moves or the years go by: name and number. The whole card
//! follows as soon as they rest, because drawing all of it takes longer than a frame.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use shared::fields::CountryCode;
use yew::{Html, NodeRef, html};

use super::picture::Picture;
use super::said;
use crate::browser::dom;
use crate::words::Words;

/// Milliseconds without a change that are a rest.
const REST_MS: u32 = 120;

/// The first lines of a card.
#[derive(Clone, Default)]
pub(super) struct Face {
    card: NodeRef,
    name: NodeRef,
    number: NodeRef,
    rest: Rc<RefCell<Option<Timeout>>>,
}

impl PartialEq for Face {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.rest, &other.rest)
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

    /// Shows the face in front of the card.
    pub(super) fn write(&self, words: &Words, picture: &Picture, country: Option<CountryCode>) {
        let (name, number) = match country {
            Some(country) => (words.region(country), said::number_of(words, picture, country)),
            None => (words.t("map.everywhere"), said::number_of_all(words, picture)),
        };
        dom::write(&self.name, &name);
        dom::write(&self.number, &number);
        dom::mark(&self.card, "data-passing", true);
    }

    /// The same; when nothing has passed for a while, calls back and shows the card.
    pub(super) fn pass(
        &self,
        words: &Words,
        picture: &Picture,
        country: Option<CountryCode>,
        on_rest: impl Fn() + 'static,
    ) {
        self.write(words, picture, country);
        let face = self.clone();
        let rest = Timeout::new(REST_MS, move || face.rest(&on_rest));
        self.rest.replace(Some(rest));
    }

    /// Calls back and shows the card.
    pub(super) fn rest(&self, on_rest: &dyn Fn()) {
        on_rest();
        dom::mark(&self.card, "data-passing", false);
        drop(self.rest.take());
    }
}
