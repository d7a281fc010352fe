//! A young person's words, and the ways in which a mentor may have them.

use tantivy::Searcher;

use super::danish;
use super::document::{Fields, TEXTS};
use super::error::SearchError;
use super::fresh::Fresh;
use super::lexicon::Lexicon;
use super::place::Place;

/// What a part of a compound counts beside the whole word.
const PART: f32 = 0.5;
/// What a word counts that no mentor has but that is a slip away from one that some have.
pub const MISSPELT: f32 = 4.0;
/// The shortest word that is searched for with a slip, in folded letters.
const SHORTEST_MISSPELT: usize = 5;

/// A word of the wish. The best of its forms that a mentor has counts.
pub struct Word {
    pub forms: Vec<Form>,
    /// The stem that may be a slip away from a word of a mentor, when no mentor has it as it stands.
    pub misspelt: Option<String>,
}

/// A term that a word of the wish is looked for by.
pub struct Form {
    pub term: String,
    pub counts: f32,
}

/// The words that are worth searching for.
pub fn words(
    searcher: &Searcher,
    fields: Fields,
    fresh: &Fresh,
    lexicon: &Lexicon,
    wish: &str,
) -> Result<Vec<Word>, SearchError> {
    let folded = danish::words(wish).into_iter().map(danish::fold);
    let worth = folded.filter(|folded| !lexicon.passes_over(folded));
    worth.map(|folded| word(searcher, fields, fresh, lexicon, &folded)).collect()
}

fn word(
    searcher: &Searcher,
    fields: Fields,
    fresh: &Fresh,
    lexicon: &Lexicon,
    folded: &str,
) -> Result<Word, SearchError> {
    let stem = danish::stem(folded);
    let is_long = folded.len() >= SHORTEST_MISSPELT;
    let misspelt = is_long && !fresh.knows(&stem) && !is_known(searcher, fields, &stem)?;
    let parts = lexicon.parts(folded).into_iter().filter(|part| !lexicon.passes_over(part));
    let mut forms: Vec<Form> = parts.map(|term| Form { term, counts: PART }).collect();
    forms.push(Form { term: stem.clone(), counts: 1.0 });
    Ok(Word { forms, misspelt: misspelt.then_some(stem) })
}

fn is_known(searcher: &Searcher, fields: Fields, stem: &str) -> Result<bool, SearchError> {
    for text in TEXTS {
        if searcher.doc_freq(&Place::Everywhere.text_term(fields, text, stem))? > 0 {
            return Ok(true);
        }
    }
    Ok(false)
}
