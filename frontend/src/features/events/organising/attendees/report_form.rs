//! What is told about an event that is over.

use std::rc::Rc;

use shared::events::{EventDraft, GetEvent, LanguageFilter, ReportInput, SetEventReport};
use shared::fields::{COUNTRIES, CountryCode};
use shared::validate::FieldErrors;
use shared::validate::Validate;
use yew::{Callback, Html, Properties, SubmitEvent, component, html, use_state_eq};

use super::super::pictures::{Pictures, Place};
use super::super::sheet::{number, switch};
use crate::api::{use_mutation, use_query};
use crate::browser::dom;
use crate::forms::{Field, InputKind, SelectOption, chip_choice, input_field, text_area};
use crate::words::use_words;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The event.
    pub draft: Rc<EventDraft>,
}

/// The form.
#[component]
pub fn ReportForm(props: &Props) -> Html {
    let words = use_words();
    let save = use_mutation::<SetEventReport>();
    let report = use_state_eq(ReportInput::default);
    let own = use_state_eq(FieldErrors::new);
    let is_saved = use_state_eq(|| false);
    let told = use_query::<GetEvent>(props.draft.id, LanguageFilter::default()).data;
    let told = told.and_then(|event| event.report.clone());
    let change = |change: fn(&mut ReportInput, String)| {
        let (now, setter) = ((*report).clone(), report.setter());
        Callback::from(move |typed: String| {
            let mut next = now.clone();
            change(&mut next, typed);
            setter.set(next);
        })
    };
    let on_came = change(|report, typed| report.came_count = number(&typed).unwrap_or_default());
    let on_text = change(|report, typed| report.text = typed);
    let on_country = change(|report, code| {
        if let Ok(country) = code.parse() {
            switch(&mut report.countries, country);
        }
    });
    let onsubmit = {
        let (save, id, input) = (save.clone(), props.draft.id, (*report).clone());
        let (own, is_saved) = (own.setter(), is_saved.setter());
        move |event: SubmitEvent| {
            event.prevent_default();
            let errors = input.validate().err().unwrap_or_default();
            if let Some(field) = errors.keys().next() {
                dom::focus(&["report", field].join("-"));
            } else {
                let is_saved = is_saved.clone();
                save.run(&id, &input, move |_| is_saved.set(true));
            }
            own.set(errors);
        }
    };
    let said = save.failure().map(crate::api::Failure::fields).unwrap_or_default();
    let errors = |field: &str| said.get(field).or_else(|| own.get(field)).cloned().unwrap_or_default();
    let failed = save
        .failure()
        .filter(|_| said.is_empty())
        .map(|failure| words.say(&failure.text()));
    let option = |country: CountryCode| -> SelectOption { (country.code().into(), words.region(country)) };
    let chosen: Vec<SelectOption> = report.countries.iter().copied().map(option).collect();
    let all = (0..COUNTRIES.len()).filter_map(CountryCode::from_index).map(option);
    let came = if report.came_count == 0 {
        String::new()
    } else {
        report.came_count.to_string()
    };
    html! {
        <form class="card attendee-form" id="report-form" {onsubmit} novalidate=true aria-labelledby="report-title">
            <h2 id="report-title">{ words.t("report.title") }</h2>
            <p class="field-hint">{ words.t("report.hint") }</p>
            if told.is_some() {
                <p class="notice">{ words.t("report.replaces") }</p>
            }
            { input_field(
                &words,
                &Field::new("report-came_count", words.t("report.came")).errors(errors("came_count")),
                InputKind::Number,
                came,
                &on_came,
            ) }
            { chip_choice(
                &words,
                &Field::new("report-countries", words.t("report.countries")).errors(errors("countries")),
                words.t("editor.add_country"),
                all,
                &chosen,
                &on_country,
            ) }
            { text_area(
                &words,
                &Field::new("report-text", words.t("report.text")).hint(words.t("editor.description_hint")).errors(errors("text")),
                report.text.clone(),
                6,
                &on_text,
            ) }
            <Pictures
                event={props.draft.id} place={Place::Report}
                pictures={told.map(|report| report.pictures).unwrap_or_default()}
            />
            { for failed.map(|said| html! { <p class="field-error" role="alert">{ said }</p> }) }
            <p class="attendee-sent">
                <button type="submit" class="button" aria-disabled={save.pending().then_some("true")}>{ words.t("report.save") }</button>
                <span role="status">{ if *is_saved { words.t("report.saved") } else { Default::default() } }</span>
            </p>
        </form>
    }
}
