//! What needs whom today: every kind of thing that waits, in one order of urgency. Reads what others write; of its own are the
//! lines that somebody put aside. And the letter of the week, which counts the same.

pub mod digest;
mod find;
mod forms;
pub mod handlers;
mod kind;
mod kinds;
mod left;
mod letters;
mod pages;
mod rows;
mod said;
mod snoozes;
mod told_as_way;
mod urgency;
mod who_hears;

pub use letters::LETTERS;
pub use who_hears::document as who_hears;
