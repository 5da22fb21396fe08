//! Answers and waiting lists: stories of what happens to people, and random histories of events against laws that must
//! always hold and against a slow rule that is plain to see.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod histories;
mod laws;
mod picture;
mod slow;
mod steps;
mod stories;
mod stories_of_lists;
mod stories_of_organisers;
mod support;
mod wire;
