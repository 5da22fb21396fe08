//! Tickets and the door: what works without network.

mod check_in;
mod guest_rows;
mod qr;
mod scans;
mod ticket;
mod use_door;

pub use check_in::CheckInPanel;
pub use ticket::ticket_view;
