//! Puts everything together: providers, the frame, and the page of the present address.

use yew::{ContextProvider, Html, Properties, component, html};

use crate::api::RevisionsProvider;
use crate::features::auth::{Account, SessionProvider, use_session};
use crate::features::directory::SuggestBox;
use crate::layout::{Settings, Shell, use_settings};
use crate::pages::{DirectoryPage, HomePage, Part, PartPage};
use crate::routes::{Route, RoutesProvider, use_location};
use crate::ui::ToastsProvider;
use crate::words::Words;

#[derive(Properties, PartialEq)]
pub struct AppProps {
    /// The words of the reader's language.
    pub words: Words,
}

/// The whole page.
#[component]
pub fn App(props: &AppProps) -> Html {
    let (words, settings) = use_settings(&props.words);
    html! {
        <ContextProvider<Words> context={words}>
            <RoutesProvider>
                <RevisionsProvider>
                    <SessionProvider>
                        <ToastsProvider>
                            <Frame {settings} />
                        </ToastsProvider>
                    </SessionProvider>
                </RevisionsProvider>
            </RoutesProvider>
        </ContextProvider<Words>>
    }
}

#[derive(Properties, PartialEq)]
struct FrameProps {
    settings: Settings,
}

/// The frame with the present page. Pages that have a search field of their own leave it out of the bar.
#[component]
fn Frame(props: &FrameProps) -> Html {
    let session = use_session();
    let route = use_location().route();
    let search = match route {
        Route::Directory | Route::Home => Html::default(),
        Route::Profile(_)
        | Route::OwnProfile
        | Route::Notices
        | Route::Map
        | Route::Events
        | Route::Event(_)
        | Route::Ticket(_)
        | Route::CheckIn(_)
        | Route::Organiser
        | Route::NewEvent
        | Route::OrganiserEvent(_)
        | Route::Outbox
        | Route::SignIn
        | Route::NotFound => html! { <SuggestBox id="search" /> },
    };
    let me = if session.member().is_some() {
        Route::OwnProfile
    } else {
        Route::SignIn
    };
    html! {
        <Shell settings={props.settings.clone()} {search} account={html! { <Account /> }} {me} is_demo={session.is_demo()}>{ page(route) }</Shell>
    }
}

fn page(route: Route) -> Html {
    match route {
        Route::Home => html! { <HomePage /> },
        Route::Directory => html! { <DirectoryPage /> },
        Route::Profile(id) => html! { <PartPage key={id.to_string()} part={Part::Profile(id)} /> },
        Route::OwnProfile | Route::Notices => html! { <PartPage key="own" part={Part::Own} /> },
        Route::Map => html! { <PartPage key="map" part={Part::Map} /> },
        Route::Events => html! { <PartPage key="events" part={Part::Events} /> },
        Route::Event(id) => html! { <PartPage key={id.to_string()} part={Part::Event(id)} /> },
        Route::Ticket(id) => html! { <PartPage key="ticket" part={Part::Ticket(id)} /> },
        Route::CheckIn(id) => html! { <PartPage key="door" part={Part::CheckIn(id)} /> },
        Route::Organiser => html! { <PartPage key="organiser" part={Part::Organiser} /> },
        Route::NewEvent => html! { <PartPage key="new-event" part={Part::NewEvent} /> },
        Route::OrganiserEvent(id) => html! { <PartPage key={id.to_string()} part={Part::OrganiserEvent(id)} /> },
        Route::Outbox => html! { <PartPage key="outbox" part={Part::Outbox} /> },
        Route::SignIn => html! { <PartPage key="sign-in" part={Part::SignIn} /> },
        Route::NotFound => html! { <PartPage key="not-found" part={Part::NotFound} /> },
    }
}
