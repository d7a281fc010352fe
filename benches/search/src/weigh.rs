//! The best mentors found the long way: everybody in a place is scored, by the rules of the search written down a second
//! time. Tells how many of those that the search found belong to the best.

use std::collections::{HashMap, HashSet};

use brobyg::industry::{self, Vocabulary};
use brobyg::search::{MentorQuery, danish};
use serde_json::{Value, json};

use crate::crowd::{Crowd, Person};
use crate::data::{self, Mentor, Wish};

const INDUSTRY: f32 = 20.0;
const PART: f32 = 0.5;
const SLIP: f32 = 0.5;
const SHORTEST_MISSPELT: usize = 5;
/// Up to so many mentors, everybody is looked at.
const FEW: usize = 5_000;
/// Single floats may be added up in another order.
const SAME_SCORE: f32 = 1e-3;

/// What counts so much of the industry that is wanted most is nearly that; what counts less than the other is far from it.
const NEARLY: f32 = 0.6;
const FAR: f32 = 0.3;

/// A word of a wish, or the industries: terms, and what each is worth.
type Want = HashMap<u32, f32>;

/// Among whom somebody is looked for: by region, or by nothing; from which worth of an industry on; and whether by words.
struct Look<'q> {
    region: Option<&'q str>,
    least: f32,
    words: bool,
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

/// Everybody who is looked for, the best first.
fn scores(crowd: &Crowd, query: &MentorQuery) -> Vec<(f32, u128)> {
    let (industries, words) = (industries(crowd, query), words(crowd, &query.wish));
    let looks = looks(crowd, query, &industries, &words);
    let score = |person: &Person| {
        let here = || looks.iter().filter(|look| person.is_in(look.region));
        let least = here().map(|look| look.least).fold(f32::INFINITY, f32::min);
        let by_words = if here().any(|look| look.words) { words.as_slice() } else { &[] };
        best(person, &industries, least) + by_words.iter().map(|word| best(person, word, 0.0)).sum::<f32>()
    };
    let mut scores: Vec<(f32, u128)> =
        crowd.people.iter().map(|person| (score(person), person.id)).filter(|(score, _)| *score > 0.0).collect();
    scores.sort_by(|(one, first), (other, second)| other.total_cmp(one).then(first.cmp(second)));
    scores
}

/// What somebody scores by a want: the best of its terms that counts at least so much.
fn best(person: &Person, want: &Want, least: f32) -> f32 {
    let terms = want.iter().filter(|(_, counts)| **counts >= least);
    terms.map(|(term, counts)| counts * person.times(*term) as f32).fold(0.0, f32::max)
}

/// The nearest regions that hold enough who have the industry that is wanted most (any word, when none is known); or else
/// those that hold enough who have nearly that, and everywhere for the very one; or no region in particular.
fn looks<'q>(crowd: &Crowd, query: &'q MentorQuery, industries: &Want, words: &[Want]) -> Vec<Look<'q>> {
    let most = query.industries.iter().map(|(_, weight)| weight * INDUSTRY).fold(0.0, f32::max);
    let near = |least: f32| {
        let sought: Vec<u32> = if most > 0.0 {
            industries.iter().filter(|(_, counts)| **counts >= least).map(|(term, _)| *term).collect()
        } else {
            words.iter().flat_map(|word| word.keys().copied()).collect()
        };
        regions(crowd, query, &sought)
    };
    if let Some(regions) = near(most) {
        let look = |region: &&'q str| Look { region: Some(*region), least: most * FAR, words: true };
        return regions.iter().map(look).collect();
    }
    let nearly = if most > 0.0 { near(most * NEARLY).or_else(|| near(most * FAR)) } else { None };
    if let Some(regions) = nearly {
        let look = |region: &&'q str| Look { region: Some(*region), least: 0.0, words: true };
        let very = Look { region: None, least: most, words: false };
        return regions.iter().map(look).chain([very]).collect();
    }
    vec![Look { region: None, least: 0.0, words: true }]
}

/// As many of the nearest regions as hold enough who have any of these.
fn regions<'q>(crowd: &Crowd, query: &'q MentorQuery, sought: &[u32]) -> Option<&'q [&'static str]> {
    let mut having = 0;
    for (looked_at, region) in query.near.iter().enumerate().filter(|_| crowd.people.len() > FEW) {
        let there = crowd.people.iter().filter(|person| person.is_in(Some(region)));
        having += there.map(|person| sought.iter().filter(|term| person.times(**term) > 0).count()).sum::<usize>();
        if having >= query.limit {
            return Some(&query.near[..=looked_at]);
        }
    }
    None
}

fn industries(crowd: &Crowd, query: &MentorQuery) -> Want {
    let mut want = Want::new();
    for (code, weight) in &query.industries {
        if let Some(number) = crowd.numbers.get(code) {
            let counts = want.entry(*number).or_default();
            *counts = counts.max(weight * INDUSTRY);
        }
    }
    want
}

fn words(crowd: &Crowd, wish: &str) -> Vec<Want> {
    let lexicon = Vocabulary::standard().lexicon();
    let folded = danish::words(wish).into_iter().map(danish::fold).filter(|folded| !lexicon.passes_over(folded));
    folded.map(|folded| word(crowd, &folded)).collect()
}

fn word(crowd: &Crowd, folded: &str) -> Want {
    let lexicon = Vocabulary::standard().lexicon();
    let stem = danish::stem(folded);
    let parts = lexicon.parts(folded).into_iter().filter(|part| !lexicon.passes_over(part));
    let mut forms: Vec<(u32, f32)> = parts.filter_map(|part| Some((*crowd.numbers.get(&part)?, PART))).collect();
    match crowd.numbers.get(&stem) {
        Some(number) => forms.push((*number, 1.0)),
        None if folded.len() >= SHORTEST_MISSPELT => {
            let slips = crowd.numbers.iter().filter(|(term, _)| is_one_slip_away(&stem, term));
            forms.extend(slips.map(|(_, number)| (*number, SLIP)));
        }
        None => {}
    }
    let mut want = Want::new();
    for (term, counts) in forms {
        let best = want.entry(term).or_default();
        *best = best.max(counts * crowd.tells(term));
    }
    want
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
