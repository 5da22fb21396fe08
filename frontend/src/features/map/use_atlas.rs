//! The shapes, fetched once: the page's file of them is named in the page itself.

use std::cell::RefCell;
use std::rc::Rc;

use yew::{Callback, hook, use_effect_with, use_state, use_state_eq};

use super::atlas::Atlas;
use crate::api::fetch_file;
use crate::browser::spawn;

/// The shapes, as far as they are here.
#[derive(Clone, Debug)]
pub struct AtlasQuery {
    /// The shapes.
    pub atlas: Option<Rc<Atlas>>,
    /// Whether they could not be had.
    pub is_missing: bool,
    /// Tries again.
    pub retry: Callback<()>,
}

thread_local! {
    static KEPT: RefCell<Option<Rc<Atlas>>> = const { RefCell::new(None) };
}

/// Fetches the shapes, unless they are here already.
#[hook]
pub fn use_atlas() -> AtlasQuery {
    let atlas = use_state(|| KEPT.with_borrow(Clone::clone));
    let is_missing = use_state_eq(|| false);
    let attempt = use_state_eq(|| 0_u32);
    {
        let (atlas, is_missing) = (atlas.clone(), is_missing.setter());
        use_effect_with(*attempt, move |_| {
            if atlas.is_none() {
                is_missing.set(false);
                spawn(async move {
                    let file = fetch_file("club-world").await.ok();
                    match file.as_deref().and_then(Atlas::parse) {
                        Some(arrived) => {
                            let arrived = Rc::new(arrived);
                            KEPT.set(Some(Rc::clone(&arrived)));
                            atlas.set(Some(arrived));
                        }
                        None => is_missing.set(true),
                    }
                });
            }
        });
    }
    AtlasQuery {
        atlas: (*atlas).clone(),
        is_missing: *is_missing,
        retry: Callback::from(move |()| attempt.set(*attempt + 1)),
    }
}
