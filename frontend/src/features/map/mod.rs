//! The world map of invitees. It is a part of its own: its code is fetched when it is first shown.
//!
//! `picture` says what is shown, everything else draws it; `atlas` and `viewport` are pure.

mod atlas;
mod card;
mod charts;
mod colours;
mod controls;
mod downloads;
mod face;
mod halo;
mod land;
mod legend;
mod looking;
mod markup;
mod notes;
mod numbers;
mod outlines;
mod passage;
mod picture;
mod pictures;
mod said;
mod saved;
mod shade;
mod shapes;
mod small_map;
mod sources;
mod stage;
mod table;
mod tiles;
mod use_atlas;
mod viewport;
mod world_map;
mod year_bar;

pub use atlas::Atlas;
pub use controls::{Choice, controls};
pub use face::Face;
pub use notes::year_note;
pub use numbers::{Numbers, NumbersProps};
pub use passage::{Passage, Step};
pub use picture::{Picture, last_year};
pub use pictures::Pictures;
pub use small_map::SmallMap;
pub use stage::Stage;
pub use tiles::{DrawTiles, Tiles, TilesProps};
pub use use_atlas::use_atlas;
pub use year_bar::YearBar;
