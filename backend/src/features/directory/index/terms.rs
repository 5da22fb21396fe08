//! What somebody or something can be found by: the terms of names, organisations and fields.

use shared::codes::Field;

use super::postings::NameKind;
use crate::features::directory::fold;
use crate::features::directory::record::Organisation;
use crate::words::CATALOGUES;

/// The terms of a member's names.
pub(super) fn name_terms(name: &str, native: Option<&str>) -> Vec<(String, NameKind)> {
    let latin = fold::terms(name).into_iter().map(|term| (term, NameKind::Latin));
    let native = native
        .into_iter()
        .flat_map(native_terms)
        .map(|term| (term, NameKind::Native));
    latin.chain(native).collect()
}

/// The terms of an organisation's names.
pub(super) fn organisation_terms(organisation: &Organisation) -> Vec<String> {
    let names = std::iter::once(&organisation.name).chain(&organisation.native_name);
    names.flat_map(|name| fold::terms(name)).collect()
}

/// The terms of a native name, in its own script and transliterated, each once.
pub(in super::super) fn native_terms(native: &str) -> Vec<String> {
    let words = fold::words(native);
    let mut terms = fold::latin_terms_of(&words);
    terms.extend(fold::terms_of(words));
    terms.sort_unstable();
    terms.dedup();
    terms
}

/// The terms of a field's name in every language.
pub(in super::super) fn field_terms(field: Field) -> Vec<String> {
    let text = shared::words::Text::new(field.key());
    CATALOGUES
        .iter()
        .flat_map(|catalogue| fold::terms(&catalogue.say(&text, |_| "other".into())))
        .collect()
}
