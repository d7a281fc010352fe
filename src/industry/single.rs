//! A single word of the vocabulary, as a misspelt one is compared with it.

use super::spelling;

/// The shortest word, in folded letters, that is recognised one slip away: a title, and any other.
const SHORTEST_TITLE: usize = 5;
const SHORTEST: usize = 7;

#[derive(Clone, Debug)]
pub(super) struct Single {
    /// Folded.
    pub word: String,
    pub is_title: bool,
    stem: String,
    letters: Letters,
    stem_letters: Letters,
}

impl Single {
    pub fn new(word: &str, stem: &str, is_title: bool) -> Self {
        let (letters, stem_letters) = (Letters::of(word), Letters::of(stem));
        Self { word: word.to_owned(), is_title, stem: stem.to_owned(), letters, stem_letters }
    }

    /// How many slips lie between this word and another, or between their stems; none when there are too many.
    pub fn slips_from(&self, other: &Typed, limit: usize) -> Option<usize> {
        let shortest = if self.is_title { SHORTEST_TITLE } else { SHORTEST };
        if self.word.len() < shortest {
            return None;
        }
        let whole = slips((other.word, other.letters), (&self.word, self.letters), limit);
        let stems = slips((&other.stem, other.stem_letters), (&self.stem, self.stem_letters), limit);
        whole.into_iter().chain(stems).min()
    }
}

/// A word as somebody typed it, folded.
pub(super) struct Typed<'t> {
    word: &'t str,
    stem: String,
    letters: Letters,
    stem_letters: Letters,
}

impl<'t> Typed<'t> {
    pub fn new(word: &'t str, stem: String) -> Self {
        Self { letters: Letters::of(word), stem_letters: Letters::of(&stem), word, stem }
    }
}

/// Which letters a word has: two words that differ in many are not compared letter by letter.
#[derive(Clone, Copy, Debug)]
struct Letters(u32);

impl Letters {
    fn of(word: &str) -> Self {
        Self(word.bytes().fold(0, |letters, letter| letters | 1 << (letter & 31)))
    }

    /// Each slip takes one letter away, brings one, or both.
    fn are_within(self, other: Self, limit: usize) -> bool {
        (self.0 ^ other.0).count_ones() as usize <= 2 * limit
    }
}

fn slips(one: (&str, Letters), other: (&str, Letters), limit: usize) -> Option<usize> {
    let forgiven = spelling::forgiven(one.0).min(spelling::forgiven(other.0)).min(limit);
    let may_be = forgiven > 0 && one.1.are_within(other.1, forgiven);
    may_be.then(|| spelling::distance(one.0, other.0, forgiven)).flatten()
}
