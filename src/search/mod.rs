//! The search kit: Danish words, and an index of mentors on disk or in memory.
//!
//! The index is a derived copy of the database: it can always be built again. All calls that read
//! or write it block; async code runs them through `tokio::task::spawn_blocking`.

mod analyser;
pub mod danish;
mod document;
mod error;
mod find;
mod fresh;
mod generation;
mod index;
mod lexicon;
mod likeness;
mod place;
mod query;
mod remembered;
mod tally;
mod want;
mod written;

pub use document::MentorDocument;
pub use error::{OpenError, SearchError};
pub use index::MentorIndex;
pub use lexicon::Lexicon;
pub use likeness::{Likeness, ReadText, likeness};
pub use query::{MentorHit, MentorQuery};
pub use remembered::Remembered;
