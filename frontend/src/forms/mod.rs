//! Fields and the hook that keeps a form's draft. Knows field errors, but no feature and no endpoint.

mod check_field;
mod check_group;
mod chip_choice;
mod combobox;
mod error_summary;
mod field;
mod field_errors;
mod input_field;
mod radio_group;
mod select_field;
mod stepper;
mod submit_bar;
mod text_area;
mod text_field;
mod use_form;

pub use check_field::check_field;
pub use check_group::check_group;
pub use chip_choice::chip_choice;
pub use combobox::{Combobox, Offer};
pub use error_summary::{ERROR_SUMMARY, Wrong, error_summary};
pub use field::Field;
pub use field_errors::field_errors;
pub use input_field::{InputKind, input_field};
pub use radio_group::{Choice, radio_group};
pub use select_field::{SelectField, SelectOption};
pub use stepper::stepper;
pub use submit_bar::{SubmitState, submit_bar};
pub use text_area::text_area;
pub use text_field::text_field;
pub use use_form::{Form, use_form};
