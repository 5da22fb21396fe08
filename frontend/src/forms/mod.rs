//! Fields and the hook that keeps a form's draft. Knows field errors, but no feature and no endpoint.

mod check_group;
mod field;
mod field_errors;
mod select_field;
mod submit_bar;
mod text_field;
mod use_form;

pub use check_group::check_group;
pub use field::Field;
pub use field_errors::field_errors;
pub use select_field::{SelectField, SelectOption};
pub use submit_bar::{SubmitState, submit_bar};
pub use text_field::text_field;
pub use use_form::{Form, use_form};
