//! The words that lead to an industry or tell a need, as people and staff wrote them down.

use std::collections::{HashMap, HashSet};
use std::slice;
use std::sync::{Arc, LazyLock, OnceLock};

use super::IndustrySystem;
use super::codes::IndustryCode;
use super::hint::Hints;
use super::need::Need;
use super::read_wish::{self, Trade};
use super::scattered::Phrases;
use super::single::Single;
use super::sound;
use super::word::{Deed, Meaning, Word};
use crate::{
    search::{Lexicon, Remembered, danish},
    word::Worded,
};

/// Things, materials, tools, tasks, places and brands, by the sections of DB07.
const EVERYDAY: [&str; 7] = [
    include_str!("data/everyday/a.tsv"),
    include_str!("data/everyday/c.tsv"),
    include_str!("data/everyday/f.tsv"),
    include_str!("data/everyday/h.tsv"),
    include_str!("data/everyday/k.tsv"),
    include_str!("data/everyday/o.tsv"),
    // How young people tell of what they want, in a few words.
    include_str!("data/everyday/told.tsv"),
];

/// A single word may be typed in so many ("it supporter").
const PARTS: usize = 2;

/// All words that the platform knows, ready to be looked up.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    words: Vec<Word>,
    exact: HashMap<String, Meaning>,
    stems: HashMap<String, Meaning>,
    /// What a misspelt word is compared with, in order.
    single: Vec<Single>,
    /// Single words by how they sound.
    sounds: HashMap<String, String>,
    single_forms: HashSet<String>,
    phrases: Phrases,
    hints: Hints,
    /// How many words a phrase has at most that begins with a word.
    openings: HashMap<String, usize>,
    ordinary: HashSet<String>,
    role_endings: HashSet<String>,
    lexicon: OnceLock<Arc<Lexicon>>,
    remembered: Remembered<Trade>,
}

static STANDARD: LazyLock<Arc<Vocabulary>> = LazyLock::new(|| Arc::new(Vocabulary::read_files()));

impl Vocabulary {
    /// The vocabulary of the data files.
    pub fn standard() -> &'static Self {
        &STANDARD
    }

    /// The same, to be held beside one with more words.
    pub fn shared_standard() -> Arc<Self> {
        Arc::clone(&STANDARD)
    }

    /// This vocabulary with more words, as staff added them. A new word that says something else
    /// than an old one stands beside it, and one that was passed over as ordinary no longer is.
    #[must_use]
    pub fn with_words(&self, words: impl IntoIterator<Item = Word>) -> Self {
        let mut extended = self.clone();
        for word in words {
            extended.ordinary.remove(&key(&word.text));
            extended.add(word);
        }
        extended.order();
        extended.lexicon = OnceLock::new();
        extended
    }

    /// The trades that a mentor's text names.
    pub fn trades_of(&self, text: &str) -> Arc<[Trade]> {
        self.remembered.of(text, || read_wish::read(text, self).wanted())
    }

    /// Every word, in the order of the file.
    pub fn words(&self) -> &[Word] {
        &self.words
    }

    /// How the words of this vocabulary fall apart, for the search index. It is made when it is first asked for.
    pub fn lexicon(&self) -> &Arc<Lexicon> {
        self.lexicon.get_or_init(|| Arc::new(self.new_lexicon()))
    }

    fn new_lexicon(&self) -> Lexicon {
        let single = self.single.iter().map(|single| single.word.as_str());
        let words = single.chain(self.role_endings.iter().map(String::as_str));
        let passed_over = self.ordinary.iter().chain(&self.role_endings).map(String::as_str);
        Lexicon::new(words, passed_over)
    }

    /// Whether the word as it stands leads to the division of a code.
    pub fn leads_to(&self, text: &str, code: &IndustryCode) -> bool {
        let places = self.exact(&key(text)).map(|meaning| meaning.words.as_slice()).unwrap_or_default();
        let divisions = places.iter().filter_map(|place| self.word(*place)).map(|word| match code.system() {
            IndustrySystem::Db07 => word.db07.to_division(),
            IndustrySystem::Db25 => word.db25.to_division(),
        });
        divisions.into_iter().any(|division| division == code.to_division())
    }

    pub(super) fn word(&self, place: usize) -> Option<&Word> {
        self.words.get(place)
    }

    pub(super) fn exact(&self, key: &str) -> Option<&Meaning> {
        self.exact.get(key)
    }

    pub(super) fn by_stem(&self, key: &str) -> Option<&Meaning> {
        self.stems.get(&danish::stem(key))
    }

    /// The single words that begin like this.
    pub(super) fn single_words_with(&self, beginning: &str) -> slice::Iter<'_, Single> {
        let from = self.single.partition_point(|single| single.word.as_str() < beginning);
        let from = &self.single[from..];
        from[..from.partition_point(|single| single.word.starts_with(beginning))].iter()
    }

    /// The words spelt in one that begin like this.
    pub(super) fn words_beginning_with(&self, beginning: &str) -> Vec<&Word> {
        let meanings = self.single_words_with(beginning).filter_map(|single| self.exact(&single.word));
        meanings.flat_map(|meaning| &meaning.words).filter_map(|place| self.word(*place)).collect()
    }

    /// What the shortest single word means that begins like this.
    pub(super) fn beginning_with(&self, beginning: &str) -> Option<&Meaning> {
        self.exact(&self.single_words_with(beginning).min_by_key(|single| single.word.len())?.word)
    }

    /// What a word means that sounds like this one.
    pub(super) fn by_sound(&self, key: &str) -> Option<&Meaning> {
        self.exact(self.sounds.get(&sound::of(key))?)
    }

    /// Whether one word of the vocabulary is spelt or stemmed like this; a phrase is not.
    pub(super) fn is_single_word(&self, key: &str) -> bool {
        self.single_forms.contains(key) || self.single_forms.contains(&danish::stem(key))
    }

    /// Whether a single word is spelt like this and names an occupation or an education.
    pub(super) fn is_title(&self, key: &str) -> bool {
        let place = self.single.partition_point(|single| single.word.as_str() < key);
        self.single.get(place).is_some_and(|single| single.word == key && single.is_title)
    }

    /// Whether a compound may begin with this, with or without its linking letter.
    pub(super) fn is_part(&self, key: &str) -> bool {
        let unlinked = key.strip_suffix(['s', 'e', 'n']).unwrap_or(key);
        [key, unlinked].into_iter().any(|form| self.is_single_word(form) || self.is_ordinary(form))
    }

    /// How many words, typed beside each other, may be one that is known and begins with this one.
    pub(super) fn longest_beginning_with(&self, key: &str) -> usize {
        self.openings.get(key).map_or(PARTS, |words| words + 1)
    }

    pub(super) fn phrases(&self) -> &Phrases {
        &self.phrases
    }

    pub(super) fn hints(&self) -> &Hints {
        &self.hints
    }

    pub(super) fn is_ordinary(&self, key: &str) -> bool {
        self.ordinary.contains(key)
    }

    pub(super) fn is_role_ending(&self, key: &str) -> bool {
        self.role_endings.contains(key) || self.role_endings.contains(&danish::stem(key))
    }

    fn read_files() -> Self {
        let mut vocabulary = Self::default();
        let rows = include_str!("data/vocabulary.tsv").lines().skip(1);
        for word in rows.filter_map(Word::of_title) {
            vocabulary.add(word);
        }
        for word in EVERYDAY.iter().flat_map(|file| file.lines().skip(1)).filter_map(Word::of_thing) {
            vocabulary.add(word);
        }
        for row in include_str!("data/needs.tsv").lines().skip(1) {
            vocabulary.add_need(row);
        }
        for (text, deed) in include_str!("data/acts.tsv").lines().skip(1).filter_map(Deed::read) {
            vocabulary.mean(text, false, |meaning| meaning.deed = Some(deed.clone()));
        }
        for text in list(include_str!("data/ordinary.txt")) {
            vocabulary.open(text);
            vocabulary.ordinary.insert(key(text));
        }
        let endings = list(include_str!("data/role_endings.txt")).map(key);
        vocabulary.role_endings = endings.flat_map(|ending| [danish::stem(&ending), ending]).collect();
        vocabulary.order();
        vocabulary
    }

    fn add(&mut self, word: Word) {
        let (place, is_title) = (self.words.len(), word.kind.is_title());
        self.mean(&word.text, is_title, |meaning| meaning.words.push(place));
        self.words.push(word);
    }

    fn add_need(&mut self, row: &str) {
        let Some((text, code)) = row.split_once('\t') else {
            return;
        };
        self.mean(text, false, |meaning| meaning.need = Need::read(code));
    }

    /// Changes what a text means, under every spelling under which it is looked up.
    fn mean(&mut self, text: &str, is_title: bool, change: impl Fn(&mut Meaning)) {
        let spelling = key(text);
        let stem = danish::stem(&spelling);
        self.open(text);
        if !self.add_single(text, &spelling, &stem, is_title) {
            change(self.exact.entry(spaced_key(text)).or_default());
        }
        change(self.stems.entry(stem).or_default());
        change(self.exact.entry(spelling).or_default());
    }

    fn open(&mut self, text: &str) {
        let words = danish::words(text);
        if let [first, _, ..] = words[..] {
            let longest = self.openings.entry(danish::fold(first)).or_default();
            *longest = words.len().max(*longest);
        }
    }

    /// Keeps a single word for comparison with parts of compounds and misspelt words.
    fn add_single(&mut self, text: &str, spelling: &str, stem: &str, is_title: bool) -> bool {
        let is_single = !text.trim().contains(char::is_whitespace);
        if is_single {
            self.single.push(Single::new(spelling, stem, is_title));
            self.single_forms.extend([spelling.to_owned(), stem.to_owned()]);
        }
        is_single
    }

    fn order(&mut self) {
        // Of a word that stands there twice the title stays.
        self.single.sort_unstable_by(|one, other| one.word.cmp(&other.word).then(other.is_title.cmp(&one.is_title)));
        self.single.dedup_by(|one, other| one.word == other.word);
        let titles_last = [false, true]
            .into_iter()
            .flat_map(|title| self.single.iter().filter(move |single| single.is_title == title));
        self.phrases = Phrases::of(self.words.iter().map(|word| word.text.as_str()));
        self.hints = Hints::of(&self.words);
        let heard = titles_last.filter(|single| single.word.len() >= sound::SHORTEST);
        self.sounds = heard.map(|single| (sound::of(&single.word), single.word.clone())).collect();
    }
}

/// The spelling under which words are kept: folded and without gaps, so that "it supporter",
/// "it-supporter" and "itsupporter" are one.
pub(super) fn key(text: &str) -> String {
    danish::words(text).into_iter().map(danish::fold).collect()
}

/// The spelling with its gaps: "efter skole" is not "efterskole".
pub(super) fn spaced_key(text: &str) -> String {
    danish::words(text).into_iter().map(danish::fold).collect::<Vec<_>>().join(" ")
}

fn list(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}
