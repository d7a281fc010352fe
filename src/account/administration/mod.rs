//! What administrators see of the platform itself: where everything is, and the mail.

pub mod handlers;
mod pages;
