//! The present location as a context, and the ways to change it.

use yew::{Callback, ContextProvider, Html, Properties, UseStateHandle, component, html};
use yew::{hook, use_context, use_effect_with, use_state};

use super::Route;
use crate::browser::history::{self, Location};
use crate::browser::scroll;

/// Where the page is, and how to go elsewhere.
#[derive(Clone, Debug, PartialEq)]
pub struct LocationContext {
    /// Path and query of the present entry.
    pub location: Location,
    /// The search that a link was followed from, as path and query; going back leads there.
    pub search: Option<String>,
    /// Goes to a path with query, as a new entry.
    pub push: Callback<String>,
    /// Changes the present entry.
    pub replace: Callback<String>,
}

impl LocationContext {
    /// The page at the present path.
    pub fn route(&self) -> Route {
        Route::recognize(&self.location.path)
    }
}

/// How the present location was reached, which decides where the page scrolls to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Arrival {
    /// A new page: from its top.
    NewPage,
    /// The same page with another query: the reader stays where they are.
    SamePage,
    /// Back or forward: where it was left.
    Travel,
}

#[derive(Clone, Debug, PartialEq)]
struct Here {
    location: Location,
    arrival: Arrival,
    search: Option<String>,
}

impl Here {
    fn start() -> Self {
        Self {
            location: history::location(),
            arrival: Arrival::NewPage,
            search: None,
        }
    }

    fn pushed(&self, url: &str) -> Self {
        let old = &self.location;
        if address(old) == url {
            return self.clone();
        }
        scroll::leave();
        let location = history::push(url);
        let arrival = if location.path == old.path {
            Arrival::SamePage
        } else {
            Arrival::NewPage
        };
        let is_list = matches!(Route::recognize(&old.path), Route::Directory | Route::Events);
        let is_search = is_list && arrival == Arrival::NewPage;
        Self {
            location,
            arrival,
            search: is_search.then(|| address(old)),
        }
    }

    fn replaced(&self, url: &str) -> Self {
        Self {
            location: history::replace(url, self.location.entry),
            ..self.clone()
        }
    }
}

fn address(location: &Location) -> String {
    if location.query.is_empty() {
        location.path.clone()
    } else {
        [location.path.as_str(), location.query.as_str()].join("?")
    }
}

#[derive(Properties, PartialEq)]
pub struct Props {
    /// Everything that may ask where it is.
    pub children: Html,
}

/// Keeps the location and follows the browser's back and forward.
#[component]
pub fn RoutesProvider(props: &Props) -> Html {
    let here = use_state(Here::start);
    use_travel(&here);
    let now = here.clone();
    let push = Callback::from(move |url: String| now.set(now.pushed(&url)));
    let now = here.clone();
    let replace = Callback::from(move |url: String| now.set(now.replaced(&url)));
    let context = LocationContext {
        location: here.location.clone(),
        search: here.search.clone(),
        push,
        replace,
    };
    html! {
        <ContextProvider<LocationContext> {context}>{ props.children.clone() }</ContextProvider<LocationContext>>
    }
}

/// Follows back and forward, and scrolls.
#[hook]
fn use_travel(here: &UseStateHandle<Here>) {
    let setter = here.setter();
    use_effect_with((), move |()| {
        let on_travel = move |location| {
            scroll::leave();
            setter.set(Here {
                location,
                arrival: Arrival::Travel,
                search: None,
            });
        };
        let listeners = (history::on_travel(on_travel), scroll::remember());
        move || drop(listeners)
    });
    use_effect_with((here.location.entry, here.arrival), |(entry, arrival)| match arrival {
        Arrival::SamePage => scroll::stay(*entry),
        Arrival::NewPage | Arrival::Travel => scroll::arrive(*entry),
    });
}

/// The present location; the start page where nobody provides one.
#[hook]
pub fn use_location() -> LocationContext {
    use_context().unwrap_or_else(|| LocationContext {
        location: Location {
            path: "/".into(),
            ..Location::default()
        },
        search: None,
        push: Callback::noop(),
        replace: Callback::noop(),
    })
}
