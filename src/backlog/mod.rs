//! Whoever is brought in by a file has often waited for long already. The clock writes to nobody of them about what was due before
//! the file came, until staff have seen how many that are and said so (docs/adr/0075).

mod brought;
mod decide;
mod due;
pub mod handlers;
mod pages;
mod spare;

pub use brought::brought;
pub use decide::{Decided, decide};
pub use due::Due;
pub use spare::{Spared, held_until, spared, was_brought};
