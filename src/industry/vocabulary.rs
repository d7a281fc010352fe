//! The words that lead to an industry or tell a need, as people and staff wrote them down.

use std::collections::{HashMap, HashSet};
use std::str::FromStr;
use std::sync::{Arc, LazyLock, OnceLock};

use super::IndustrySystem;
use super::codes::IndustryCode;
use super::need::Need;
use crate::{
    search::{Lexicon, danish},
    word::Worded,
};

/// What sort of word leads to an industry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordKind {
    Occupation,
    Education,
    Place,
    English,
    /// Also plain speech: what one does there ("bage kager").
    Slang,
}

impl FromStr for WordKind {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text {
            "occupation" => Ok(Self::Occupation),
            "education" => Ok(Self::Education),
            "place" => Ok(Self::Place),
            "english" => Ok(Self::English),
            "slang" => Ok(Self::Slang),
            _ => Err(()),
        }
    }
}

/// One word of the vocabulary and the industry that it leads to.
#[derive(Clone, Debug, PartialEq)]
pub struct Word {
    /// The word or words as a layman writes them.
    pub text: String,
    /// The industry in DB07, as fine as the word tells.
    pub db07: IndustryCode,
    /// The same in DB25.
    pub db25: IndustryCode,
    /// How surely the word means this industry, from 0 to 1.
    pub weight: f32,
    pub kind: WordKind,
}

impl Word {
    /// A word that surely means an industry, as staff add it.
    ///
    /// The code of the other system is the division of the same number; cars (DB07 45) stand for
    /// repair (DB25 95), as most who name them want to repair them.
    pub fn new(text: &str, code: &IndustryCode) -> Option<Self> {
        let (db07, db25) = match code.system() {
            IndustrySystem::Db07 if code.division() == "45" => {
                (code.clone(), IndustryCode::new(IndustrySystem::Db25, "95").ok()?)
            }
            IndustrySystem::Db07 => (code.clone(), IndustryCode::new(IndustrySystem::Db25, code.division()).ok()?),
            IndustrySystem::Db25 => (IndustryCode::new(IndustrySystem::Db07, code.division()).ok()?, code.clone()),
        };
        Some(Self { text: text.to_owned(), db07, db25, weight: 1.0, kind: WordKind::Slang })
    }
}

/// What one spelling means.
#[derive(Clone, Debug, Default)]
pub(super) struct Meaning {
    /// Places in the list of words.
    pub words: Vec<usize>,
    pub need: Option<Need>,
}

/// All words that the platform knows, ready to be looked up.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    words: Vec<Word>,
    exact: HashMap<String, Meaning>,
    stems: HashMap<String, Meaning>,
    /// Single words and their stems, in order: what a misspelt word is compared with.
    single: Vec<(String, String)>,
    single_forms: HashSet<String>,
    ordinary: HashSet<String>,
    role_endings: HashSet<String>,
    lexicon: OnceLock<Arc<Lexicon>>,
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

    /// Every word, in the order of the file.
    pub fn words(&self) -> &[Word] {
        &self.words
    }

    /// How the words of this vocabulary fall apart, for the search index. It is made when it is first asked for.
    pub fn lexicon(&self) -> &Arc<Lexicon> {
        self.lexicon.get_or_init(|| Arc::new(self.new_lexicon()))
    }

    fn new_lexicon(&self) -> Lexicon {
        let single = self.single.iter().map(|(word, _)| word);
        let words = single.chain(&self.role_endings).map(String::as_str);
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

    /// The single words that begin with a letter, folded, each with its stem.
    pub(super) fn single_words_with(&self, first: char) -> impl Iterator<Item = &(String, String)> {
        let begin = self.single.partition_point(|(word, _)| word.chars().next() < Some(first));
        self.single[begin..].iter().take_while(move |(word, _)| word.starts_with(first))
    }

    /// Whether one word of the vocabulary is spelt or stemmed like this; a phrase is not.
    pub(super) fn is_single_word(&self, key: &str) -> bool {
        self.single_forms.contains(key) || self.single_forms.contains(&danish::stem(key))
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
        for word in rows.filter_map(read_word) {
            vocabulary.add(word);
        }
        for row in include_str!("data/needs.tsv").lines().skip(1) {
            vocabulary.add_need(row);
        }
        vocabulary.ordinary = list(include_str!("data/ordinary.txt")).map(key).collect();
        let endings = list(include_str!("data/role_endings.txt")).map(key);
        vocabulary.role_endings = endings.flat_map(|ending| [danish::stem(&ending), ending]).collect();
        vocabulary.order();
        vocabulary
    }

    fn add(&mut self, word: Word) {
        let (spelling, place) = (key(&word.text), self.words.len());
        let stem = danish::stem(&spelling);
        if !self.add_single(&word.text, &spelling, &stem) {
            self.exact.entry(spaced_key(&word.text)).or_default().words.push(place);
        }
        self.exact.entry(spelling).or_default().words.push(place);
        self.stems.entry(stem).or_default().words.push(place);
        self.words.push(word);
    }

    fn add_need(&mut self, row: &str) {
        let Some((text, code)) = row.split_once('\t') else {
            return;
        };
        let (spelling, need) = (key(text), Need::read(code));
        let stem = danish::stem(&spelling);
        if !self.add_single(text, &spelling, &stem) {
            self.exact.entry(spaced_key(text)).or_default().need = need;
        }
        self.exact.entry(spelling).or_default().need = need;
        self.stems.entry(stem).or_default().need = need;
    }

    /// Keeps a single word for comparison with parts of compounds and misspelt words.
    fn add_single(&mut self, text: &str, spelling: &str, stem: &str) -> bool {
        let is_single = !text.trim().contains(char::is_whitespace);
        if is_single {
            self.single.push((spelling.to_owned(), stem.to_owned()));
            self.single_forms.extend([spelling.to_owned(), stem.to_owned()]);
        }
        is_single
    }

    fn order(&mut self) {
        self.single.sort_unstable();
        self.single.dedup();
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

fn read_word(row: &str) -> Option<Word> {
    let cells: Vec<&str> = row.split('\t').collect();
    let [text, db07, db25, weight, kind] = cells[..] else {
        return None;
    };
    let db07 = IndustryCode::new(IndustrySystem::Db07, db07).ok()?;
    let db25 = if db25.is_empty() { db07.division() } else { db25 };
    let db25 = IndustryCode::new(IndustrySystem::Db25, db25).ok()?;
    Some(Word { text: text.to_owned(), db07, db25, weight: weight.parse().ok()?, kind: kind.parse().ok()? })
}
