//! Staff's list of proposals: filtered, sorted and paged by its address.

mod find;
mod forms;
pub mod handlers;
mod pages;

pub use find::with_names;
