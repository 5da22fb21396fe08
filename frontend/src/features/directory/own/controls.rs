//! What changes each part of the profile.

use shared::codes::OpenTo;
use shared::directory::{PersonalField, ProfileInput};
use shared::fields::{COUNTRIES, CountryCode};
use shared::words::Text;
use yew::{AttrValue, Callback, Html, MouseEvent, html};

use super::draft::{LANGUAGES, add_language, switch_code};
use crate::browser::intl;
use crate::forms::{Field, Form, SelectField, SelectOption, check_group, text_field};
use crate::ui::removable_chip;
use crate::words::Words;

/// The draft of one's own profile.
pub(super) type Draft = Form<ProfileInput>;

/// A callback that changes the draft.
pub(super) fn change<T: 'static>(form: &Draft, change: impl Fn(&mut ProfileInput, T) + Copy + 'static) -> Callback<T> {
    let form = form.clone();
    Callback::from(move |value| form.change(move |input| change(input, value)))
}

/// The field of one part.
pub(super) fn control(words: &Words, form: &Draft, part: PersonalField) -> Html {
    let field = Field::new(part.code(), words.t(part.key())).errors(form.errors(part.code()));
    let value = form.value();
    match part {
        PersonalField::NativeName => {
            let field = field.hint(words.t("own.native_name_hint"));
            let on_change = change(form, |input, name| input.native_name = name);
            text_field(words, &field, value.native_name.clone(), &on_change)
        }
        PersonalField::Affiliation => {
            let on_change = change(form, |input, affiliation| input.affiliation = affiliation);
            text_field(words, &field, value.affiliation.clone(), &on_change)
        }
        PersonalField::Fields => fields(words, form, &field.hint(words.t("own.fields_hint"))),
        PersonalField::OpenTo => open_to(words, form, &field),
        PersonalField::LivesIn => {
            let on_change = change(form, |input, code: String| input.lives_in = code.parse().ok());
            let value = value.lives_in.map_or("", CountryCode::code);
            html! { <SelectField {field} options={countries(words)} {value} {on_change} /> }
        }
        PersonalField::Languages => languages(words, form, field),
        PersonalField::Trip => html! {
            <div class="field">
                <p class="field-label">{ field.label }</p>
                <p class="field-hint">{ words.t("own.trip_hint") }</p>
            </div>
        },
    }
}

fn fields(words: &Words, form: &Draft, field: &Field) -> Html {
    let all = shared::codes::Field::ALL.iter();
    let options = all.map(|field| (field.code(), words.t(field.key()))).collect();
    let chosen: Vec<&str> = form.value().fields.iter().map(|field| field.code()).collect();
    let on_toggle = change(form, |input, code: &'static str| switch_code(&mut input.fields, code));
    check_group(words, field, options, &chosen, &on_toggle)
}

fn open_to(words: &Words, form: &Draft, field: &Field) -> Html {
    let options = OpenTo::ALL
        .iter()
        .map(|open_to| (open_to.code(), words.t(open_to.key())))
        .collect();
    let chosen: Vec<&str> = form.value().open_to.iter().map(|open_to| open_to.code()).collect();
    let on_toggle = change(form, |input, code: &'static str| switch_code(&mut input.open_to, code));
    check_group(words, field, options, &chosen, &on_toggle)
}

/// Languages as chips, and a list to add one.
fn languages(words: &Words, form: &Draft, field: Field) -> Html {
    let chosen = &form.value().languages;
    let chip = |tag: &String| {
        let label = words.language_name(tag);
        let description = words.say(&Text::new("directory.remove").with("name", &label));
        let remove = change(form, |input, tag: String| input.languages.retain(|known| *known != tag));
        let tag = tag.clone();
        html! { <li>{ removable_chip(label, description, remove.reform(move |_: MouseEvent| tag.clone())) }</li> }
    };
    let left = LANGUAGES.iter().filter(|tag| !chosen.iter().any(|known| known == *tag));
    let named = left.map(|tag| (AttrValue::from(*tag), words.language_name(tag)));
    let options = sorted(words, words.t("own.add_language"), named);
    let on_change = change(form, |input, tag: String| add_language(input, &tag));
    html! {
        <div class="languages">
            <SelectField key={chosen.len()} {field} {options} value="" {on_change} />
            if !chosen.is_empty() {
                <ul class="chips">{ for chosen.iter().map(chip) }</ul>
            }
        </div>
    }
}

/// All countries/regions.
fn countries(words: &Words) -> Vec<SelectOption> {
    let named = (0..COUNTRIES.len()).filter_map(CountryCode::from_index);
    let named = named.map(|country| (country.code().into(), words.region(country)));
    sorted(words, words.t("own.not_said"), named)
}

/// Choices in the reader's alphabetical order, after the one that chooses nothing.
fn sorted(words: &Words, nothing: AttrValue, named: impl Iterator<Item = SelectOption>) -> Vec<SelectOption> {
    let mut options = vec![(AttrValue::default(), nothing)];
    for (value, label) in named {
        // Put in place one by one: a sorting routine of its own would weigh 3 kB in the wasm.
        let after =
            |(value, known): &SelectOption| value.is_empty() || intl::compare(words.language(), known, &label).is_le();
        let place = options.partition_point(after);
        options.insert(place, (value, label));
    }
    options
}
