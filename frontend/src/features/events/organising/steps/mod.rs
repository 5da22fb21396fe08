//! The steps of an event's life: publishing, calling off, copying, deleting. Each says what will happen before it does.

mod buttons;
mod cancel;
mod publish;
mod save;

pub use buttons::{Opened, step_buttons};
pub use cancel::CancelDialog;
pub use publish::PublishDialog;
pub use save::SaveDialog;
