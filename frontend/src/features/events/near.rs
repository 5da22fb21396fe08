//! The nearest events first: only when the reader asks for it, because the browser has to be asked where it is.

use yew::{Callback, Html, UseStateHandle, hook, html, use_state_eq};

use crate::browser::{location, spawn};
use crate::ui::{IconName, press_button};
use crate::words::Words;

/// What is known of where the reader is.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Whereabouts {
    /// Nobody asked.
    #[default]
    Unknown,
    /// The browser is being asked.
    Asked,
    /// Latitude and longitude.
    At(String),
    /// The browser does not know or does not say.
    Refused,
}

/// Where the reader is, and how to ask or to forget it. It is in no address: nobody else is there.
#[hook]
pub fn use_whereabouts() -> (UseStateHandle<Whereabouts>, Callback<()>) {
    let known = use_state_eq(Whereabouts::default);
    let toggle = {
        let known = known.clone();
        Callback::from(move |()| {
            if let Whereabouts::At(_) | Whereabouts::Asked = *known {
                known.set(Whereabouts::Unknown);
                return;
            }
            known.set(Whereabouts::Asked);
            let setter = known.setter();
            spawn(async move {
                let place = location::here().await;
                setter.set(place.map_or(Whereabouts::Refused, Whereabouts::At));
            });
        })
    };
    (known, toggle)
}

/// The button, and what has come of it.
pub fn near_button(words: &Words, known: &Whereabouts, on_press: &Callback<()>) -> Html {
    let (key, said) = match known {
        Whereabouts::Unknown => ("events.near", None),
        Whereabouts::Asked => ("events.near", Some("events.near_asked")),
        Whereabouts::At(_) => ("events.near_not", Some("events.near_is")),
        Whereabouts::Refused => ("events.near", Some("events.near_refused")),
    };
    html! {
        <div class="event-near">
            { press_button(words.t(key), Some(IconName::Globe), on_press) }
            <p role="status">{ for said.map(|key| words.t(key)) }</p>
        </div>
    }
}
