//! What whoever referred is told of how it goes, one dated sentence at a time; and what they and staff write to each other
//! about it. Nothing of a mentor's notes, and nothing of what was said on the phone, is ever part of it.

pub mod letters;
mod said;
mod say;
mod write;

pub use said::{Said, has_waiting_reply, of_follow_up, said, waits_since};
pub use say::{SayError, TakenBack, say, take_back};
pub use write::{settle, write};
