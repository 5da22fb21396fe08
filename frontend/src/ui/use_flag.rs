//! A switch of a component: open or closed, done or not.

use yew::{Callback, UseStateHandle, hook, use_state_eq};

/// A switch that is off at first. One hook for all of them, because every call of `use_state` with a closure
/// of its own is another copy in the wasm.
#[hook]
pub fn use_flag() -> UseStateHandle<bool> {
    use_state_eq(|| false)
}

/// What turns a switch on or off.
pub fn turn(flag: &UseStateHandle<bool>, on: bool) -> Callback<()> {
    let setter = flag.setter();
    Callback::from(move |()| setter.set(on))
}
