//! What people read: sentences, dates and times in Danish, in English and in what else young people get, translations of what
//! they are asked, and the names of languages.

pub mod languages;
pub mod other;
pub mod sentences;
mod texts;
pub mod times;
mod tr;
pub mod translations;

pub use tr::Tr;

/// The name that people are called by.
pub fn first_name(name: &str) -> &str {
    name.split_whitespace().next().unwrap_or_default()
}

/// The first name, and of the last the first letter: enough for its owner, and little for anybody else.
pub fn name_and_initial(name: &str) -> String {
    let first = first_name(name);
    match name.split_whitespace().next_back().filter(|last| *last != first).and_then(|last| last.chars().next()) {
        Some(letter) => format!("{first} {letter}."),
        None => first.to_owned(),
    }
}
