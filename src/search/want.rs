//! What is wanted of a mentor, as terms of the index.

use super::danish;
use super::error::SearchError;
use super::fresh::Fresh;
use super::lexicon::Lexicon;
use super::query::MentorQuery;
use super::written::Written;

/// What a wholly fitting industry counts. A word that one in a thousand mentors has in the occupation counts about as much.
const INDUSTRY: f32 = 20.0;
/// What a part of a compound counts beside the whole word.
const PART: f32 = 0.5;
/// What a word counts that is a slip of the pen away from one that nobody has.
const SLIP: f32 = 0.5;
/// The shortest word that is searched for with a slip, in folded letters.
const SHORTEST_MISSPELT: usize = 5;

/// A word of the wish, or the industries. The best of its forms that a mentor has counts.
#[derive(Debug)]
pub struct Want {
    pub forms: Vec<Form>,
    pub is_word: bool,
}

/// A term, and what it is worth each time that it counts.
#[derive(Debug)]
pub struct Form {
    pub term: String,
    pub counts: f32,
}

/// Everything that is wanted: the industries, and the words that are worth searching for.
///
/// # Errors
/// When the index cannot be read.
pub fn wants(
    written: &Written,
    fresh: &Fresh,
    lexicon: &Lexicon,
    query: &MentorQuery,
) -> Result<Vec<Want>, SearchError> {
    let mut wants = vec![industries(&query.industries)];
    let reader = Reader { written, fresh, lexicon };
    for word in danish::words(&query.wish).into_iter().map(danish::fold) {
        if !lexicon.passes_over(&word) {
            wants.push(reader.word(&word)?);
        }
    }
    wants.retain(|want| !want.forms.is_empty());
    Ok(wants)
}

/// What the industry that is wanted most counts.
pub fn most(industries: &[(String, f32)]) -> f32 {
    industries.iter().map(|(_, weight)| weight * INDUSTRY).fold(0.0, f32::max)
}

fn industries(industries: &[(String, f32)]) -> Want {
    let form = |(code, weight): &(String, f32)| Form { term: code.clone(), counts: weight * INDUSTRY };
    Want { forms: industries.iter().map(form).collect(), is_word: false }
}

struct Reader<'r> {
    written: &'r Written,
    fresh: &'r Fresh,
    lexicon: &'r Lexicon,
}

impl Reader<'_> {
    /// The word, its parts, and when nobody has it as it stands, the words that it may be a slip of.
    fn word(&self, folded: &str) -> Result<Want, SearchError> {
        let mut want = Want { forms: Vec::new(), is_word: true };
        for part in self.lexicon.parts(folded).into_iter().filter(|part| !self.lexicon.passes_over(part)) {
            want.forms.extend(self.form(part, PART)?);
        }
        let stem = danish::stem(folded);
        if let Some(form) = self.form(stem.clone(), 1.0)? {
            want.forms.push(form);
        } else if folded.len() >= SHORTEST_MISSPELT {
            for slip in self.written.slips_of(&stem)? {
                want.forms.extend(self.form(slip, SLIP)?);
            }
        }
        Ok(want)
    }

    /// A term, if anybody has it. The fewer have it, the more it tells: it counts as in BM25.
    fn form(&self, term: String, counts: f32) -> Result<Option<Form>, SearchError> {
        let having = self.written.count_everywhere(&term)?;
        if having == 0 && !self.fresh.knows(&term) {
            return Ok(None);
        }
        let lacking = self.written.count().saturating_sub(having) as f32;
        let tells = (1.0 + (lacking + 0.5) / (having as f32 + 0.5)).ln();
        Ok(Some(Form { term, counts: counts * tells }))
    }
}
