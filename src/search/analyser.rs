//! Turns the text of a mentor into index terms: folded, stemmed, compounds with their parts.

use std::sync::Arc;

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

use super::danish;
use super::lexicon::Lexicon;

/// Splits compounds when text is indexed; a search looks for the words as they are.
#[derive(Clone)]
pub struct Analyser {
    lexicon: Arc<Lexicon>,
}

impl Analyser {
    pub fn new(lexicon: Arc<Lexicon>) -> Self {
        Self { lexicon }
    }
}

impl Tokenizer for Analyser {
    type TokenStream<'a> = Terms;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Terms {
        let mut terms = Vec::new();
        for (position, word) in danish::words(text).into_iter().enumerate() {
            let folded = danish::fold(word);
            let parts = self.lexicon.parts(&folded);
            let all = std::iter::once(danish::stem(&folded)).chain(parts);
            terms.extend(all.map(|text| term(text, position)));
        }
        Terms { terms, next: 0 }
    }
}

fn term(text: String, position: usize) -> Token {
    Token { text, position, ..Token::default() }
}

/// The index terms of one text, a compound and its parts at one position.
pub struct Terms {
    terms: Vec<Token>,
    /// One past the term in hand; zero before the first.
    next: usize,
}

impl TokenStream for Terms {
    fn advance(&mut self) -> bool {
        self.next += 1;
        self.next <= self.terms.len()
    }

    fn token(&self) -> &Token {
        &self.terms[self.next - 1]
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.terms[self.next - 1]
    }
}
