//! What is no name: our letters greet people by it, and a stranger may have typed it.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use super::typed;

/// Signs that stand in no name and may mean something to whatever reads a letter.
const MARKUP: &[char] = &['<', '>', '{', '}', '[', ']', '\\', '|', '`', '=', '/', '@', ':', '#', '*', '_', '~', '^'];

/// Whether what is kept of a name has a letter and holds nothing that is or becomes a link: no web address, no mail
/// address, no markup. `J.P. Holm` and `Anne-Marie O'Neill` are names; `holm.example` and `www` before anything are not.
pub fn is_name(typed: &str) -> bool {
    let kept = typed::line(typed);
    let name: String = kept.nfkc().map(|sign| if sign == '。' { '.' } else { sign }).collect();
    name.contains(is_letter) && !name.contains(MARKUP) && !name.split_whitespace().any(is_web_address)
}

/// A mark that some script counts as a letter shows nothing alone.
fn is_letter(sign: char) -> bool {
    sign.is_alphabetic() && !is_combining_mark(sign)
}

/// Two letters or more on both sides of a full stop, without a space: a mail program makes a link of it.
fn is_web_address(word: &str) -> bool {
    let word = word.trim_matches(|sign: char| !sign.is_alphanumeric()).to_lowercase();
    let parts: Vec<&str> = word.split('.').collect();
    let long =
        |part: &&str| part.chars().count() >= 2 && part.chars().all(|sign| sign.is_alphanumeric() || sign == '-');
    parts.first() == Some(&"www") || parts.windows(2).any(|pair| pair.iter().all(long))
}
