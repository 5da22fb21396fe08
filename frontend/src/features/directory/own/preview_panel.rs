//! "See me as…": one's own saved profile through the eyes of others.

use std::rc::Rc;

use shared::codes::Audience;
use shared::directory::{PreviewFilter, PreviewProfile};
use yew::{Html, component, html, use_state_eq};

use super::super::profile_view::ProfileView;
use crate::api::{load, use_query};
use crate::forms::{SelectField, SelectOption};
use crate::ui::{Skeleton, SkeletonShape};
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
    let option = |(audience, key): &(Audience, &'static str)| SelectOption {
        value: audience.code().into(),
        label: words.t(key),
        is_disabled: false,
    };
    let on_change = {
        let viewer = viewer.setter();
        move |code: String| {
            if let Ok(audience) = code.parse() {
                viewer.set(audience);
            }
        }
    };
    let content = load(
        &preview,
        html! { <Skeleton shape={SkeletonShape::Text} count={2} /> },
        |preview| match &preview.member {
            Some(member) => html! { <ProfileView member={Rc::new(member.clone())} is_page=false /> },
            None => html! { <p class="preview-none">{ words.t("own.preview_none") }</p> },
        },
    );
    html! {
        <section class="preview" id="preview" aria-labelledby="preview-title">
            <h2 id="preview-title">{ words.t("own.preview") }</h2>
            <p class="field-hint">{ words.t("own.preview_hint") }</p>
            <SelectField
                id="preview-as"
                label={words.t("own.preview_as")}
                options={VIEWERS.iter().map(option).collect::<Vec<_>>()}
                value={viewer.code()}
                {on_change}
            />
            <div class={if preview.loading { "preview-card preview-card--stale" } else { "preview-card" }}>{ content }</div>
        </section>
    }
}
