//! The fields of the form, each with who may see it beside it.

use std::rc::Rc;

use shared::codes::{Audience, Field, OpenTo};
use shared::directory::{OwnProfile, PersonalField, ProfileInput};
use shared::fields::{COUNTRIES, CountryCode};
use shared::words::Text;
use yew::{AttrValue, Callback, Html, Properties, component, html};

use super::audience_select::AudienceSelect;
use super::draft::{add_language, switch_code};
use super::languages_field::LanguagesField;
use crate::browser::intl;
use crate::forms::{CheckGroup, FieldErrorList, Form, SelectField, SelectOption, TextField};
use crate::ui::{Chip, Place};
use crate::words::{Words, use_words};

type Draft = Form<ProfileInput>;

#[derive(Properties, PartialEq)]
pub(crate) struct ListingProps {
    /// The draft.
    pub form: Draft,
    /// What is saved.
    pub own: Rc<OwnProfile>,
}

/// Being listed at all: name, and what the programme knows.
#[component]
pub(crate) fn ListingPart(props: &ListingProps) -> Html {
    let words = use_words();
    let (form, own) = (&props.form, &props.own);
    let member = &own.member.summary;
    let on_choose = change(form, |input, audience| input.audiences.listing = audience);
    let cohorts = member.cohorts.iter().map(|cohort| {
        let text = Text::new("cohort.chip").with("year", words.year(cohort.fiscal_year));
        html! { <Chip label={words.say(&text.with("programme", words.t(cohort.programme.key())))} /> }
    });
    html! {
        <section class="card own-listing">
            <h2>{ words.t("own.listing") }</h2>
            <p>{ words.t(if own.is_minor { "own.listing_minor" } else { "own.listing_text" }) }</p>
            <AudienceSelect
                id="audiences.listing" label={words.t("own.listing_audience")}
                value={form.value().audiences.listing} is_minor={own.is_minor} {on_choose}
            />
            <FieldErrorList id="audiences.listing" errors={form.errors("audiences.listing")} />
            <TextField
                id="name" label={words.t("own.name")} hint={words.t("own.name_hint")}
                value={form.value().name.clone()} errors={form.errors("name")}
                on_change={change(form, |input, name| input.name = name)}
            />
            <p class="own-fixed"><Place country={member.country} /><span class="chips">{ for cohorts }</span></p>
            <p class="field-hint">{ words.t("own.fixed_hint") }</p>
        </section>
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct PartsProps {
    /// The draft.
    pub form: Draft,
    /// Whether the member is under age.
    pub is_minor: bool,
}

/// Everything with an audience of its own.
#[component]
pub(crate) fn Parts(props: &PartsProps) -> Html {
    let words = use_words();
    let part = |field: &PersonalField| {
        let field = *field;
        let name = words.t(field.key());
        let id = AttrValue::from(["audiences", field.code()].join("."));
        let on_choose = change(&props.form, move |input, audience: Audience| {
            input.audiences.set(field, audience);
        });
        html! {
            <div class="own-part" key={field.code()}>
                <div class="own-part-field">{ control(&words, &props.form, field) }</div>
                <div class="own-part-audience">
                    <AudienceSelect
                        id={id.clone()} label={words.say(&Text::new("own.audience").with("part", name))}
                        value={props.form.value().audiences.of(field)} is_minor={props.is_minor} {on_choose}
                    />
                    <FieldErrorList {id} errors={props.form.errors(&["audiences", field.code()].join("."))} />
                </div>
            </div>
        }
    };
    html! {
        <section class="card own-parts">
            <h2>{ words.t("own.parts") }</h2>
            <p>{ words.t("own.parts_text") }</p>
            { for PersonalField::ALL.iter().map(part) }
        </section>
    }
}

/// What changes one part.
fn control(words: &Words, form: &Draft, field: PersonalField) -> Html {
    let label = words.t(field.key());
    let errors = form.errors(field.code());
    let value = form.value();
    match field {
        PersonalField::NativeName => html! {
            <TextField id={field.code()} {label} {errors} hint={words.t("own.native_name_hint")} value={value.native_name.clone()}
                on_change={change(form, |input, name| input.native_name = name)} />
        },
        PersonalField::Affiliation => html! {
            <TextField id={field.code()} {label} {errors} value={value.affiliation.clone()}
                on_change={change(form, |input, affiliation| input.affiliation = affiliation)} />
        },
        PersonalField::Fields => html! {
            <CheckGroup id={field.code()} {label} {errors} hint={words.t("own.fields_hint")}
                options={Field::ALL.iter().map(|field| (field.code(), words.t(field.key()))).collect::<Vec<_>>()}
                chosen={value.fields.iter().map(|field| field.code()).collect::<Vec<_>>()}
                on_toggle={change(form, |input, code: &'static str| switch_code::<Field>(&mut input.fields, code))} />
        },
        PersonalField::LivesIn => html! {
            <SelectField id={field.code()} {label} {errors} options={countries(words)}
                value={value.lives_in.map_or("", CountryCode::code)}
                on_change={change(form, |input, code: String| input.lives_in = code.parse().ok())} />
        },
        PersonalField::Languages => html! {
            <LanguagesField chosen={value.languages.clone()} {errors}
                on_add={change(form, |input, tag: String| add_language(input, &tag))}
                on_remove={change(form, |input, tag: String| input.languages.retain(|known| *known != tag))} />
        },
        PersonalField::OpenTo => html! {
            <CheckGroup id={field.code()} {label} {errors}
                options={OpenTo::ALL.iter().map(|open_to| (open_to.code(), words.t(open_to.key()))).collect::<Vec<_>>()}
                chosen={value.open_to.iter().map(|open_to| open_to.code()).collect::<Vec<_>>()}
                on_toggle={change(form, |input, code: &'static str| switch_code::<OpenTo>(&mut input.open_to, code))} />
        },
        PersonalField::Trip => html! {
            <div class="field">
                <p class="field-label">{ label }</p>
                <p class="field-hint">{ words.t("own.trip_hint") }</p>
            </div>
        },
    }
}

/// All countries/regions in the reader's alphabetical order, after "not said".
fn countries(words: &Words) -> Vec<SelectOption> {
    let option = |country| SelectOption {
        value: country,
        label: AttrValue::default(),
        is_disabled: false,
    };
    let name = |code: &'static str| SelectOption {
        label: code.parse().map(|country| words.region(country)).unwrap_or_default(),
        ..option(code.into())
    };
    let mut options: Vec<SelectOption> = COUNTRIES.into_iter().map(name).collect();
    options.sort_by(|one, other| intl::compare(words.language(), &one.label, &other.label));
    options.insert(
        0,
        SelectOption {
            label: words.t("own.not_said"),
            ..option(AttrValue::default())
        },
    );
    options
}

/// A callback that changes the draft.
fn change<T: 'static>(form: &Draft, change: impl Fn(&mut ProfileInput, T) + Copy + 'static) -> Callback<T> {
    let form = form.clone();
    Callback::from(move |value| form.change(move |input| change(input, value)))
}
