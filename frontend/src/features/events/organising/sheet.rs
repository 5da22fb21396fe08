//! What the sections of the editor share: what was typed, what is wrong with it, and the way to change it.

use std::rc::Rc;

use shared::events::EventInput;
use shared::validate::FieldErrors;
use shared::words::Text;
use yew::{AttrValue, Callback};

use crate::forms::Field;
use crate::words::Words;

/// A change of what was typed.
#[derive(Clone)]
pub struct Edit(Rc<dyn Fn(&mut EventInput)>);

impl Edit {
    /// A change.
    pub fn new(change: impl Fn(&mut EventInput) + 'static) -> Self {
        Self(Rc::new(change))
    }

    /// Makes it.
    pub fn apply(&self, input: &mut EventInput) {
        (self.0)(input);
    }
}

/// An event on the desk of its organiser.
#[derive(Clone, PartialEq)]
pub struct Sheet {
    /// The words of the page.
    pub words: Words,
    /// What was typed.
    pub input: Rc<EventInput>,
    /// What is wrong with it.
    pub errors: Rc<FieldErrors>,
    /// Changes it.
    pub on_edit: Callback<Edit>,
}

impl Sheet {
    /// A sentence.
    pub(super) fn t(&self, key: &'static str) -> AttrValue {
        self.words.t(key)
    }

    /// What is wrong with a field.
    pub(super) fn wrong(&self, id: &str) -> Vec<Text> {
        self.errors.get(id).cloned().unwrap_or_default()
    }

    /// A field by its id, which is its name on the wire.
    pub(super) fn field(&self, id: impl Into<AttrValue>, label: &'static str) -> Field {
        let id = id.into();
        let errors = self.wrong(&id);
        Field::new(id, self.t(label)).errors(errors)
    }

    /// A field with a word of help.
    pub(super) fn hinted(&self, id: impl Into<AttrValue>, label: &'static str, hint: &'static str) -> Field {
        self.field(id, label).hint(self.t(hint))
    }

    /// A callback that changes what was typed.
    pub(super) fn change<T: Clone + 'static>(
        &self,
        change: impl Fn(&mut EventInput, T) + Clone + 'static,
    ) -> Callback<T> {
        self.on_edit.reform(move |value: T| {
            let change = change.clone();
            Edit::new(move |input| change(input, value.clone()))
        })
    }
}

/// Puts something in a list or takes it out.
pub(super) fn switch<T: PartialEq>(values: &mut Vec<T>, value: T) {
    match values.iter().position(|known| *known == value) {
        Some(place) => drop(values.remove(place)),
        None => values.push(value),
    }
}

/// Takes one out of a list, if it is still there: who presses twice presses once.
pub(super) fn remove_at<T>(values: &mut Vec<T>, place: usize) {
    if place < values.len() {
        values.remove(place);
    }
}

/// A number as it was typed: nothing where the field is empty, and 0, which is called wrong, where it is no number.
pub(super) fn number(typed: &str) -> Option<u32> {
    let typed = typed.trim();
    (!typed.is_empty()).then(|| typed.parse().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_number_is_not_taken_for_no_limit() {
        assert_eq!(
            [number(""), number(" 40 "), number("-5"), number("many")],
            [None, Some(40), Some(0), Some(0)]
        );
    }
}
