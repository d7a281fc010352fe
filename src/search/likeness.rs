//! How alike two short texts are, by their words alone.

use super::danish;
use super::lexicon::Lexicon;

/// What the same word counts when it stands inside a compound on either side.
const SAME_PART: f32 = 0.8;
/// What two words count that begin alike ("psykologi", "psykolog").
const SAME_BEGINNING: f32 = 0.7;
/// The shortest common beginning that tells anything, in folded letters.
const SHORTEST_BEGINNING: usize = 5;

/// How alike a wish and a text are.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Likeness {
    /// From 0, nothing in common, to 1, a word of the wish stands in the text.
    pub score: f32,
    /// The words of the wish that the text has too, as they were typed.
    pub words: Vec<String>,
}

/// How alike a wish and a text are: as much as their two most alike words. Unlike the score of a
/// search it does not depend on what other texts there are.
pub fn likeness(wish: &str, text: &str, lexicon: &Lexicon) -> Likeness {
    let texts: Vec<Forms> = danish::words(text).into_iter().map(|word| Forms::of(word, lexicon)).collect();
    let mut found = Likeness::default();
    for typed in danish::words(wish) {
        let word = Forms::of(typed, lexicon);
        if lexicon.passes_over(&word.folded) {
            continue;
        }
        let best = texts.iter().map(|other| word.alike(other, lexicon)).fold(0.0, f32::max);
        if best > 0.0 {
            found.words.push(typed.to_owned());
        }
        found.score = found.score.max(best);
    }
    found
}

/// A word as it is compared.
struct Forms {
    folded: String,
    stem: String,
    parts: Vec<String>,
}

impl Forms {
    fn of(word: &str, lexicon: &Lexicon) -> Self {
        let folded = danish::fold(word);
        Self { stem: danish::stem(&folded), parts: lexicon.parts(&folded), folded }
    }

    fn alike(&self, other: &Self, lexicon: &Lexicon) -> f32 {
        if self.stem == other.stem {
            return 1.0;
        }
        let telling = |part: &&String| !lexicon.passes_over(part);
        let shares_part = self.pieces().filter(telling).any(|piece| other.pieces().any(|same| same == piece));
        if shares_part {
            return SAME_PART;
        }
        let common = self.folded.bytes().zip(other.folded.bytes()).take_while(|(a, b)| a == b).count();
        let shorter = self.folded.len().min(other.folded.len());
        if common >= SHORTEST_BEGINNING && common * 4 >= shorter * 3 { SAME_BEGINNING } else { 0.0 }
    }

    fn pieces(&self) -> impl Iterator<Item = &String> {
        std::iter::once(&self.stem).chain(&self.parts)
    }
}
