//! Stored words, and what people read of them.

mod choice;
mod languages;
mod stored;
mod worded;
mod yes_no;

pub use choice::Choice;
pub use languages::{common_languages, further_languages};
pub use worded::Worded;
pub use yes_no::YesNo;
