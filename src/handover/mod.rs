//! Handing over who sees to what: one thing from its page, all of a filtered list, or all of one colleague's.

mod forms;
pub mod handlers;
mod listed;
mod pages;
