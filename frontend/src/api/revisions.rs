//! One number a feature: a write raises it, and the mounted queries of that feature ask again.

use std::rc::Rc;

use shared::api::Feature;
use yew::{ContextProvider, Html, Properties, Reducible, UseReducerDispatcher, component, hook, html};
use yew::{use_context, use_reducer};

use super::cache;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Numbers([u32; Feature::ALL.len()]);

impl Reducible for Numbers {
    type Action = Feature;

    fn reduce(self: Rc<Self>, feature: Feature) -> Rc<Self> {
        let mut next = *self;
        for (known, number) in Feature::ALL.into_iter().zip(&mut next.0) {
            *number += u32::from(known == feature);
        }
        Rc::new(next)
    }
}

/// The present revisions, and how to raise one.
#[derive(Clone)]
pub struct Revisions {
    numbers: Numbers,
    dispatcher: Option<UseReducerDispatcher<Numbers>>,
}

impl PartialEq for Revisions {
    fn eq(&self, other: &Self) -> bool {
        self.numbers == other.numbers
    }
}

impl Revisions {
    /// The present number of a feature.
    pub fn of(&self, feature: Feature) -> u32 {
        let mut pairs = Feature::ALL.into_iter().zip(self.numbers.0);
        pairs
            .find(|(known, _)| *known == feature)
            .map_or(0, |(_, number)| number)
    }

    /// Makes the mounted queries of a feature ask again.
    pub fn bump(&self, feature: Feature) {
        cache::clear();
        if let Some(dispatcher) = &self.dispatcher {
            dispatcher.dispatch(feature);
        }
    }
}

#[derive(Properties, PartialEq)]
pub struct Props {
    /// Everything that asks the server.
    pub children: Html,
}

/// Keeps the revisions.
#[component]
pub fn RevisionsProvider(props: &Props) -> Html {
    let numbers = use_reducer(Numbers::default);
    let context = Revisions {
        numbers: *numbers,
        dispatcher: Some(numbers.dispatcher()),
    };
    html! { <ContextProvider<Revisions> {context}>{ props.children.clone() }</ContextProvider<Revisions>> }
}

/// The revisions; frozen where nobody provides any.
#[hook]
pub fn use_revisions() -> Revisions {
    use_context().unwrap_or(Revisions {
        numbers: Numbers::default(),
        dispatcher: None,
    })
}
