//! Staff's vocabulary: the words of wishes that nobody understood, and the words that staff teach it.

mod add;
mod forms;
pub mod handlers;
mod history;
pub mod names;
mod note;
mod pages;
mod pass_over;
mod queries;
mod remove;
mod search;
mod solve;

pub use add::add;
pub use note::note_words;
pub use pass_over::{pass_over, take_back};
pub use queries::waiting_words;
pub use remove::{RemoveError, remove};
