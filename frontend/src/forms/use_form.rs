//! A form's draft: what was typed, whether it differs from what is saved, and what is wrong with it.

use std::rc::Rc;

use shared::validate::{FieldErrors, Validate};
use shared::words::Text;
use yew::{Reducible, UseReducerHandle, hook, use_reducer};

struct Draft<T> {
    saved: T,
    value: T,
    errors: FieldErrors,
}

enum Action<T> {
    Change(Box<dyn FnOnce(&mut T)>),
    Refuse(FieldErrors),
    Save(T),
}

impl<T: Clone + Validate + 'static> Reducible for Draft<T> {
    type Action = Action<T>;

    fn reduce(self: Rc<Self>, action: Action<T>) -> Rc<Self> {
        let (saved, mut value) = (self.saved.clone(), self.value.clone());
        match action {
            Action::Change(change) => {
                change(&mut value);
                // Once something was called wrong, it is called right as soon as it is.
                let wrong = value.validate().err().unwrap_or_default();
                let mut errors = self.errors.clone();
                errors.retain(|name, _| wrong.contains_key(name));
                Rc::new(Self { saved, value, errors })
            }
            Action::Refuse(errors) => Rc::new(Self { saved, value, errors }),
            Action::Save(saved) => Rc::new(Self {
                value: saved.clone(),
                saved,
                errors: FieldErrors::new(),
            }),
        }
    }
}

/// A draft that can be changed and checked.
pub struct Form<T: Clone + Validate + 'static>(UseReducerHandle<Draft<T>>, Rc<()>);

impl<T: Clone + Validate + 'static> Clone for Form<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone(), Rc::clone(&self.1))
    }
}

// A draft that changed draws its fields again; one that did not is not handed on.
impl<T: Clone + Validate + 'static> PartialEq for Form<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.1, &other.1)
    }
}

impl<T: Clone + PartialEq + Validate + 'static> Form<T> {
    /// What was typed so far.
    pub fn value(&self) -> &T {
        &self.0.value
    }

    /// Whether it differs from what is saved.
    pub fn is_changed(&self) -> bool {
        self.0.value != self.0.saved
    }

    /// What is wrong with a field.
    pub fn errors(&self, field: &str) -> Vec<Text> {
        self.0.errors.get(field).cloned().unwrap_or_default()
    }

    /// The first field with an error.
    pub fn first_error(&self) -> Option<&str> {
        self.0.errors.keys().next().map(String::as_str)
    }

    /// Changes the draft.
    pub fn change(&self, change: impl FnOnce(&mut T) + 'static) {
        self.0.dispatch(Action::Change(Box::new(change)));
    }

    /// Shows what is wrong.
    pub fn refuse(&self, errors: FieldErrors) {
        self.0.dispatch(Action::Refuse(errors));
    }

    /// Takes over what was saved.
    pub fn save(&self, saved: T) {
        self.0.dispatch(Action::Save(saved));
    }

    /// The draft if it is fine; otherwise shows what is not, and tells the first such field.
    ///
    /// # Errors
    /// The first field with an error.
    pub fn checked(&self) -> Result<T, String> {
        let Err(errors) = self.0.value.validate() else {
            return Ok(self.0.value.clone());
        };
        let first = errors.keys().next().cloned().unwrap_or_default();
        self.refuse(errors);
        Err(first)
    }
}

/// A draft that starts with what was typed before, or else with what is saved.
#[hook]
pub fn use_form<T: Clone + Validate + 'static>(saved: &T, typed: impl FnOnce() -> Option<T>) -> Form<T> {
    let saved = saved.clone();
    // A handle of every drawing is a new one, so that fields see what changed.
    Form(
        use_reducer(|| Draft {
            value: typed().unwrap_or_else(|| saved.clone()),
            saved,
            errors: FieldErrors::new(),
        }),
        Rc::new(()),
    )
}

#[cfg(test)]
mod tests {
    use shared::validate::Checker;

    use super::*;

    #[derive(Clone, Debug, PartialEq)]
    struct Name(String);

    impl Validate for Name {
        fn validate(&self) -> Result<(), FieldErrors> {
            let mut checker = Checker::default();
            checker.check(!self.0.is_empty(), "name", || Text::new("invalid.required"));
            checker.finish()
        }
    }

    #[test]
    fn an_error_goes_when_the_field_is_right_again_and_nothing_typed_is_lost() {
        let name = |text: &str| Name(text.into());
        let draft = Rc::new(Draft {
            saved: name("Ada"),
            value: name(""),
            errors: FieldErrors::new(),
        });
        let draft = draft.reduce(Action::Refuse(name("").validate().unwrap_err()));
        assert_eq!(draft.errors.len(), 1);
        let draft = draft.reduce(Action::Change(Box::new(|name: &mut Name| name.0.push('B'))));
        assert_eq!(
            (draft.errors.len(), draft.value.0.as_str(), draft.saved.0.as_str()),
            (0, "B", "Ada")
        );
        let draft = draft.reduce(Action::Save(name("B")));
        assert_eq!(draft.saved, draft.value);
    }
}
