//! People: searching them, seeing one, and one's own profile. Views draw what pages hand to them;
//! only the suggestions, the preview and the form talk to the server themselves.

mod active_filters;
mod exchange_card;
mod facet_group;
mod facet_panel;
mod member_row;
mod names;
mod no_results;
mod own;
mod profile_view;
mod result_list;
mod search_field;
mod sort_select;
mod suggest_box;

pub use active_filters::ActiveFilters;
pub use facet_panel::FacetPanel;
pub use member_row::MemberRow;
pub use names::facet_label;
pub use no_results::NoResults;
pub use own::{AudienceSelect, OwnProfileForm, PreviewPanel};
pub use profile_view::ProfileView;
pub use result_list::ResultList;
pub use search_field::SearchField;
pub use sort_select::SortSelect;
pub use suggest_box::SuggestBox;
