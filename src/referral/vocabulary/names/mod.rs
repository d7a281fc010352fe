//! The names of industries: what we call them, what the classification calls them, and what somebody means by a word.

pub mod handlers;
mod pages;
