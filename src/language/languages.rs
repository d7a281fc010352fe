//! The languages that forms offer, by their codes of ISO 639-1.

use crate::language::Tr;

/// Those most spoken in the housing areas, first the two of the interface.
pub const COMMON: [&str; 10] = ["da", "en", "ar", "tr", "so", "ur", "fa", "ku", "bs", "pl"];

/// All others that the interface has a name for.
pub const FURTHER: [&str; 27] = [
    "sq", "am", "bn", "bg", "fo", "fr", "el", "hi", "it", "zh", "kl", "hr", "lt", "nl", "no", "ps", "pt", "pa", "ro",
    "ru", "sr", "es", "sv", "ta", "th", "uk", "vi",
];

/// Whether the interface has a name for it.
pub fn is_known(code: &str) -> bool {
    COMMON.contains(&code) || FURTHER.contains(&code)
}

/// The name of a language for the reader; a code without a name stands for itself.
pub fn name(tr: Tr, code: &str) -> String {
    if is_known(code) { tr.t(format!("language-{code}")) } else { code.to_owned() }
}

/// The names of these languages, with commas between.
pub fn names(tr: Tr, codes: &[String]) -> String {
    codes.iter().map(|code| name(tr, code)).collect::<Vec<_>>().join(", ")
}
