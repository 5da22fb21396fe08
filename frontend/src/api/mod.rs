//! The client of the server's endpoints: typed calls, and the hooks that keep their answers on the screen.

mod cache;
pub mod client;
mod failure;
mod language;
mod load;
mod revisions;
mod use_mutation;
mod use_query;

pub use cache::Answer;
pub use failure::Failure;
pub use language::{fetch_later_words, fetch_words};
pub use load::load;
pub use revisions::{Revisions, RevisionsProvider, use_revisions};
pub use use_mutation::{Mutation, use_mutation};
pub use use_query::{Query, use_file, use_query, use_query_if};
