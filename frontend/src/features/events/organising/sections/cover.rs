//! The event's picture: sent as it is chosen, made small and clean by the server.

use shared::api::Feature;
use shared::ids::{EventId, PictureId};
use shared::words::Text;
use yew::{Event, Html, Properties, component, html, use_state_eq};

use super::section;
use crate::api::client::put_file;
use crate::api::use_revisions;
use crate::browser::{event, spawn};
use crate::forms::{Field, field_errors};
use crate::words::use_words;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// Whose picture.
    pub event: EventId,
    /// The present one.
    pub cover: Option<PictureId>,
}

/// How sending goes.
#[derive(Clone, Debug, PartialEq)]
enum Sending {
    No,
    UnderWay,
    Failed(Vec<Text>),
}

/// The section.
#[component]
pub fn Cover(props: &Props) -> Html {
    let words = use_words();
    let revisions = use_revisions();
    let sending = use_state_eq(|| Sending::No);
    let field = Field::new("cover", words.t("editor.cover"));
    let onchange = {
        let (setter, address) = (sending.setter(), cover_address(props.event));
        move |chosen: Event| {
            let Some(file) = event::file(&chosen) else { return };
            let (setter, address, revisions) = (setter.clone(), address.clone(), revisions.clone());
            setter.set(Sending::UnderWay);
            spawn(async move {
                match put_file(&address, &file).await {
                    Ok(()) => {
                        setter.set(Sending::No);
                        revisions.bump(Feature::Events);
                    }
                    Err(failure) => {
                        let fields = failure.fields().into_values().flatten();
                        let mut texts: Vec<Text> = fields.collect();
                        if texts.is_empty() {
                            texts.push(failure.text());
                        }
                        setter.set(Sending::Failed(texts));
                    }
                }
            });
        }
    };
    let errors = match &*sending {
        Sending::Failed(texts) => texts.clone(),
        Sending::No | Sending::UnderWay => Vec::new(),
    };
    let picture = props.cover.map(picture_address);
    let content = html! {
        <div class="editor-cover">
            { for picture.map(|src| html! { <img {src} alt="" class="editor-cover-picture" /> }) }
            <div class="field">
                <label class="button" for={field.id.clone()}>{ words.t(if props.cover.is_some() { "editor.cover_other" } else { "editor.cover_choose" }) }</label>
                <input
                    type="file" class="visually-hidden file-input" id={field.id.clone()}
                    accept="image/jpeg,image/png,image/webp" {onchange}
                />
                <p class="field-hint" role="status">
                    { words.t(if *sending == Sending::UnderWay { "editor.cover_sending" } else { "editor.cover_hint" }) }
                </p>
                { field_errors(&words, &field.id, &errors) }
            </div>
        </div>
    };
    section("section-cover", words.t("editor.cover"), None, content)
}

fn cover_address(event: EventId) -> String {
    ["/api/organiser/events/", event.to_string().as_str(), "/cover"].concat()
}

/// Where a picture is.
pub(in super::super) fn picture_address(picture: PictureId) -> String {
    ["/api/pictures/", picture.to_string().as_str()].concat()
}
