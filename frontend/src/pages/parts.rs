//! Pages whose code is not in the page's main module: it is fetched when such a page is first shown.
//!
//! `wasm_split` marks the borders; `cargo xtask` cuts the module along them (`xtask/src/page/split.rs`). A part holds
//! what nothing else uses: its components, their hooks and the types they decode.

use shared::words::Text;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use yew::{Callback, Html, Properties, component, html, use_effect_with, use_state, use_state_eq};

use crate::browser::spawn;
use crate::pages::own_profile::OwnProfilePage;
use crate::ui::{SkeletonShape, problem_panel, skeleton};
use crate::words::use_words;

/// Draws a page whose part has arrived.
type Draw = fn() -> Html;

/// A part of the page by what it shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// One's own profile with its form.
    OwnProfile,
}

#[wasm_split(own, fallible)]
fn own_profile() -> Result<Draw, SplitLoaderError> {
    Ok(|| html! { <OwnProfilePage /> })
}

impl Part {
    async fn fetch(self) -> Result<Draw, SplitLoaderError> {
        match self {
            Self::OwnProfile => own_profile().await,
        }
    }
}

#[derive(Properties, PartialEq)]
pub struct Props {
    /// What to show.
    pub part: Part,
}

/// The part: a skeleton until it is here, a way to try again when it could not be had.
#[component]
pub fn PartPage(props: &Props) -> Html {
    let words = use_words();
    let arrived = use_state(|| None::<Result<Draw, ()>>);
    let attempt = use_state_eq(|| 0_u32);
    let setter = arrived.setter();
    use_effect_with((props.part, *attempt), move |(part, _)| {
        let part = *part;
        setter.set(None);
        spawn(async move { setter.set(Some(part.fetch().await.map_err(drop))) });
    });
    match *arrived {
        None => skeleton(&words, SkeletonShape::Text, 4),
        Some(Ok(draw)) => draw(),
        Some(Err(())) => {
            let on_retry = Callback::from(move |()| attempt.set(*attempt + 1));
            problem_panel(&words, &Text::new("failure.offline"), None, &on_retry)
        }
    }
}
