//! Pages and pieces whose code is not in the page's main module: it is fetched when they are first shown.
//!
//! `wasm_split` marks the borders; `cargo xtask` cuts the module along them (`xtask/src/page/split.rs`). A part holds
//! what nothing else uses: its components, their hooks and the types they decode.

use std::rc::Rc;

use shared::events::EventDraft;
use shared::ids::{EventId, MemberId};
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use yew::{Html, html};

use super::check_in::CheckInPage;
use super::event::EventPage;
use super::events::EventsPage;
use super::later::Needs;
use super::map::MapPage;
use super::next_events::NextEvents;
use super::not_found::NotFoundPage;
use super::organiser::{NewEventPage, OrganiserEventPage, OrganiserPage};
use super::outbox::OutboxPage;
use super::own::OwnPage;
use super::profile::ProfilePage;
use super::sign_in::SignInPage;
use super::ticket::TicketPage;
use crate::browser::style;
use crate::features::events::organising::Attendees;
use crate::features::map::{DrawTiles, Numbers, NumbersProps, Tiles};
use crate::words::WithOwn;

/// A part of the page by what it shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Somebody's profile.
    Profile(MemberId),
    /// What is one's own: the profile, or calendar and mails; the address says which.
    Own,
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
    /// Who comes to an event, as its organiser has it.
    Attendees,
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
    Attendees(fn(Rc<EventDraft>) -> Html),
}

/// Sentences of parts that are in their code.
const OF_DOORS: [&str; 2] = [
    include_str!("../../locales/doors/en.json"),
    include_str!("../../locales/doors/ja.json"),
];
const OF_NUMBERS: [&str; 2] = [
    include_str!("../../locales/numbers/en.json"),
    include_str!("../../locales/numbers/ja.json"),
];
/// The looks of the map's numbers and tiles.
const NUMBERS: &str = "club-numbers-styles";

type Arrival = Result<Draw, SplitLoaderError>;

#[wasm_split(profile, fallible)]
fn profile() -> Arrival {
    Ok(Draw::Profile(|id| html! { <ProfilePage {id} /> }))
}

#[wasm_split(own, fallible)]
fn own() -> Arrival {
    Ok(Draw::Page(|| html! { <OwnPage /> }))
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

#[wasm_split(events, fallible)]
fn next_events() -> Arrival {
    Ok(Draw::Page(|| html! { <NextEvents /> }))
}

// What works without network is one part.
#[wasm_split(event, fallible)]
fn ticket() -> Arrival {
    Ok(Draw::Event(|event| html! { <TicketPage {event} /> }))
}

#[wasm_split(event, fallible)]
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

// The other side of the editor, which is needed weeks later.
#[wasm_split(attendees, fallible)]
fn attendees() -> Arrival {
    Ok(Draw::Attendees(|draft| html! { <Attendees {draft} /> }))
}

#[wasm_split(event, fallible)]
fn outbox() -> Arrival {
    Ok(Draw::Page(|| html! { <OutboxPage /> }))
}

// Two small pages that few visits need: one border is enough for them.
#[wasm_split(doors, fallible)]
fn sign_in() -> Arrival {
    Ok(Draw::Page(
        || html! { <WithOwn files={OF_DOORS}><SignInPage /></WithOwn> },
    ))
}

#[wasm_split(doors, fallible)]
fn not_found() -> Arrival {
    Ok(Draw::Page(
        || html! { <WithOwn files={OF_DOORS}><NotFoundPage /></WithOwn> },
    ))
}

#[wasm_split(numbers, fallible)]
fn numbers() -> Arrival {
    Ok(Draw::Numbers(
        |props| html! { <WithOwn files={OF_NUMBERS}><Numbers ..props /></WithOwn> },
    ))
}

#[wasm_split(numbers, fallible)]
fn tiles() -> Arrival {
    Ok(Draw::Tiles(DrawTiles(
        |props| html! { <WithOwn files={OF_NUMBERS}><Tiles ..props /></WithOwn> },
    )))
}

impl Part {
    /// What it needs besides its code.
    pub(super) const fn needs(self) -> Needs {
        match self {
            Self::Events | Self::Event(_) | Self::NextEvents | Self::Ticket(_) | Self::CheckIn(_) => {
                Needs::WordsAndStyles
            }
            Self::Organiser | Self::NewEvent | Self::OrganiserEvent(_) | Self::Outbox | Self::Own => {
                Needs::WordsAndStyles
            }
            Self::Map => Needs::MapStyles,
            // What they are shown in has brought everything.
            Self::Numbers | Self::Tiles | Self::Attendees => Needs::Nothing,
            Self::Profile(_) | Self::SignIn | Self::NotFound => Needs::Nothing,
        }
    }

    pub(super) async fn fetch(self) -> Arrival {
        match self {
            Self::Profile(_) => profile().await,
            Self::Own => own().await,
            Self::Map => map().await,
            Self::Events => events().await,
            Self::Event(_) => event().await,
            Self::NextEvents => next_events().await,
            Self::Ticket(_) => ticket().await,
            Self::CheckIn(_) => check_in().await,
            Self::Organiser => organiser().await,
            Self::NewEvent => new_event().await,
            Self::OrganiserEvent(_) => organiser_event().await,
            Self::Attendees => attendees().await,
            Self::Outbox => outbox().await,
            Self::SignIn => sign_in().await,
            Self::NotFound => not_found().await,
            Self::Numbers | Self::Tiles => {
                style::load(NUMBERS, &[]).await;
                if self == Self::Numbers {
                    numbers().await
                } else {
                    tiles().await
                }
            }
        }
    }
}
