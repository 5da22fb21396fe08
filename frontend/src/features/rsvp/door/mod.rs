//! Tickets and the door: what works without network.

mod camera;
mod check_in;
mod decoder;
mod guest_rows;
mod qr;
mod scans;
mod sight;
mod ticket;
mod use_door;

pub use camera::{CameraState, camera_view};
pub use check_in::{CheckInPanel, verdict};
pub use ticket::ticket_view;
