//! What a bare machine lacks: each file brings one thing, does nothing when it is there
//! already, and says what to do by hand when it cannot be had.

pub(crate) mod apt;
pub(crate) mod browser;
pub(crate) mod cargo_tools;
pub(crate) mod install;
pub(crate) mod make;
pub(crate) mod node;
pub(crate) mod postgres;
pub(crate) mod python;
pub(crate) mod rust;
