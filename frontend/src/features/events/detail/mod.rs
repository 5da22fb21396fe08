//! One event of the club, as its readers see it: from its heading to what became of it.

mod banner;
mod calendar;
mod description;
mod facts;
mod heading;
mod report;
mod seats;

pub use banner::banner;
pub use calendar::{calendar_buttons, feed_links};
pub use description::description;
pub use facts::{event_clocks, facts};
pub use heading::heading;
pub use report::report;
pub use seats::seats;

use shared::ids::PictureId;

/// Where a picture is.
fn picture_address(picture: PictureId) -> String {
    ["/api/pictures/", picture.to_string().as_str()].concat()
}
