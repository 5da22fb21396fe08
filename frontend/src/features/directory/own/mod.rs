//! One's own profile: the form, who sees what, and seeing oneself as others do.

mod audience_select;
mod controls;
mod draft;
mod preview_panel;
mod profile_form;
mod profile_parts;
mod typed;

pub use audience_select::audience_select;
pub use preview_panel::PreviewPanel;
pub use profile_form::OwnProfileForm;
