//! What all fields share: the id, the label, a hint, and what is wrong.

use shared::words::Text;
use yew::{AttrValue, Html, html};

use super::field_errors::{error_id, field_errors};
use crate::words::Words;

/// A field without its control.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Field {
    /// Its id, also its name.
    pub id: AttrValue,
    /// Its label.
    pub label: AttrValue,
    /// A word of help.
    pub hint: Option<AttrValue>,
    /// What is wrong with it.
    pub errors: Vec<Text>,
}

impl Field {
    /// A field with a label.
    pub fn new(id: impl Into<AttrValue>, label: AttrValue) -> Self {
        Self {
            id: id.into(),
            label,
            ..Self::default()
        }
    }

    /// With a word of help.
    #[must_use]
    pub fn hint(self, hint: AttrValue) -> Self {
        Self {
            hint: Some(hint),
            ..self
        }
    }

    /// With what is wrong.
    #[must_use]
    pub fn errors(self, errors: Vec<Text>) -> Self {
        Self { errors, ..self }
    }

    pub(super) fn is_wrong(&self) -> bool {
        !self.errors.is_empty()
    }

    pub(super) fn class(&self) -> &'static str {
        if self.is_wrong() { "field field--wrong" } else { "field" }
    }

    /// The ids of hint and errors, for screen readers.
    pub(super) fn described_by(&self) -> Option<String> {
        let hint = self.hint.is_some().then(|| self.hint_id());
        let error = self.is_wrong().then(|| error_id(&self.id));
        let ids: Vec<String> = hint.into_iter().chain(error).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    fn hint_id(&self) -> String {
        [self.id.as_str(), "hint"].join("-")
    }

    /// The hint, where there is one.
    pub(super) fn draw_hint(&self) -> Html {
        let hint = self.hint.iter();
        hint.map(|hint| html! { <p class="field-hint" id={self.hint_id()}>{ hint }</p> })
            .collect()
    }

    /// Label, control, and what is wrong.
    pub(super) fn draw(&self, words: &Words, control: Html) -> Html {
        html! {
            <div class={self.class()}>
                <label class="field-label" for={self.id.clone()}>{ &self.label }</label>
                { self.draw_hint() }
                { control }
                { field_errors(words, &self.id, &self.errors) }
            </div>
        }
    }
}
