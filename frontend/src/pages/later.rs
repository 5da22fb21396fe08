//! Words and looks that only parts of the page need: fetched with the first of them and kept, so that nobody who does
//! not open such a part waits for them.

use std::rc::Rc;

use shared::words::Catalogue;
use yew::{hook, use_effect_with, use_state};

use crate::api::fetch_later_words;
use crate::browser::{spawn, style};
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

/// Fetches them where they are needed, in the reader's language, and again with each attempt.
#[hook]
pub(super) fn use_later(words: &Words, is_needed: bool, attempt: u32) -> Later {
    let arrived = use_state(|| None::<Arrived>);
    let setter = arrived.setter();
    let language = words.language();
    use_effect_with((language, is_needed, attempt), move |(language, is_needed, _)| {
        let language = *language;
        if *is_needed {
            spawn(async move {
                style::load("club-later-styles").await;
                setter.set(Some((language, fetch_later_words(language).await)));
            });
        }
    });
    match &*arrived {
        _ if !is_needed => Later::Here(words.clone()),
        Some((of, Some(catalogue))) if *of == language => Later::Here(words.with_later(Rc::clone(catalogue))),
        Some((of, None)) if *of == language => Later::Missing,
        _ => Later::Coming,
    }
}
