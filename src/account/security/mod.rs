//! The security log as administrators read it.

mod forms;
pub mod handlers;
mod list;
mod pages;
