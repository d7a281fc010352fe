//! Words that are stored, and what people read of them.

mod choice;

pub use choice::Choice;
