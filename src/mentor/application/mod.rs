//! Becoming a mentor: a public form, an address that is confirmed, and nothing shown to anybody before that.

mod apply;
mod confirm;
mod forms;
pub mod handlers;
pub mod letters;
mod pages;
mod remove_unconfirmed;

pub(in crate::mentor) use apply::is_unconfirmed;
pub use apply::{ApplyError, NewApplication, apply};
pub use confirm::{ConfirmError, confirm};
pub use remove_unconfirmed::{remove_unconfirmed, unconfirmed};
