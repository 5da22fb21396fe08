//! Whether the reader has come near to something further down the page.

use yew::{hook, use_effect_with, use_state_eq};

use crate::browser::scroll;

/// Turns true when the element with this id is about to be seen, and stays so.
#[hook]
pub fn use_nearness(id: &'static str) -> bool {
    let is_near = use_state_eq(|| false);
    let setter = is_near.setter();
    use_effect_with((), move |()| {
        let watch = scroll::when_near(id, move || setter.set(true));
        move || drop(watch)
    });
    *is_near
}
