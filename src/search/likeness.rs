//! How alike two short texts are, by their words alone.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

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
pub struct Likeness<'w> {
    /// From 0, nothing in common, to 1, a word of the wish stands in the text.
    pub score: f32,
    /// The words of the wish that the text has too, as they were typed.
    pub words: Vec<&'w str>,
}

/// The words of a text, read once to be compared with many. Cheap to clone.
#[derive(Clone, Debug)]
pub struct ReadText(pub(super) Arc<[Forms]>);

/// How alike a wish and a text are: as much as their two most alike words. Unlike the score of a
/// search it does not depend on what other texts there are.
pub fn likeness<'w>(wish: &'w ReadText, text: &ReadText) -> Likeness<'w> {
    let mut found = Likeness::default();
    for word in wish.0.iter().filter(|word| !word.is_passed_over) {
        let best = text.0.iter().map(|other| word.alike(other)).fold(0.0, f32::max);
        if best > 0.0 {
            found.words.push(&word.typed);
        }
        found.score = found.score.max(best);
    }
    found
}

/// A word as it is compared: stems and parts by numbers that no two of them share.
#[derive(Debug)]
pub struct Forms {
    typed: String,
    folded: String,
    /// Whether it is too common to tell anything.
    is_passed_over: bool,
    stem: u64,
    /// The stem and those of the parts.
    pieces: Vec<u64>,
    /// Those of them that tell something.
    telling: Vec<u64>,
}

impl Forms {
    pub(super) fn of(typed: &str, lexicon: &Lexicon) -> Self {
        let folded = danish::fold(typed);
        let pieces: Vec<String> = std::iter::once(danish::stem(&folded)).chain(lexicon.parts(&folded)).collect();
        let telling = pieces.iter().filter(|piece| !lexicon.passes_over(piece)).map(|piece| number(piece)).collect();
        let pieces: Vec<u64> = pieces.iter().map(|piece| number(piece)).collect();
        Self {
            typed: typed.to_owned(),
            is_passed_over: lexicon.passes_over(&folded),
            stem: pieces.first().copied().unwrap_or_default(),
            folded,
            pieces,
            telling,
        }
    }

    fn alike(&self, other: &Self) -> f32 {
        if self.stem == other.stem {
            return 1.0;
        }
        if self.telling.iter().any(|piece| other.pieces.contains(piece)) {
            return SAME_PART;
        }
        let common = self.folded.bytes().zip(other.folded.bytes()).take_while(|(a, b)| a == b).count();
        let shorter = self.folded.len().min(other.folded.len());
        if common >= SHORTEST_BEGINNING && common * 4 >= shorter * 3 { SAME_BEGINNING } else { 0.0 }
    }
}

/// Of 64 bits: two words share one less often than memory errs.
fn number(piece: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    piece.hash(&mut hasher);
    hasher.finish()
}
