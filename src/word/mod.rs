//! Stored words, and what people read of them.

mod choice;
mod languages;
mod stored;
mod worded;

pub use choice::Choice;
pub use languages::{common_languages, further_languages};
pub use worded::Worded;
