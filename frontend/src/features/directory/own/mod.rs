//! One's own profile: the form, who sees what, and seeing oneself as others do.

mod audience_select;
mod draft;
mod languages_field;
mod preview_panel;
mod profile_form;
mod profile_parts;

pub use audience_select::AudienceSelect;
pub use preview_panel::PreviewPanel;
pub use profile_form::OwnProfileForm;
