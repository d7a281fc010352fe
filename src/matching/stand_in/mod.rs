//! Staff name somebody to stand in for the mentor of a course, by the rules of matching. What follows from it is the course's.

mod choices;
mod forms;
pub mod handlers;
mod name;
mod pages;

pub use name::{NameError, name};
