//! The public page: somebody asks for a mentor, for themselves or for a young person they know.

mod forms;
pub mod handlers;
mod pages;
