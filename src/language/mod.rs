//! What people read: sentences, dates and times in Danish and in English, and the names of languages.

pub mod languages;
mod texts;
pub mod times;
mod tr;

pub use tr::Tr;

/// The name that people are called by.
pub fn first_name(name: &str) -> &str {
    name.split_whitespace().next().unwrap_or_default()
}
