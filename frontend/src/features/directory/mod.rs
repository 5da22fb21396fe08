//! People: searching them, seeing one, and one's own profile. What has no state of its own is a function
//! that draws; only the suggestions, the preview and the form talk to the server themselves.

mod active_filters;
mod exchange_card;
mod facet_group;
mod member_row;
mod names;
mod no_results;
mod own;
mod profile_view;
mod result_list;
mod search_field;
mod sort_select;
mod suggest_box;

pub use active_filters::active_filters;
pub use facet_group::{FacetGroup, facet_panel};
pub use member_row::member_row;
pub use names::{cohort_name, facet_label};
pub use no_results::no_results;
pub use own::{OwnProfileForm, PreviewPanel, audience_select};
pub use profile_view::{ProfileHeading, profile_view};
pub use result_list::ResultList;
pub use search_field::search_field;
pub use sort_select::sort_select;
pub use suggest_box::SuggestBox;
