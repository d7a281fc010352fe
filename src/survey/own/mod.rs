//! The young person's own page behind the link of a survey, in their language.

pub mod handlers;
mod pages;
mod question;

pub use question::source;
