//! What a word hints at that leads nowhere by itself: the industry in whose phrases it stands. "Hvine" stands in "få
//! familier til at hvine", and where one word of a phrase is told, the rest is often told otherwise.

use std::collections::{BTreeMap, HashMap};

use super::{
    scattered::{root, telling},
    word::{Meaning, Word},
};

/// How surely a word hints at an industry that alone has it in its phrases, and in many.
const SUREST: f32 = 0.6;
/// The least share of its phrases that must lie in one industry.
const LEAST_SHARE: f32 = 0.5;
/// So many phrases make a hint half as sure as very many do.
const HALF_SURE: f32 = 1.0;

/// Words of phrases, by their roots: where they lead, and how surely.
#[derive(Clone, Debug, Default)]
pub(super) struct Hints(HashMap<String, (Meaning, f32)>);

impl Hints {
    pub fn of(words: &[Word]) -> Self {
        let mut standing: HashMap<String, Vec<usize>> = HashMap::new();
        for (place, word) in words.iter().enumerate() {
            for root in telling(&word.text) {
                standing.entry(root).or_default().push(place);
            }
        }
        let hints = standing.into_iter().filter_map(|(root, places)| Some((root, hint(&places, words)?)));
        Self(hints.collect())
    }

    /// What a folded word hints at.
    pub fn find(&self, key: &str) -> Option<(&Meaning, f32)> {
        self.0.get(&root(key)).map(|(meaning, quality)| (meaning, *quality))
    }
}

/// Where most of these phrases lead, by the surest of them.
fn hint(places: &[usize], words: &[Word]) -> Option<(Meaning, f32)> {
    let mut divisions: BTreeMap<&str, f32> = BTreeMap::new();
    for word in places.iter().map(|place| &words[*place]) {
        *divisions.entry(word.db07.division()).or_default() += word.weight;
    }
    let all: f32 = divisions.values().sum();
    let (division, most) = divisions.into_iter().max_by(|one, other| one.1.total_cmp(&other.1))?;
    let mut trades: BTreeMap<&str, (f32, usize)> = BTreeMap::new();
    for place in places.iter().filter(|place| words[**place].db07.division() == division) {
        let known = trades.entry(words[*place].db07.digits()).or_insert((0.0, *place));
        let surer = if words[*place].weight > words[known.1].weight { *place } else { known.1 };
        *known = (known.0 + words[*place].weight, surer);
    }
    let (_, (_, surest)) = trades.into_iter().max_by(|one, other| one.1.0.total_cmp(&other.1.0))?;
    let quality = SUREST * (most / all) * most / (most + HALF_SURE);
    (most >= all * LEAST_SHARE).then(|| (Meaning { words: vec![surest], ..Meaning::default() }, quality))
}
