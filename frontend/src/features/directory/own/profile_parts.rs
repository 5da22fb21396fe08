//! The two parts of the form: being listed, and everything with an audience of its own.

use shared::codes::Audience;
use shared::directory::{OwnProfile, PersonalField};
use shared::words::Text;
use yew::{Html, html};

use super::super::names::cohort_name;
use super::audience_select::audience_select;
use super::controls::{Draft, change, control};
use crate::forms::{Field, text_field};
use crate::ui::{chip, place};
use crate::words::Words;

/// Being listed at all: name, and what the programme knows.
pub(super) fn listing(words: &Words, form: &Draft, own: &OwnProfile) -> Html {
    let member = &own.member.summary;
    let on_choose = change(form, |input, audience| input.audiences.listing = audience);
    let listing = Field::new("audiences.listing", words.t("own.listing_audience"));
    let listing = listing.errors(form.errors("audiences.listing"));
    let name = Field::new("name", words.t("own.name"))
        .hint(words.t("own.name_hint"))
        .errors(form.errors("name"));
    let on_name = change(form, |input, name| input.name = name);
    html! {
        <section class="card own-listing">
            <h2>{ words.t("own.listing") }</h2>
            <p>{ words.t(if own.is_minor { "own.listing_minor" } else { "own.listing_text" }) }</p>
            { audience_select(words, listing, form.value().audiences.listing, own.is_minor, on_choose) }
            { text_field(words, &name, form.value().name.clone(), &on_name) }
            <p class="own-fixed">
                { place(words, member.country) }
                <span class="chips">{ for member.cohorts.iter().map(|cohort| chip(cohort_name(words, *cohort))) }</span>
            </p>
            <p class="field-hint">{ words.t("own.fixed_hint") }</p>
        </section>
    }
}

/// Everything with an audience of its own.
pub(super) fn parts(words: &Words, form: &Draft, is_minor: bool) -> Html {
    let part = |field: &PersonalField| {
        let field = *field;
        let id = ["audiences", field.code()].join(".");
        let errors = form.errors(&id);
        let label = words.say(&Text::new("own.audience").with("part", words.t(field.key())));
        let on_choose = change(form, move |input, audience: Audience| {
            input.audiences.set(field, audience);
        });
        let value = form.value().audiences.of(field);
        html! {
            <div class="own-part">
                <div class="own-part-field">{ control(words, form, field) }</div>
                <div class="own-part-audience">
                    { audience_select(words, Field::new(id, label).errors(errors), value, is_minor, on_choose) }
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
