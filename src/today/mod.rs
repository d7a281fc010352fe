//! What needs whom today. Only reads.

pub mod handlers;
mod kinds;
mod left;
mod letters;
mod pages;
mod queries;

pub use letters::LETTERS;
