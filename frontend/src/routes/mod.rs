//! Every page's path and title. The page keeps its own small router instead of yew-router: the address is the
//! state of a search, entries need numbers for scrolling back, and views stay plain links that need no context.

mod provider;
mod url_state;

pub use provider::{LocationContext, RoutesProvider, use_location};
pub use url_state::{UrlState, use_url_state};

use shared::ids::{EventId, MemberId};

/// A page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// What this is, and doors to what there is.
    Home,
    /// The search for people.
    Directory,
    /// Somebody's profile.
    Profile(MemberId),
    /// One's own profile.
    OwnProfile,
    /// One's own calendar, and which mails one gets.
    Notices,
    /// The world map of invitees.
    Map,
    /// The events.
    Events,
    /// One event.
    Event(EventId),
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
    /// No such page.
    NotFound,
}

impl Route {
    /// The page at a path.
    pub fn recognize(path: &str) -> Self {
        let mut segments = path.split('/').filter(|segment| !segment.is_empty());
        let place = (segments.next(), segments.next(), segments.next());
        match place {
            (None, ..) => Self::Home,
            (Some("directory"), None, _) => Self::Directory,
            (Some("members"), Some(id), None) => id.parse().map_or(Self::NotFound, Self::Profile),
            (Some("map"), None, _) => Self::Map,
            (Some("events"), None, _) => Self::Events,
            (Some("events"), Some(id), None) => id.parse().map_or(Self::NotFound, Self::Event),
            (Some("events"), Some(id), Some("ticket")) => id.parse().map_or(Self::NotFound, Self::Ticket),
            (Some("events"), Some(id), Some("door")) => id.parse().map_or(Self::NotFound, Self::CheckIn),
            (Some("me"), None, _) => Self::OwnProfile,
            (Some("me"), Some("notices"), None) => Self::Notices,
            (Some("organiser"), None, _) => Self::Organiser,
            (Some("organiser"), Some("new"), None) => Self::NewEvent,
            (Some("organiser"), Some("events"), Some(id)) => id.parse().map_or(Self::NotFound, Self::OrganiserEvent),
            (Some("outbox"), None, _) => Self::Outbox,
            (Some("sign-in"), None, _) => Self::SignIn,
            _ => Self::NotFound,
        }
    }

    /// The page's path.
    pub fn path(self) -> String {
        match self {
            Self::Home | Self::NotFound => "/".into(),
            Self::Directory => "/directory".into(),
            Self::Profile(id) => ["/members/", id.to_string().as_str()].concat(),
            Self::OwnProfile => "/me".into(),
            Self::Notices => "/me/notices".into(),
            Self::Map => "/map".into(),
            Self::Events => "/events".into(),
            Self::Event(id) => event(id, ""),
            Self::Ticket(id) => event(id, "/ticket"),
            Self::CheckIn(id) => event(id, "/door"),
            Self::Organiser => "/organiser".into(),
            Self::NewEvent => "/organiser/new".into(),
            Self::OrganiserEvent(id) => ["/organiser/events/", id.to_string().as_str()].concat(),
            Self::Outbox => "/outbox".into(),
            Self::SignIn => "/sign-in".into(),
        }
    }

    /// The path with a search in its query.
    pub fn with_query<T: serde::Serialize>(self, input: &T) -> String {
        self.at(&shared::api::to_query(input).unwrap_or_default())
    }

    /// The path with a query, which may be empty.
    pub fn at(self, query: &str) -> String {
        let path = self.path();
        if query.is_empty() {
            path
        } else {
            [path.as_str(), query].join("?")
        }
    }
}

/// A path below an event's.
fn event(id: EventId, rest: &str) -> String {
    ["/events/", id.to_string().as_str(), rest].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_path_leads_back_to_its_page() {
        let id: MemberId = "01890000-0000-7000-8000-000000000001".parse().unwrap();
        let event: EventId = "01890000-0000-7000-8000-000000000002".parse().unwrap();
        for route in [
            Route::Home,
            Route::Directory,
            Route::Profile(id),
            Route::OwnProfile,
            Route::Notices,
            Route::Map,
            Route::Events,
            Route::Event(event),
            Route::Ticket(event),
            Route::CheckIn(event),
            Route::Organiser,
            Route::NewEvent,
            Route::OrganiserEvent("01890000-0000-7000-8000-000000000002".parse().unwrap()),
            Route::Outbox,
            Route::SignIn,
        ] {
            assert_eq!(Route::recognize(&route.path()), route);
        }
    }

    #[test]
    fn unknown_paths_and_malformed_ids_are_not_found() {
        for path in ["/members/x", "/members", "/directory/more", "/me/you", "/events/more"] {
            assert_eq!(Route::recognize(path), Route::NotFound, "{path}");
        }
    }
}
