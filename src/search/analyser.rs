//! Turns the text of a mentor into index terms: folded, stemmed, compounds with their parts.

use super::danish;
use super::lexicon::Lexicon;

/// The terms of a text, a compound before its parts. Compounds are split when text is indexed; a search looks for the
/// words as they are.
pub fn terms(lexicon: &Lexicon, text: &str) -> Vec<String> {
    let mut terms = Vec::new();
    for word in danish::words(text) {
        let folded = danish::fold(word);
        terms.push(danish::stem(&folded));
        terms.extend(lexicon.parts(&folded));
    }
    terms
}
