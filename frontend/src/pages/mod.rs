//! One file a page: reads the address, asks the server, and puts features together.

mod at_hand;
mod check_in;
mod directory;
mod event;
mod events;
mod events_past;
mod events_upcoming;
mod home;
mod later;
mod map;
mod map_stage;
mod next_events;
mod not_found;
mod notices;
mod organiser;
mod outbox;
mod own;
mod own_profile;
mod part_page;
mod parts;
mod profile;
mod sign_in;
mod ticket;

pub use directory::DirectoryPage;
pub use home::HomePage;
pub use part_page::PartPage;
pub use parts::Part;
