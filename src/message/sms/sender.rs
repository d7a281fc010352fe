//! Whom a text message comes from, as the phone shows it.

use crate::form::typed;

/// The longest name that networks carry: a longer one is cut or replaced, and nobody is told.
const NAME_LENGTH: usize = 11;

/// A name of three to eleven signs, which cannot be answered, or a number, which can.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sender {
    Name(String),
    /// A phone number as `+4512345678`, or a short one as the networks give out.
    Number(String),
}

impl Sender {
    /// Reads what the settings say. Only letters that no network replaces.
    pub fn read(text: &str) -> Option<Self> {
        let is_short_number = (4..=6).contains(&text.len()) && text.bytes().all(|digit| digit.is_ascii_digit());
        if is_short_number {
            return Some(Self::Number(text.to_owned()));
        }
        if let Some(number) = typed::phone(text) {
            return Some(Self::Number(number));
        }
        let is_plain = text.chars().all(|sign| sign.is_ascii_alphanumeric() || matches!(sign, ' ' | '.' | '-' | '&'));
        let is_name = is_plain && text.contains(|sign: char| sign.is_ascii_alphabetic());
        ((3..=NAME_LENGTH).contains(&text.len()) && is_name).then(|| Self::Name(text.to_owned()))
    }

    /// Whether what is sent can be answered, and so stopped by answering.
    pub fn can_be_answered(&self) -> bool {
        matches!(self, Self::Number(_))
    }
}
