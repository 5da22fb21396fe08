//! The event's picture.

use shared::events::EventDraft;
use yew::{Html, html};

use super::super::pictures::{Pictures, Place};
use super::section;
use crate::words::Words;

/// The section.
pub fn cover(words: &Words, draft: &EventDraft) -> Html {
    let pictures = draft.cover.into_iter().collect::<Vec<_>>();
    let content = html! { <Pictures event={draft.id} place={Place::Cover} {pictures} /> };
    section("section-cover", words.t("editor.cover"), None, content)
}
