//! Who is signed in, signing in and out.

mod account;
mod demo_doors;
mod session;

pub use account::Account;
pub use demo_doors::DemoDoors;
pub use session::{Session, SessionProvider, use_session};
