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

/// A word of a wish, or the industries: terms, and what each is worth.
type Want = HashMap<u32, f32>;

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
    let wants: Vec<Want> = std::iter::once(industries(crowd, query)).chain(words(crowd, &query.wish)).collect();
    let places = places(crowd, query, &wants);
    let there = crowd.people.iter().filter(|person| places.iter().any(|place| person.is_in(*place)));
    let scores = there.map(|person| (wants.iter().map(|want| score(person, want)).sum::<f32>(), person.id));
    let mut scores: Vec<(f32, u128)> = scores.filter(|(score, _)| *score > 0.0).collect();
    scores.sort_by(|(one, first), (other, second)| other.total_cmp(one).then(first.cmp(second)));
    scores
}

fn score(person: &Person, want: &Want) -> f32 {
    want.iter().map(|(term, counts)| counts * person.times(*term) as f32).fold(0.0, f32::max)
}

/// The nearest regions that hold enough who have the industry that is wanted most (any word, when none is known), or none
/// in particular.
fn places<'q>(crowd: &Crowd, query: &'q MentorQuery, wants: &[Want]) -> Vec<Option<&'q str>> {
    let most = query.industries.iter().map(|(_, weight)| weight * INDUSTRY).fold(0.0, f32::max);
    let is_sought = |(_, counts): &(&u32, &f32)| query.industries.is_empty() || **counts >= most;
    let sought: Vec<u32> = wants.iter().flatten().filter(is_sought).map(|(term, _)| *term).collect();
    let mut having = 0;
    for (looked_at, region) in query.near.iter().enumerate().filter(|_| crowd.people.len() > FEW) {
        let there = crowd.people.iter().filter(|person| person.is_in(Some(region.as_str())));
        having += there.map(|person| sought.iter().filter(|term| person.times(**term) > 0).count()).sum::<usize>();
        if having >= query.limit {
            return query.near[..=looked_at].iter().map(|region| Some(region.as_str())).collect();
        }
    }
    vec![None]
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
