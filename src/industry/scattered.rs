//! Phrases of the vocabulary whose words stand apart in a wish: "passe min søsters børn" holds "passe børn".

use std::collections::HashMap;

use super::vocabulary::spaced_key;
use crate::search::danish;

/// So many words lie at most between the first and the last word of a phrase, both counted.
const WIDEST: usize = 6;
/// The most words of a phrase that count.
const MOST: usize = 4;

/// The shortest root that loses the sign of the past, in folded letters.
const SHORTEST_ROOT: usize = 3;

/// What one did, and what one does.
const IRREGULAR: [(&str, &str); 31] = [
    ("hjalp", "hjaelpe"),
    ("hjulpet", "hjaelpe"),
    ("solgte", "saelge"),
    ("solgt", "saelge"),
    ("skrev", "skrive"),
    ("skrevet", "skrive"),
    ("tog", "tage"),
    ("tegnede", "tegne"),
    ("sang", "synge"),
    ("sunget", "synge"),
    ("bar", "baere"),
    ("baaret", "baere"),
    ("red", "ride"),
    ("redet", "ride"),
    ("floej", "flyve"),
    ("floejet", "flyve"),
    ("lagde", "laegge"),
    ("lagt", "laegge"),
    ("satte", "saette"),
    ("sat", "saette"),
    ("gjorde", "goere"),
    ("gjort", "goere"),
    ("goer", "goere"),
    ("graved", "grave"),
    ("fulgte", "foelge"),
    ("bragte", "bringe"),
    ("laeste", "laese"),
    ("laest", "laese"),
    ("rejste", "rejse"),
    ("spiste", "spise"),
    ("viste", "vise"),
];

/// Words that mean something else as often: the garden, the sea, and what one has; to speak and a speech.
const DOUBTFUL: [&str; 7] = ["hav", "have", "haven", "haver", "havet", "tale", "taler"];

/// Words that only hold others together.
const HOLDING: [&str; 77] = [
    "af", "alle", "altid", "an", "and", "andre", "arbejde", "at", "bare", "blive", "de", "dem", "den", "der", "det",
    "dig", "du", "ed", "en", "er", "et", "faa", "for", "fra", "gerne", "god", "gode", "godt", "har", "have", "hos",
    "hvad", "hvis", "hvor", "hvordan", "ikke", "ind", "jeg", "job", "kan", "kunne", "like", "man", "med", "meget",
    "men", "mere", "mig", "min", "mine", "mit", "naar", "nogen", "noget", "nogle", "of", "og", "om", "op", "paa",
    "rigtig", "rigtigt", "saa", "sig", "skal", "som", "the", "til", "ud", "vaere", "var", "ved", "vil", "ville",
    "want", "with", "work",
];

/// The phrases of several words, by the rarest of them.
#[derive(Clone, Debug, Default)]
pub(super) struct Phrases(HashMap<String, Vec<Phrase>>);

#[derive(Clone, Debug)]
struct Phrase {
    /// Of the words that tell something.
    stems: Vec<String>,
    /// Under which it is looked up.
    key: String,
}

/// A phrase that was found, and where its words stand.
pub(super) struct Scattered<'p> {
    pub key: &'p str,
    pub places: Vec<usize>,
}

impl Phrases {
    pub fn of<'t>(texts: impl Iterator<Item = &'t str>) -> Self {
        let phrases: Vec<Phrase> = texts.filter_map(Phrase::of).collect();
        let mut counts: HashMap<&str, usize> = HashMap::new();
        for stem in phrases.iter().flat_map(|phrase| &phrase.stems) {
            *counts.entry(stem).or_default() += 1;
        }
        let rarest = |phrase: &Phrase| phrase.stems.iter().min_by_key(|stem| counts[stem.as_str()]).cloned();
        let rarest: Vec<String> = phrases.iter().map(|phrase| rarest(phrase).unwrap_or_default()).collect();
        let mut by_stem: HashMap<String, Vec<Phrase>> = HashMap::new();
        for (stem, phrase) in rarest.into_iter().zip(phrases) {
            by_stem.entry(stem).or_default().push(phrase);
        }
        Self(by_stem)
    }

    /// The phrases all of whose words stand near each other among these, in any order, also side by side.
    pub fn found_in(&self, keys: &[String]) -> Vec<Scattered<'_>> {
        let stems: Vec<String> = keys.iter().map(|key| root(key)).collect();
        let mut found: Vec<Scattered> = Vec::new();
        for (at, stem) in stems.iter().enumerate() {
            for phrase in self.0.get(stem).into_iter().flatten() {
                let is_new = !found.iter().any(|known| known.key == phrase.key);
                if let Some(places) = phrase.places(&stems, at).filter(|_| is_new) {
                    found.push(Scattered { key: &phrase.key, places });
                }
            }
        }
        found
    }
}

impl Phrase {
    /// None of a single word, and of one in which a single word tells something.
    fn of(text: &str) -> Option<Self> {
        let stems = telling(text);
        (2..=MOST).contains(&stems.len()).then(|| Self { stems, key: spaced_key(text) })
    }

    /// Where the words stand, the rarest of them at a place.
    fn places(&self, stems: &[String], at: usize) -> Option<Vec<usize>> {
        let window = at.saturating_sub(WIDEST - 1)..(at + WIDEST).min(stems.len());
        let nearest = |wanted: &String| {
            let standing = window.clone().filter(|place| stems[*place] == *wanted);
            standing.min_by_key(|place| place.abs_diff(at))
        };
        let mut places = self.stems.iter().map(nearest).collect::<Option<Vec<usize>>>()?;
        places.sort_unstable();
        places.dedup();
        if places.len() < self.stems.len() {
            return None;
        }
        let (first, last) = (*places.first()?, *places.last()?);
        (last - first < WIDEST).then_some(places)
    }
}

/// The roots of the words of a phrase that tell something; none of a single word, and of a phrase with a doubtful one.
pub(super) fn telling(text: &str) -> Vec<String> {
    let key = spaced_key(text);
    if !key.contains(' ') || key.split(' ').any(|word| DOUBTFUL.contains(&word)) {
        return Vec::new();
    }
    let telling = key.split(' ').filter(|word| word.len() > 1 && !HOLDING.contains(word)).map(root);
    telling.filter(|root| !HOLDING.contains(&root.as_str())).collect()
}

/// The same for what one does and did: "male" and "malede", "køre" and "kørt".
pub(super) fn root(key: &str) -> String {
    if let Some((_, now)) = IRREGULAR.iter().find(|(then, _)| *then == key) {
        return danish::stem(now);
    }
    let mut root = danish::stem(key.strip_suffix("de").filter(|rest| rest.ends_with('e')).unwrap_or(key));
    // "Kørt", and not "kunst".
    if root.len() > SHORTEST_ROOT && root.ends_with('t') && !root.ends_with("st") {
        root.pop();
    }
    root
}
