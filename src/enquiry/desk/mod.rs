//! Staff's pages: the list of enquiries, and one of them with what can be done.

mod forms;
pub mod handlers;
mod list;
mod pages;
