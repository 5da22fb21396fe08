//! Words and looks that only parts of the page need: fetched with the first of them and kept, so that nobody who does
//! not open such a part waits for them.

use std::rc::Rc;

use shared::api::Endpoint as _;
use shared::map::ListFigures;
use shared::words::Catalogue;
use yew::{hook, use_effect_with, use_state};

use crate::api::fetch_later_words;
use crate::browser::{dom, spawn, style};
use crate::words::Words;

/// The words with those that parts need, as far as they are here.
pub(super) enum Later {
    /// They are here, or none are needed.
    Here(Words),
    /// They are on their way.
    Coming,
    /// They could not be had.
    Missing,
}

type Arrived = (&'static str, Option<Rc<Catalogue>>);

/// What a part needs besides its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Needs {
    /// Nothing.
    Nothing,
    /// The looks of the map.
    MapStyles,
    /// The words and looks that several parts share.
    WordsAndStyles,
}

/// Whether a style sheet is here; it is fetched when it is wanted.
#[hook]
pub(super) fn use_map_styles(is_wanted: bool) -> bool {
    let is_here = use_state(|| false);
    let setter = is_here.setter();
    use_effect_with(is_wanted, move |is_wanted| {
        if *is_wanted {
            spawn(async move {
                let world = dom::meta("club-world").unwrap_or_default();
                style::load("club-map-styles", &[ListFigures::PATH, &world]).await;
                setter.set(true);
            });
        }
    });
    *is_here
}

/// Fetches them where they are needed, in the reader's language, and again with each attempt.
#[hook]
pub(super) fn use_later(words: &Words, needs: Needs, attempt: u32) -> Later {
    let is_needed = needs == Needs::WordsAndStyles;
    let has_map_styles = use_map_styles(needs == Needs::MapStyles);
    let arrived = use_state(|| None::<Arrived>);
    let setter = arrived.setter();
    let language = words.language();
    use_effect_with((language, is_needed, attempt), move |(language, is_needed, _)| {
        let language = *language;
        if *is_needed {
            spawn(async move {
                style::load("club-later-styles", &[]).await;
                setter.set(Some((language, fetch_later_words(language).await)));
            });
        }
    });
    match &*arrived {
        _ if needs == Needs::MapStyles && !has_map_styles => Later::Coming,
        _ if !is_needed => Later::Here(words.clone()),
        Some((of, Some(catalogue))) if *of == language => Later::Here(words.with_later(Rc::clone(catalogue))),
        Some((of, None)) if *of == language => Later::Missing,
        _ => Later::Coming,
    }
}
