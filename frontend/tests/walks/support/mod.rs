//! What the walks stand on: the server and the driver, a page with its waits, and the list of screens.

mod answered;
mod api;
pub(crate) mod csv;
mod directory;
mod expected;
mod failed;
mod find;
mod focus;
mod invitation;
mod leash;
mod map;
mod organising;
mod page;
mod screen_names;
mod screens;
mod session;
mod site;
mod somebody;
mod stage;
mod touch;
mod traffic;
mod wait;
mod walk;
mod ways;
mod words;

pub(crate) use expected::{Expected, choice, grouped, said, say};
pub(crate) use invitation::{hybrid, reunion};
pub(crate) use map::{Bar, CARD_SEEN, PLACE, Shown, map_of};
pub(crate) use page::{DESKTOP, PHONE, Page, Size, TABLET};
pub(crate) use screens::Screen;
pub(crate) use somebody::Somebody;
pub(crate) use stage::{Server, http_get, stage};
pub(crate) use touch::Point;
pub(crate) use walk::{walk, walk_alone, walk_on};
pub(crate) use words::{Language, digits, keys, words};
