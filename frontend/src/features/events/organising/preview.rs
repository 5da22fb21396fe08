//! The event as members will see it, beside the form.

use std::rc::Rc;

use shared::events::{EventDraft, EventInput, EventText, MarkdownInput, RenderMarkdown};
use shared::words::Text;
use yew::{AttrValue, Callback, Html, Properties, component, hook, html, use_effect_with, use_state_eq};

use super::pictures::picture_address;
use super::times::{day, time_of_day};
use crate::api::client::send;
use crate::browser::intl::zones;
use crate::browser::{spawn, timing};
use crate::forms::{Field, SelectField, SelectOption};
use crate::ui::{chip, place, strong_chip};
use crate::words::{Words, use_words};

/// The pause after which a description is sent to be rendered.
const PAUSE_MS: u32 = 500;

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// What was typed.
    pub input: Rc<EventInput>,
    /// What the server has.
    pub saved: Rc<EventDraft>,
}

/// The panel.
#[component]
pub(crate) fn PreviewPanel(props: &Props) -> Html {
    let words = use_words();
    let shown = use_state_eq(|| 0_usize);
    let at = (*shown).min(props.input.texts.len().saturating_sub(1));
    let text = props.input.texts.get(at).cloned().unwrap_or_default();
    let description = use_rendered(text.description.clone());
    let options: Vec<SelectOption> = props
        .input
        .texts
        .iter()
        .enumerate()
        .map(|(at, text)| (at.to_string().into(), words.language_name(&text.language)))
        .collect();
    let setter = shown.setter();
    let on_change = Callback::from(move |at: String| setter.set(at.parse().unwrap_or_default()));
    html! {
        <section class="preview" aria-labelledby="preview-title">
            <h2 id="preview-title">{ words.t("editor.preview") }</h2>
            if options.len() > 1 {
                <SelectField
                    field={Field::new("preview-language", words.t("editor.preview_in"))} {options}
                    value={AttrValue::from(at.to_string())} {on_change}
                />
            }
            { event_preview(&words, &props.input, &props.saved, &text, &description) }
        </section>
    }
}

/// Markdown as the server renders and cleans it, some moments after it was typed; the last one until then.
#[hook]
fn use_rendered(text: String) -> AttrValue {
    let rendered = use_state_eq(AttrValue::default);
    let setter = rendered.setter();
    use_effect_with(text, move |text| {
        let text = text.clone();
        let timer = if text.trim().is_empty() {
            setter.set(AttrValue::default());
            None
        } else {
            Some(timing::after(PAUSE_MS, move || {
                spawn(async move {
                    if let Ok(answer) = send::<RenderMarkdown>(&(), &MarkdownInput { text }).await {
                        setter.set(answer.html.into());
                    }
                });
            }))
        };
        move || drop(timer)
    });
    (*rendered).clone()
}

/// The view: what members read first, then everything else.
pub fn event_preview(
    words: &Words,
    input: &EventInput,
    saved: &EventDraft,
    text: &EventText,
    description: &AttrValue,
) -> Html {
    let title = if text.title.trim().is_empty() {
        words.t("editor.untitled")
    } else {
        text.title.clone().into()
    };
    let lang = (!text.language.is_empty()).then(|| text.language.clone());
    let cover = saved.cover.map(picture_address);
    html! {
        <article class="preview-card event-preview">
            { for cover.map(|src| html! { <img {src} alt="" class="event-preview-cover" /> }) }
            <p class="chips">
                { strong_chip(words.t(input.kind.key())) }
                { for input.hosts.iter().map(|host| chip(words.region(*host))) }
            </p>
            <h3 lang={lang.clone()}>{ title }</h3>
            if !text.summary.trim().is_empty() {
                <p lang={lang.clone()}>{ &text.summary }</p>
            }
            <dl class="facts">
                { when(words, input, saved) }
                { venue(words, input) }
                { seats(words, input) }
            </dl>
            if !description.is_empty() {
                <div class="prose" {lang}>{ Html::from_html_unchecked(description.clone()) }</div>
            }
        </article>
    }
}

fn when(words: &Words, input: &EventInput, saved: &EventDraft) -> Html {
    let language = words.language();
    let at = saved
        .starts_at
        .filter(|_| saved.input.starts == input.starts && saved.input.zone == input.zone);
    let own = zones::own();
    let moments: Vec<AttrValue> = match at {
        Some(at) => {
            let other = (own != input.zone).then(|| zones::moment(language, at, &own));
            let zones_said = |moment: AttrValue, zone: &str| {
                let text = Text::new("editor.clock")
                    .with("moment", moment)
                    .with("zone", zones::name(language, zone));
                words.say(&text)
            };
            let venue = zones_said(zones::moment(language, at, &input.zone), &input.zone);
            std::iter::once(venue)
                .chain(other.map(|moment| zones_said(moment, &own)))
                .collect()
        }
        // Not saved yet, or not a moment yet: as it was typed.
        None => [
            day(&input.starts.at),
            time_of_day(&input.starts.at),
            input.zone.as_str(),
        ]
        .into_iter()
        .filter(|part| !part.is_empty())
        .map(|part| AttrValue::from(part.to_owned()))
        .collect(),
    };
    html! {
        if !moments.is_empty() {
            <dt>{ words.t("editor.when") }</dt>
            <dd>{ for moments.into_iter().map(|moment| html! { <div>{ moment }</div> }) }</dd>
        }
    }
}

fn venue(words: &Words, input: &EventInput) -> Html {
    let room = input
        .room
        .as_ref()
        .filter(|room| !room.venue.trim().is_empty() || room.country.is_some());
    html! {
        if room.is_some() || input.online.is_some() {
            <dt>{ words.t("editor.where") }</dt>
            <dd>
                { for room.map(|room| html! {
                    <div>{ &room.venue }{ " " }{ for room.country.map(|country| place(words, country)) }</div>
                }) }
                if input.online.is_some() {
                    <div>{ words.t("editor.online") }</div>
                }
            </dd>
        }
    }
}

fn seats(words: &Words, input: &EventInput) -> Html {
    let limit = |seats: Option<u32>, key: &'static str| seats.map(|seats| words.count(key, seats));
    let room = input
        .room
        .as_ref()
        .and_then(|room| limit(room.seats, "editor.seats_at_place"));
    let online = input
        .online
        .as_ref()
        .and_then(|online| limit(online.seats, "editor.seats_online"));
    let companions = (input.companions_max > 0).then(|| words.count("editor.with_companions", input.companions_max));
    let rule = if input.fill_seats {
        "editor.fill_seats_hint"
    } else {
        "editor.keep_seats_hint"
    };
    let has_limit = room.is_some() || online.is_some();
    let lines = room.into_iter().chain(online).chain(companions);
    let lines = lines.chain(has_limit.then(|| words.t(rule)));
    html! {
        <>
            <dt>{ words.t("editor.seats") }</dt>
            <dd>
                if !has_limit {
                    <div>{ words.t("editor.seats_unlimited") }</div>
                }
                { for lines.map(|line| html! { <div>{ line }</div> }) }
            </dd>
        </>
    }
}
