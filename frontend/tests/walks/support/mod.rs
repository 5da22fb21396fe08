//! What the walks stand on: the server and the driver, a page with its waits, and the list of screens.

mod api;
mod directory;
mod failed;
mod find;
mod leash;
mod page;
mod screens;
mod session;
mod stage;
mod traffic;
mod wait;
mod walk;
mod words;

pub(crate) use page::{DESKTOP, PHONE, Page, Size, TABLET};
pub(crate) use screens::Screen;
pub(crate) use stage::{Server, http_get, stage};
pub(crate) use walk::{walk, walk_alone, walk_on};
pub(crate) use words::{Language, digits, keys, words};
