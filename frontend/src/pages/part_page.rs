//! A part on the screen: a skeleton until it is here, a way to try again when it could not be had.

use shared::words::Text;
use yew::{Callback, ContextProvider, Html, Properties, component, hook, html};
use yew::{use_effect_with, use_state, use_state_eq};

use super::later::{Later, use_later};
use super::parts::{Draw, Part};
use crate::browser::spawn;
use crate::ui::{SkeletonShape, problem_panel, skeleton};
use crate::words::{Words, use_words};

/// A part as far as it is here: nothing yet, what draws it, or that it could not be had.
#[derive(Clone)]
pub(super) struct Arriving {
    pub(super) draw: Option<Draw>,
    pub(super) is_missing: bool,
    pub(super) attempt: u32,
    pub(super) retry: Callback<()>,
}

/// Fetches a part; `None` fetches nothing.
#[hook]
pub(super) fn use_part(part: Option<Part>) -> Arriving {
    let arrived = use_state(|| None::<(Part, Option<Draw>)>);
    let attempt = use_state_eq(|| 0_u32);
    let setter = arrived.setter();
    use_effect_with((part, *attempt), move |(part, _)| {
        if let Some(part) = *part {
            spawn(async move { setter.set(Some((part, part.fetch().await.ok()))) });
        }
    });
    let here = arrived.filter(|(arrived, _)| Some(*arrived) == part);
    Arriving {
        draw: here.and_then(|(_, draw)| draw),
        is_missing: here.is_some_and(|(_, draw)| draw.is_none()),
        attempt: *attempt,
        retry: Callback::from(move |()| attempt.set(*attempt + 1)),
    }
}

#[derive(Properties, PartialEq)]
pub struct Props {
    /// What to show.
    pub part: Part,
}

/// A page that is a part: a skeleton until it is here, a way to try again when it could not be had.
#[component]
pub fn PartPage(props: &Props) -> Html {
    let words = use_words();
    let arriving = use_part(Some(props.part));
    let later = use_later(&words, props.part.needs(), arriving.attempt);
    let page = match (arriving.draw, props.part) {
        (Some(Draw::Page(draw)), _) => Some(draw()),
        (Some(Draw::Profile(draw)), Part::Profile(id)) => Some(draw(id)),
        (Some(Draw::Event(draw)), Part::Event(id) | Part::Ticket(id) | Part::CheckIn(id)) => Some(draw(id)),
        (Some(Draw::Event(draw)), Part::OrganiserEvent(id)) => Some(draw(id)),
        _ => None,
    };
    match (page, later) {
        (Some(page), Later::Here(words)) => {
            html! { <ContextProvider<Words> context={words}>{ page }</ContextProvider<Words>> }
        }
        (None, _) if arriving.is_missing => missing(&words, &arriving.retry),
        (_, Later::Missing) => missing(&words, &arriving.retry),
        _ => skeleton(&words, SkeletonShape::Text, 4),
    }
}

/// That a part could not be had, with the way to try again.
pub(super) fn missing(words: &Words, retry: &Callback<()>) -> Html {
    problem_panel(words, &Text::new("failure.offline"), None, retry)
}
