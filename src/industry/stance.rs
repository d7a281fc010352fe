//! How much a wish means what it names: a trade that one wants, one that only the family has, one that one says no to.

use super::negation;
use crate::search::danish::fold;

/// What somebody only tells of counts so much.
const TOLD: f32 = 0.35;

/// What begins something told: who else it is about, or what was before.
const TELLS: [&[&str]; 40] = [
    &["min", "far"],
    &["min", "mor"],
    &["min", "bror"],
    &["min", "storebror"],
    &["min", "soester"],
    &["min", "storesoester"],
    &["min", "onkel"],
    &["min", "faetter"],
    &["min", "kusine"],
    &["min", "ven"],
    &["min", "veninde"],
    &["min", "kaereste"],
    &["min", "bedstefar"],
    &["min", "farfar"],
    &["min", "morfar"],
    &["min", "moster"],
    &["min", "faster"],
    &["mine", "foraeldre"],
    &["mine", "venner"],
    &["mine", "soeskende"],
    &["my", "dad"],
    &["my", "mom"],
    &["my", "father"],
    &["my", "mother"],
    &["har", "proevet"],
    &["har", "vaeret"],
    &["har", "haft"],
    &["har", "gaaet"],
    &["har", "arbejdet"],
    &["har", "hjulpet"],
    &["gaar", "paa"],
    &["gaar", "i"],
    &["gaar", "til"],
    &["lige", "nu"],
    &["til", "daglig"],
    &["begyndte", "paa"],
    &["startede", "paa"],
    &["kommer", "fra"],
    &["bor", "i"],
    &["faerdig", "med"],
];

/// What makes somebody else's trade one's own wish.
const LIKE: [&str; 6] = ["ligesom", "som", "like", "lige", "samme", "hos"];

/// What begins something wanted.
const WANTS: [&str; 16] = [
    "vil",
    "ville",
    "gerne",
    "oensker",
    "droemmer",
    "droemmejob",
    "droem",
    "hellere",
    "men",
    "want",
    "wanna",
    "dream",
    "saa",
    "kunne",
    "interesserer",
    "elsker",
];

/// For each clause and each of its words how much it is meant: 0 said no to, 1 wanted.
pub(super) fn of(clauses: &[Vec<&str>]) -> Vec<Vec<f32>> {
    let mut refused = negation::refused(clauses).into_iter();
    clauses
        .iter()
        .map(|clause| {
            let told = told(clause);
            let refused = refused.by_ref().take(clause.len());
            refused.zip(told).map(|(refused, told)| if refused { 0.0 } else { told }).collect()
        })
        .collect()
}

fn told(clause: &[&str]) -> Vec<f32> {
    let words: Vec<String> = clause.iter().map(|word| fold(word)).collect();
    let mut tells = false;
    let mut counts = Vec::with_capacity(words.len());
    for at in 0..words.len() {
        if WANTS.contains(&words[at].as_str()) {
            tells = false;
        } else if begins_telling(&words[at..]) {
            tells = !words[..at].iter().rev().take(2).any(|word| LIKE.contains(&word.as_str()));
        }
        counts.push(if tells { TOLD } else { 1.0 });
    }
    counts
}

fn begins_telling(words: &[String]) -> bool {
    TELLS
        .iter()
        .any(|opening| words.len() >= opening.len() && words.iter().zip(*opening).all(|(word, known)| word == known))
}
