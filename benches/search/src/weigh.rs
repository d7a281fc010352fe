//! The best mentors found the long way: everybody in a place is scored, by the rules of the search written down a second
//! time. Tells how many of those that the search found belong to the best.

use std::collections::{HashMap, HashSet};

use brobyg::industry::{self, Vocabulary};
use brobyg::search::{MentorQuery, danish};
use serde_json::{Value, json};

use crate::crowd::{Crowd, Person, TEXTS};
use crate::data::{self, Mentor, Wish};

const INDUSTRY: f32 = 20.0;
const PART: f32 = 0.5;
const MISSPELT: f32 = 4.0;
const SHORTEST_MISSPELT: usize = 5;
/// Up to so many mentors, everybody is looked at.
const FEW: usize = 5_000;
/// Single floats may be added up in another order.
const SAME_SCORE: f32 = 1e-3;

/// A word of a wish: the terms that it is looked for by and what each counts, and the terms one slip away.
struct Word {
    forms: Vec<(u32, f32)>,
    slips: HashSet<u32>,
}

/// For each wish, how many of the mentors `found` are among the best, and how many of the best there are. Whoever scores
/// like the last of the best is one of them.
pub fn weigh(mentors: &[Mentor], wishes: &[Wish]) -> Value {
    let crowd = Crowd::new(mentors);
    let counted = wishes.iter().map(|wish| {
        let query = data::query(wish, &industry::read(&wish.wish, Vocabulary::standard()).wanted());
        let scores = scores(&crowd, &query);
        let possible = scores.len().min(query.limit);
        let least = possible.checked_sub(1).map_or(f32::MAX, |last| scores[last].0 - SAME_SCORE);
        let best: HashSet<u128> = scores.iter().take_while(|(score, _)| *score >= least).map(|(_, id)| *id).collect();
        (wish.found.iter().filter(|id| best.contains(id)).count(), possible)
    });
    let (kept, possible): (Vec<_>, Vec<_>) = counted.unzip();
    json!({ "kept": kept, "possible": possible })
}

/// Everybody in the places that are looked at, the best first.
fn scores(crowd: &Crowd, query: &MentorQuery) -> Vec<(f32, u128)> {
    let words = words(crowd, &query.wish);
    let good = query.industries.iter().map(|(_, weight)| weight * INDUSTRY).fold(0.0, f32::max);
    let mut found = Vec::new();
    for region in query.near.iter().filter(|_| crowd.people.len() > FEW) {
        found.extend(scores_in(crowd, Some(region.as_str()), &words, query));
        if found.iter().filter(|(score, _)| *score >= good).count() >= query.limit {
            return sorted(found);
        }
    }
    sorted(scores_in(crowd, None, &words, query))
}

fn sorted(mut scores: Vec<(f32, u128)>) -> Vec<(f32, u128)> {
    scores.sort_by(|(one, first), (other, second)| other.total_cmp(one).then(first.cmp(second)));
    scores
}

fn scores_in(crowd: &Crowd, region: Option<&str>, words: &[Word], query: &MentorQuery) -> Vec<(f32, u128)> {
    let asked = query.industries.iter().filter_map(|(code, weight)| Some((*crowd.numbers.get(code)?, *weight)));
    let industries: HashMap<u32, f32> = asked.fold(HashMap::new(), |mut greatest, (code, weight)| {
        let known = greatest.entry(code).or_insert(weight);
        *known = known.max(weight);
        greatest
    });
    let people: Vec<&Person> = crowd.people.iter().filter(|person| person.active && person.is_in(region)).collect();
    let own = |person: &&Person| {
        let own = person.industries.iter().filter_map(|code| industries.get(code));
        own.map(|weight| weight * INDUSTRY).fold(0.0, f32::max)
    };
    let mut scores: Vec<f32> = people.iter().map(own).collect();
    for word in words {
        for (score, more) in scores.iter_mut().zip(word_scores(crowd, region, &people, word)) {
            *score += more;
        }
    }
    let hits = scores.into_iter().zip(&people).filter(|(score, _)| *score > 0.0);
    hits.map(|(score, person)| (score, person.id)).collect()
}

/// What the best form of a word scores for each of these people.
fn word_scores(crowd: &Crowd, region: Option<&str>, people: &[&Person], word: &Word) -> Vec<f32> {
    let mut best = vec![0.0_f32; people.len()];
    for (text, counts) in TEXTS.into_iter().enumerate() {
        for (term, form_counts) in &word.forms {
            let weight = crowd.weight(region, text, *term);
            for (best, person) in best.iter_mut().zip(people) {
                *best = best.max(counts * form_counts * person.score(text, *term, &weight));
            }
        }
        for (best, person) in best.iter_mut().zip(people) {
            if !word.slips.is_empty() && person.texts[text].iter().any(|term| word.slips.contains(term)) {
                *best = best.max(counts * MISSPELT);
            }
        }
    }
    best
}

fn words(crowd: &Crowd, wish: &str) -> Vec<Word> {
    let lexicon = Vocabulary::standard().lexicon();
    let folded = danish::words(wish).into_iter().map(danish::fold).filter(|folded| !lexicon.passes_over(folded));
    let words = folded.map(|folded| {
        let stem = danish::stem(&folded);
        let parts = lexicon.parts(&folded).into_iter().filter(|part| !lexicon.passes_over(part));
        let forms = parts.map(|part| (part, PART)).chain([(stem.clone(), 1.0)]);
        let forms = forms.filter_map(|(term, counts)| Some((*crowd.numbers.get(&term)?, counts))).collect();
        let is_misspelt = folded.len() >= SHORTEST_MISSPELT && !crowd.numbers.contains_key(&stem);
        let near = crowd.numbers.iter().filter(|(term, _)| is_misspelt && is_one_slip_away(&stem, term));
        Word { forms, slips: near.map(|(_, number)| *number).collect() }
    });
    words.collect()
}

/// Whether one letter more, less or other, or two letters the other way round, makes one word of the other.
fn is_one_slip_away(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let (long, short) = if one.len() >= other.len() { (&one, &other) } else { (&other, &one) };
    if long.len() > short.len() + 1 {
        return false;
    }
    let same = long.iter().zip(short).take_while(|(a, b)| a == b).count();
    let (rest, left) = (&long[same..], &short[same..]);
    if long.len() > short.len() {
        return rest[1..] == *left;
    }
    let is_swapped = rest.len() >= 2 && rest[0] == left[1] && rest[1] == left[0] && rest[2..] == left[2..];
    rest.is_empty() || rest[1..] == left[1..] || is_swapped
}
