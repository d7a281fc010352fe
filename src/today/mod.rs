//! What needs whom today. Only reads.

pub mod handlers;
mod kinds;
mod left;
mod letters;
mod pages;
mod queries;
mod who_hears;

pub use letters::LETTERS;
pub use who_hears::document as who_hears;
