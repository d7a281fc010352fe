//! Dated notes of staff about a young person: for staff alone, or for the mentor too. A correction is a new version, and the
//! earlier ones stay.

mod forms;
pub mod handlers;
mod pages;
mod queries;
mod write;

pub use queries::{Noted, for_mentor, of_people};
pub use write::{NewNote, NoteError, correct, pin, write};
