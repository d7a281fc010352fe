//! Text messages as administrators see them: whether they leave, and in a folder as a phone would show them.

pub mod handlers;
mod pages;
