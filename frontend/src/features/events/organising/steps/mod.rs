//! The steps of an event's life: publishing, calling off, copying, deleting. Each says what will happen before it does.

mod buttons;
mod cancel;
mod publish;
mod save;

pub(crate) use buttons::{Opened, step_buttons};
pub(crate) use cancel::CancelDialog;
pub(crate) use publish::PublishDialog;
pub(crate) use save::SaveDialog;
