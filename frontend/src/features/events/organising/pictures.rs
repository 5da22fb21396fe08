//! Pictures of an event: sent as they are chosen, made small and clean by the server, and taken away.

use shared::api::Feature;
use shared::ids::{EventId, PictureId};
use shared::words::Text;
use yew::{AttrValue, Callback, Event, Html, Properties, component, hook, html, use_state_eq};

use crate::api::client::{delete, send_file};
use crate::api::{Failure, Revisions, use_revisions};
use crate::browser::pictures::{self, Unfit};
use crate::browser::{event, spawn};
use crate::forms::{Field, field_errors};
use crate::ui::quiet_button;
use crate::words::use_words;

/// Which pictures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// The one that stands beside the title.
    Cover,
    /// Those of the report.
    Report,
}

impl Place {
    /// How and where a file is sent.
    fn target(self, event: EventId) -> (&'static str, String) {
        let (method, end) = match self {
            Self::Cover => ("PUT", "/cover"),
            Self::Report => ("POST", "/report-pictures"),
        };
        (
            method,
            ["/api/organiser/events/", event.to_string().as_str(), end].concat(),
        )
    }

    const fn id(self) -> &'static str {
        match self {
            Self::Cover => "cover",
            Self::Report => "report-pictures",
        }
    }
}

/// Where a picture is.
pub(crate) fn picture_address(picture: PictureId) -> String {
    ["/api/pictures/", picture.to_string().as_str()].concat()
}

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// Whose.
    pub event: EventId,
    /// Which.
    pub place: Place,
    /// Those that are there.
    pub pictures: Vec<PictureId>,
}

/// How sending goes.
#[derive(Clone, Debug, PartialEq)]
enum Sending {
    No,
    /// It is made smaller.
    Shrinking,
    UnderWay,
    Failed(Vec<Text>),
}

/// How sending goes, what sends a chosen file, and what takes a picture away.
#[hook]
fn use_pictures(place: Place, event: EventId) -> (Sending, Callback<Event>, Callback<PictureId>) {
    let revisions = use_revisions();
    let sending = use_state_eq(|| Sending::No);
    let setter = sending.setter();
    let ended = Callback::from(move |failure: Option<Failure>| setter.set(ended(&revisions, failure)));
    let removed = ended.clone();
    let on_remove = Callback::from(move |id: PictureId| {
        let ended = removed.clone();
        spawn(async move { ended.emit(delete(&picture_address(id)).await.err()) });
    });
    let (setter, (method, address)) = (sending.setter(), place.target(event));
    let on_choose = Callback::from(move |chosen: Event| {
        let Some(file) = event::file(&chosen) else { return };
        let (setter, ended, address) = (setter.clone(), ended.clone(), address.clone());
        setter.set(Sending::Shrinking);
        spawn(async move {
            match pictures::smaller(file).await {
                Ok(picture) => {
                    setter.set(Sending::UnderWay);
                    ended.emit(send_file(method, &address, &picture).await.err());
                }
                Err(why) => setter.set(Sending::Failed(vec![unfit(why)])),
            }
        });
    });
    ((*sending).clone(), on_choose, on_remove)
}

/// The pictures and the way to add one.
#[component]
pub(crate) fn Pictures(props: &Props) -> Html {
    let words = use_words();
    let (sending, onchange, on_remove) = use_pictures(props.place, props.event);
    let errors = match &sending {
        Sending::Failed(texts) => texts.clone(),
        Sending::No | Sending::Shrinking | Sending::UnderWay => Vec::new(),
    };
    let is_another = props.place == Place::Cover && !props.pictures.is_empty();
    let label = if is_another {
        "editor.cover_other"
    } else {
        "editor.cover_choose"
    };
    let hint = match &sending {
        Sending::No | Sending::Failed(_) => "editor.cover_hint",
        Sending::Shrinking => "editor.cover_shrinking",
        Sending::UnderWay => "editor.cover_sending",
    };
    let field = Field::new(props.place.id(), words.t("editor.cover"));
    html! {
        <div class="editor-cover">
            { for props.pictures.iter().map(|id| picture(*id, words.t("editor.cover_remove"), &on_remove)) }
            <div class="field">
                <input
                    type="file" class="visually-hidden file-input" id={field.id.clone()}
                    accept="image/jpeg,image/png,image/webp" {onchange}
                />
                <label class="button" for={field.id.clone()}>{ words.t(label) }</label>
                <p class="field-hint" role="status">{ words.t(hint) }</p>
                { field_errors(&words, &field.id, &errors) }
            </div>
        </div>
    }
}

fn picture(id: PictureId, remove: AttrValue, on_remove: &Callback<PictureId>) -> Html {
    html! {
        <figure key={id.to_string()}>
            <img src={picture_address(id)} alt="" class="editor-cover-picture" />
            { quiet_button(remove, &on_remove.reform(move |()| id)) }
        </figure>
    }
}

/// Why a file was not sent at all.
fn unfit(why: Unfit) -> Text {
    Text::new(match why {
        Unfit::NoPicture => "editor.cover_no_picture",
        Unfit::TooLarge => "editor.cover_too_large",
    })
}

/// Lists learn of what has worked; what has not is said.
fn ended(revisions: &Revisions, failure: Option<Failure>) -> Sending {
    let Some(failure) = failure else {
        revisions.bump(Feature::Events);
        return Sending::No;
    };
    let texts: Vec<Text> = failure.fields().into_values().flatten().collect();
    Sending::Failed(if texts.is_empty() { vec![failure.text()] } else { texts })
}
