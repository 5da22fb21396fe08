//! "See me as…": one's own saved profile through the eyes of others.

use shared::codes::Audience;
use shared::directory::{PreviewFilter, PreviewProfile};
use yew::{Html, component, html, use_state_eq};

use super::super::profile_view::{ProfileHeading, profile_view};
use crate::api::{load, use_query};
use crate::forms::{Field, SelectField, SelectOption};
use crate::ui::{SkeletonShape, skeleton};
use crate::words::use_words;

/// From the furthest to the nearest.
const VIEWERS: [(Audience, &str); 4] = [
    (Audience::Public, "own.as_public"),
    (Audience::Members, "own.as_members"),
    (Audience::Country, "own.as_country"),
    (Audience::Exchange, "own.as_exchange"),
];

/// The panel.
#[component]
pub fn PreviewPanel() -> Html {
    let words = use_words();
    let viewer = use_state_eq(|| Audience::Public);
    let preview = use_query::<PreviewProfile>((), PreviewFilter { viewer: *viewer });
    let options: Vec<SelectOption> = VIEWERS
        .iter()
        .map(|(audience, key)| (audience.code().into(), words.t(key)))
        .collect();
    let on_change = {
        let viewer = viewer.setter();
        move |code: String| {
            if let Ok(audience) = code.parse() {
                viewer.set(audience);
            }
        }
    };
    let waiting = skeleton(&words, SkeletonShape::Text, 2);
    let content = load(&words, &preview, waiting, |preview| match &preview.member {
        Some(member) => profile_view(&words, member, ProfileHeading::Part, Html::default()),
        None => html! { <p class="preview-none">{ words.t("own.preview_none") }</p> },
    });
    let field = Field::new("preview-as", words.t("own.preview_as"));
    html! {
        <section class="preview" id="preview" aria-labelledby="preview-title">
            <h2 id="preview-title">{ words.t("own.preview") }</h2>
            <p class="field-hint">{ words.t("own.preview_hint") }</p>
            <SelectField {field} {options} value={viewer.code()} {on_change} />
            <div class={if preview.loading { "preview-card preview-card--stale" } else { "preview-card" }}>{ content }</div>
        </section>
    }
}
