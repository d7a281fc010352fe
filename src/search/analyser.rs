//! Turns the texts of mentors into index terms: folded, stemmed, compounds with their parts.

use std::collections::HashMap;
use std::sync::Arc;

use super::danish;
use super::lexicon::Lexicon;

/// Remembers the words it has seen: mentors share most of theirs, and taking a word apart is most of the work.
pub struct Analyser<'l> {
    lexicon: &'l Lexicon,
    seen: HashMap<String, Arc<[Arc<str>]>>,
}

impl<'l> Analyser<'l> {
    pub fn new(lexicon: &'l Lexicon) -> Self {
        Self { lexicon, seen: HashMap::new() }
    }

    /// The terms of a text, a compound before its parts. Compounds are split when text is indexed; a search splits its
    /// own words.
    pub fn terms(&mut self, text: &str) -> Vec<Arc<str>> {
        let mut terms = Vec::new();
        for word in danish::words(text) {
            terms.extend_from_slice(&self.terms_of(word));
        }
        terms
    }

    fn terms_of(&mut self, word: &str) -> Arc<[Arc<str>]> {
        if let Some(terms) = self.seen.get(word) {
            return Arc::clone(terms);
        }
        let folded = danish::fold(word);
        let parts = self.lexicon.parts(&folded);
        let terms: Arc<[Arc<str>]> = std::iter::once(danish::stem(&folded)).chain(parts).map(Arc::from).collect();
        self.seen.insert(word.to_owned(), Arc::clone(&terms));
        terms
    }
}
