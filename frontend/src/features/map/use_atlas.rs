//! The shapes, fetched and read once: the page's file of them is named in the page itself.

use std::cell::RefCell;
use std::rc::Rc;

use shared::api::Feature;
use yew::hook;

use super::atlas::Atlas;
use crate::api::{Answer, Failure, Query, use_file};

thread_local! {
    static READ: RefCell<Option<Rc<Atlas>>> = const { RefCell::new(None) };
}

/// The shapes, as far as they are here.
#[hook]
pub fn use_atlas() -> Query<Atlas> {
    use_file("club-world", Feature::Map, read)
}

// The same shapes whenever they are asked for: others would be drawn anew.
fn read(file: &str) -> Result<Answer, Failure> {
    READ.with_borrow_mut(|read| {
        if read.is_none() {
            *read = Atlas::parse(file).map(Rc::new);
        }
        read.clone().map(|atlas| atlas as Answer).ok_or(Failure::Decode)
    })
}
