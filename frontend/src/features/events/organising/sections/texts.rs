//! What the event is called and what is said about it, in one or more languages.

use shared::events::check::{MAX_LANGUAGES, MAX_SUMMARY_CHARS};
use shared::events::{EventInput, EventText};
use shared::words::Text;
use yew::{AttrValue, Callback, Html, html};

use super::super::sheet::{Sheet, remove_at};
use super::section;
use crate::forms::{Field, SelectField, SelectOption, text_area, text_field};
use crate::ui::quiet_button;

/// Languages that are offered, by BCP 47 tag; names come from the browser.
const LANGUAGES: [&str; 40] = [
    "en", "ja", "ar", "bn", "cs", "da", "de", "el", "es", "fa", "fi", "fil", "fr", "he", "hi", "hu", "id", "it", "kk",
    "km", "ko", "lo", "mn", "ms", "my", "ne", "nl", "pl", "pt", "ro", "ru", "si", "sv", "ta", "th", "tr", "uk", "uz",
    "vi", "zh",
];

/// The section.
pub fn texts(sheet: &Sheet) -> Html {
    let texts = sheet.input.texts.iter().enumerate();
    let content = html! {
        <>
            { for texts.map(|(place, text)| language(sheet, place, text)) }
            if sheet.input.texts.len() < MAX_LANGUAGES {
                { add_language(sheet) }
            }
        </>
    };
    section(
        "section-texts",
        sheet.t("editor.texts"),
        Some(sheet.t("editor.texts_hint")),
        content,
    )
}

/// The texts of one language. The first is the original.
fn language(sheet: &Sheet, place: usize, text: &EventText) -> Html {
    let words = &sheet.words;
    let id = |name: &str| format!("texts.{place}.{name}");
    let change = |set: fn(&mut EventText) -> &mut String| -> Callback<String> {
        sheet.change(move |input: &mut EventInput, value: String| {
            if let Some(text) = input.texts.get_mut(place) {
                *set(text) = value;
            }
        })
    };
    let name = language_name(sheet, &text.language);
    let remove = sheet.change(move |input, ()| remove_at(&mut input.texts, place));
    let remove_label = words.say(&Text::new("directory.remove").with("name", &name));
    let left = words.say(&Text::new("editor.summary_hint").with("max", MAX_SUMMARY_CHARS));
    html! {
        <fieldset class="editor-language">
            <legend>
                { &name }
                if place == 0 {
                    { " " }<span class="chip">{ sheet.t("editor.original") }</span>
                }
            </legend>
            if place == 0 || text.language.is_empty() {
                { select(sheet, sheet.field(id("language"), "editor.language"), text, change(|text| &mut text.language)) }
            }
            { text_field(words, &sheet.field(id("title"), "editor.title"), text.title.clone(), &change(|text| &mut text.title)) }
            { text_area(
                words,
                &sheet.field(id("summary"), "editor.summary").hint(left),
                text.summary.clone(),
                2,
                &change(|text| &mut text.summary),
            ) }
            { text_area(
                words,
                &sheet.hinted(id("description"), "editor.description", "editor.description_hint"),
                text.description.clone(),
                8,
                &change(|text| &mut text.description),
            ) }
            if place > 0 {
                <p>{ quiet_button(remove_label, &remove) }</p>
            }
        </fieldset>
    }
}

fn select(sheet: &Sheet, field: Field, text: &EventText, on_change: Callback<String>) -> Html {
    let mut options = free(sheet);
    if !text.language.is_empty() {
        options.insert(0, (text.language.clone().into(), language_name(sheet, &text.language)));
    } else {
        options.insert(0, (AttrValue::default(), sheet.t("editor.choose")));
    }
    html! { <SelectField {field} {options} value={text.language.clone()} {on_change} /> }
}

fn add_language(sheet: &Sheet) -> Html {
    let mut options = free(sheet);
    options.insert(0, (AttrValue::default(), sheet.t("editor.choose")));
    let on_change = sheet.change(|input, tag: String| {
        if !tag.is_empty() {
            input.texts.push(EventText {
                language: tag,
                ..EventText::default()
            });
        }
    });
    let field = sheet.hinted("texts", "editor.add_language", "editor.add_language_hint");
    html! { <SelectField key={sheet.input.texts.len()} {field} {options} value="" {on_change} /> }
}

/// The languages that have no texts yet.
fn free(sheet: &Sheet) -> Vec<SelectOption> {
    let is_free = |tag: &&&str| !sheet.input.texts.iter().any(|text| text.language == ***tag);
    let free = LANGUAGES.iter().filter(is_free);
    free.map(|tag| (AttrValue::from(*tag), sheet.words.language_name(tag)))
        .collect()
}

fn language_name(sheet: &Sheet, tag: &str) -> AttrValue {
    if tag.is_empty() {
        sheet.t("editor.no_language")
    } else {
        sheet.words.language_name(tag)
    }
}
