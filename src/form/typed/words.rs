//! Lines and texts as they are kept.

use unicode_normalization::UnicodeNormalization;

use super::plain::{is_joiner, is_unseen};

/// Letters composed (NFC), without marks that nobody sees.
pub fn seen(typed: &str) -> String {
    let signs: Vec<char> = typed.chars().filter(|c| !is_unseen(*c)).collect();
    let kept = signs.iter().enumerate().filter(|(at, c)| !is_joiner(**c) || joins(&signs, *at));
    kept.map(|(_, c)| *c).nfc().collect()
}

/// A line of text: as [`seen()`], spaces within it single, none around it, no control characters.
pub fn line(typed: &str) -> String {
    let spaced: String = seen(typed).chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a joiner means something where it stands: between letters of a script that joins them, or between pictures.
/// Latin, Greek and Cyrillic letters lie below U+0590, and no joiner changes them.
fn joins(signs: &[char], at: usize) -> bool {
    let is_joined = |c: &char| *c > '\u{590}' && !c.is_whitespace() && !is_joiner(*c);
    at > 0 && is_joined(&signs[at - 1]) && signs.get(at + 1).is_some_and(is_joined)
}

/// A text of several lines: as [`line()`], with the line breaks kept.
pub fn text(typed: &str) -> String {
    let one_break = typed.replace("\r\n", "\n").replace(['\r', '\u{85}', '\u{2028}', '\u{2029}'], "\n");
    let lines: Vec<String> = one_break.split('\n').map(line).collect();
    lines.join("\n").trim().to_owned()
}

/// Whether nothing was typed, or nothing that anybody sees.
pub fn is_blank(typed: &str) -> bool {
    line(typed).is_empty()
}

/// [`line()`], or nothing when nothing was typed.
pub fn optional_line(typed: &str) -> Option<String> {
    Some(line(typed)).filter(|line| !line.is_empty())
}

/// [`text()`], or nothing when nothing was typed.
pub fn optional_text(typed: &str) -> Option<String> {
    Some(text(typed)).filter(|text| !text.is_empty())
}

/// How long a kept text is, as a browser counts for `maxlength`: a picture is two or more.
pub fn length(text: &str) -> usize {
    text.encode_utf16().count()
}
