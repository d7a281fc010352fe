//! The words that compounds are made of, and the words that are not worth searching for.

use std::collections::HashSet;

use super::{
    danish,
    likeness::{Forms, ReadText},
    remembered::Remembered,
};

/// The shortest part that a compound is split into, in folded letters.
const SHORTEST_PART: usize = 3;
/// The most parts of a compound, and the shortest last one of more than two: past that, known words are found in what is none
/// of theirs ("stats-auto-rise-ret").
const MOST_PARTS: usize = 3;
const SHORTEST_LAST_OF_MANY: usize = 4;
/// How forms of verbs in "-ere" end.
const OF_VERBS: [&str; 5] = ["eret", "erede", "erende", "ering", "eringer"];
/// Letters that may join two parts: "butik-s-assistent", "kokk-e-elev", "rose-n-gård".
const LINKS: [char; 3] = ['s', 'e', 'n'];

/// Knows how Danish compounds fall apart.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    words: HashSet<String>,
    stems: HashSet<String>,
    passed_over: HashSet<String>,
    forms: Remembered<Forms>,
}

impl Lexicon {
    /// A lexicon of `words` that may be part of a compound. Those `passed_over` are too common to
    /// be searched for.
    pub fn new<'w>(words: impl IntoIterator<Item = &'w str>, passed_over: impl IntoIterator<Item = &'w str>) -> Self {
        let mut lexicon = Self::default();
        for word in words.into_iter().map(danish::fold).filter(|word| word.len() >= SHORTEST_PART) {
            lexicon.stems.insert(danish::stem(&word));
            lexicon.words.insert(word);
        }
        let passed_over = passed_over.into_iter().map(danish::fold);
        lexicon.passed_over = passed_over.flat_map(|word| [danish::stem(&word), word]).collect();
        lexicon
    }

    /// Whether a folded word, or the stem of one, is too common to be searched for.
    pub fn passes_over(&self, word: &str) -> bool {
        word.len() < 2 || self.passed_over.contains(word)
    }

    /// Reads the words of a text, to be compared with others.
    pub fn read(&self, text: &str) -> ReadText {
        ReadText(self.forms.of(text, || danish::words(text).into_iter().map(|word| Forms::of(word, self)).collect()))
    }

    /// The stems of the parts of a folded compound; none when it is no compound of known words.
    ///
    /// The fewest parts win, and among those the longest first part.
    pub fn parts(&self, word: &str) -> Vec<String> {
        let begins = self.begins(word);
        let mut from: Vec<Option<Vec<&str>>> = vec![None; word.len() + 1];
        for begin in (0..word.len()).rev().filter(|at| begins[*at]) {
            for end in (begin + SHORTEST_PART..=word.len()).rev() {
                let is_whole = begin == 0 && end == word.len();
                let Some(part) = word.get(begin..end).filter(|_| !is_whole) else {
                    continue;
                };
                let Some(split) = self.split_at(part, &from[end], end == word.len()) else {
                    continue;
                };
                if from[begin].as_ref().is_none_or(|best| split.len() < best.len()) {
                    from[begin] = Some(split);
                }
            }
        }
        let parts = from[0].take().unwrap_or_default();
        let is_sure = match parts.as_slice() {
            [_, _, .., last] => parts.len() <= MOST_PARTS && last.len() >= SHORTEST_LAST_OF_MANY,
            _ => true,
        };
        if is_sure { parts.into_iter().map(danish::stem).collect() } else { Vec::new() }
    }

    /// Where a part may begin: at the beginning, and behind parts that are known. Most words have no such place but the first.
    fn begins(&self, word: &str) -> Vec<bool> {
        let mut begins = vec![false; word.len() + 1];
        begins[0] = true;
        for begin in 0..word.len() {
            for end in begin + SHORTEST_PART..=word.len() {
                let known = || word.get(begin..end).is_some_and(|part| self.inner_part(part).is_some());
                if begins[begin] && !begins[end] && known() {
                    begins[end] = true;
                }
            }
        }
        begins
    }

    /// `part` followed by the parts found for the rest of the word.
    fn split_at<'w>(&self, part: &'w str, rest: &Option<Vec<&'w str>>, is_last: bool) -> Option<Vec<&'w str>> {
        if is_last {
            let bends = || self.is_own_form(part) && self.stems.contains(&danish::stem(part));
            return (self.words.contains(part) || bends()).then(|| vec![part]);
        }
        let rest = rest.as_ref()?;
        let first = self.inner_part(part)?;
        Some(std::iter::once(first).chain(rest.iter().copied()).collect())
    }

    /// Whether it is no form of a verb that nobody knows: "monteret" is one of "montere", and "riseret" is none of "rise".
    fn is_own_form(&self, part: &str) -> bool {
        let verb = OF_VERBS.iter().find_map(|ending| part.strip_suffix(ending));
        verb.is_none_or(|verb| self.words.contains(&format!("{verb}ere")))
    }

    fn inner_part<'w>(&self, part: &'w str) -> Option<&'w str> {
        let unlinked = part.strip_suffix(LINKS).filter(|core| core.len() >= SHORTEST_PART);
        [Some(part), unlinked].into_iter().flatten().find(|form| self.words.contains(*form))
    }
}
