//! Pages and pieces whose code is not in the page's main module: it is fetched when they are first shown.
//!
//! `wasm_split` marks the borders; `cargo xtask` cuts the module along them (`xtask/src/page/split.rs`). A part holds
//! what nothing else uses: its components, their hooks and the types they decode.

use shared::ids::{EventId, MemberId};
use shared::words::Text;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use yew::{Callback, ContextProvider, Html, Properties, component, hook, html};
use yew::{use_effect_with, use_state, use_state_eq};

use super::check_in::CheckInPage;
use super::event::EventPage;
use super::events::EventsPage;
use super::later::{Later, use_later};
use super::map::MapPage;
use super::next_events::NextEvents;
use super::not_found::NotFoundPage;
use super::organiser::{NewEventPage, OrganiserEventPage, OrganiserPage};
use super::outbox::OutboxPage;
use super::own_profile::OwnProfilePage;
use super::profile::ProfilePage;
use super::sign_in::SignInPage;
use super::ticket::TicketPage;
use crate::browser::spawn;
use crate::features::map::{DrawTiles, Numbers, NumbersProps, Tiles};
use crate::ui::{SkeletonShape, problem_panel, skeleton};
use crate::words::{Words, use_words};

/// A part of the page by what it shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Somebody's profile.
    Profile(MemberId),
    /// One's own profile with its form.
    OwnProfile,
    /// The world map.
    Map,
    /// The events.
    Events,
    /// One event.
    Event(EventId),
    /// The next events, on the start page.
    NextEvents,
    /// One's own ticket for an event.
    Ticket(EventId),
    /// The door of an event.
    CheckIn(EventId),
    /// The events that one organises.
    Organiser,
    /// Beginning an event.
    NewEvent,
    /// An event as its organiser has it.
    OrganiserEvent(EventId),
    /// The outbox of the demonstration.
    Outbox,
    /// Signing in.
    SignIn,
    /// That there is no such page.
    NotFound,
    /// The map's table, charts and notes.
    Numbers,
    /// The map as tiles.
    Tiles,
}

/// What draws a part that has arrived.
#[derive(Clone, Copy)]
pub(super) enum Draw {
    Page(fn() -> Html),
    Profile(fn(MemberId) -> Html),
    Event(fn(EventId) -> Html),
    Numbers(fn(NumbersProps) -> Html),
    Tiles(DrawTiles),
}

type Arrival = Result<Draw, SplitLoaderError>;

#[wasm_split(profile, fallible)]
fn profile() -> Arrival {
    Ok(Draw::Profile(|id| html! { <ProfilePage {id} /> }))
}

#[wasm_split(own, fallible)]
fn own_profile() -> Arrival {
    Ok(Draw::Page(|| html! { <OwnProfilePage /> }))
}

#[wasm_split(map, fallible)]
fn map() -> Arrival {
    Ok(Draw::Page(|| html! { <MapPage /> }))
}

#[wasm_split(events, fallible)]
fn events() -> Arrival {
    Ok(Draw::Page(|| html! { <EventsPage /> }))
}

#[wasm_split(event, fallible)]
fn event() -> Arrival {
    Ok(Draw::Event(|event| html! { <EventPage {event} /> }))
}

#[wasm_split(next, fallible)]
fn next_events() -> Arrival {
    Ok(Draw::Page(|| html! { <NextEvents /> }))
}

// What works without network is one part.
#[wasm_split(door, fallible)]
fn ticket() -> Arrival {
    Ok(Draw::Event(|event| html! { <TicketPage {event} /> }))
}

#[wasm_split(door, fallible)]
fn check_in() -> Arrival {
    Ok(Draw::Event(|event| html! { <CheckInPage {event} /> }))
}

// Whoever sees the list goes on to one of them: the small pages come with the large one.
#[wasm_split(organiser, fallible)]
fn organiser() -> Arrival {
    Ok(Draw::Page(|| html! { <OrganiserPage /> }))
}

#[wasm_split(organiser, fallible)]
fn new_event() -> Arrival {
    Ok(Draw::Page(|| html! { <NewEventPage /> }))
}

#[wasm_split(organiser, fallible)]
fn organiser_event() -> Arrival {
    Ok(Draw::Event(|id| html! { <OrganiserEventPage {id} /> }))
}

#[wasm_split(outbox, fallible)]
fn outbox() -> Arrival {
    Ok(Draw::Page(|| html! { <OutboxPage /> }))
}

// Two small pages that few visits need: one border is enough for them.
#[wasm_split(doors, fallible)]
fn sign_in() -> Arrival {
    Ok(Draw::Page(|| html! { <SignInPage /> }))
}

#[wasm_split(doors, fallible)]
fn not_found() -> Arrival {
    Ok(Draw::Page(|| html! { <NotFoundPage /> }))
}

#[wasm_split(numbers, fallible)]
fn numbers() -> Arrival {
    Ok(Draw::Numbers(|props| html! { <Numbers ..props /> }))
}

#[wasm_split(numbers, fallible)]
fn tiles() -> Arrival {
    Ok(Draw::Tiles(DrawTiles(|props| html! { <Tiles ..props /> })))
}

impl Part {
    /// Whether it needs words and looks that are not in the page's main files.
    const fn has_later_words(self) -> bool {
        match self {
            Self::Events | Self::Event(_) | Self::NextEvents | Self::Ticket(_) | Self::CheckIn(_) => true,
            Self::Organiser | Self::NewEvent | Self::OrganiserEvent(_) | Self::Outbox => true,
            Self::Profile(_) | Self::OwnProfile | Self::Map | Self::SignIn | Self::NotFound => false,
            Self::Numbers | Self::Tiles => false,
        }
    }

    async fn fetch(self) -> Arrival {
        match self {
            Self::Profile(_) => profile().await,
            Self::OwnProfile => own_profile().await,
            Self::Map => map().await,
            Self::Events => events().await,
            Self::Event(_) => event().await,
            Self::NextEvents => next_events().await,
            Self::Ticket(_) => ticket().await,
            Self::CheckIn(_) => check_in().await,
            Self::Organiser => organiser().await,
            Self::NewEvent => new_event().await,
            Self::OrganiserEvent(_) => organiser_event().await,
            Self::Outbox => outbox().await,
            Self::SignIn => sign_in().await,
            Self::NotFound => not_found().await,
            Self::Numbers => numbers().await,
            Self::Tiles => tiles().await,
        }
    }
}

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
    let later = use_later(&words, props.part.has_later_words(), arriving.attempt);
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

fn missing(words: &Words, retry: &Callback<()>) -> Html {
    problem_panel(words, &Text::new("failure.offline"), None, retry)
}
