//! What somebody answers to stop our messages, or to have them again.

use unicode_normalization::UnicodeNormalization;

/// What a message asks for that is nothing but one of the agreed words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    Stop,
    Start,
}

/// In Danish, English, Turkish, Somali, Arabic, which Persian shares, and Ukrainian; all but the first two wait for speakers to
/// look at them.
const STOP: [&str; 13] = [
    "stop",
    "stopall",
    "afmeld",
    "frameld",
    "slut",
    "unsubscribe",
    "cancel",
    "end",
    "quit",
    "dur",
    "jooji",
    "توقف",
    "стоп",
];
const START: [&str; 1] = ["start"];

impl Wish {
    /// The wish of a whole message, however it is written. A word among others is no wish: "stop, jeg er på vej" is not.
    pub fn of(message: &str) -> Option<Self> {
        let is_around =
            |sign: char| sign.is_whitespace() || sign.is_ascii_punctuation() || matches!(sign, '“' | '”' | '’');
        let word: String = message.trim_matches(is_around).nfkc().flat_map(char::to_lowercase).collect();
        match word.as_str() {
            word if STOP.contains(&word) => Some(Self::Stop),
            word if START.contains(&word) => Some(Self::Start),
            _ => None,
        }
    }
}
