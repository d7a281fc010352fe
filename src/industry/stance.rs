//! How much a wish means what it names: a trade that one wants, one that only the family has, one that one says no to.

use super::negation;
use crate::search::danish::fold;

/// What somebody only tells of counts so much.
const TOLD: f32 = 0.5;

/// Whose it is that a wish tells of: "min far", "hendes veninder".
const WHOSE: [&str; 12] = ["min", "mit", "mine", "sin", "sine", "hans", "hendes", "vores", "my", "his", "her", "our"];
/// Of whom a wish tells. Grandmothers and small siblings are looked after: that tells of oneself.
const OTHERS: [&str; 36] = [
    "far",
    "fars",
    "mor",
    "mors",
    "bror",
    "brors",
    "storebror",
    "soester",
    "storesoester",
    "onkel",
    "onkels",
    "faetter",
    "faetters",
    "kusine",
    "ven",
    "vens",
    "veninde",
    "kaereste",
    "bedstefar",
    "farfar",
    "morfar",
    "moster",
    "faster",
    "tante",
    "foraeldre",
    "venner",
    "soeskende",
    "chef",
    "laerer",
    "klasselaerer",
    "sagsbehandler",
    "vejleder",
    "kontaktperson",
    "dad",
    "mom",
    "parents",
];

/// What begins something told of before and of elsewhere.
const TELLS: [&[&str]; 16] = [
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
        let is_others = at > 0 && OTHERS.contains(&words[at - 1].as_str());
        if WANTS.contains(&words[at].as_str()) && !is_others {
            tells = false;
        } else if begins_telling(&words[at..]) {
            tells = !words[..at].iter().rev().take(2).any(|word| LIKE.contains(&word.as_str()));
        }
        counts.push(if tells { TOLD } else { 1.0 });
    }
    counts
}

fn begins_telling(words: &[String]) -> bool {
    let begins = |opening: &&[&str]| {
        words.len() >= opening.len() && words.iter().zip(*opening).all(|(word, known)| word == known)
    };
    is_of_others(words) || TELLS.iter().any(begins)
}

fn is_of_others(words: &[String]) -> bool {
    matches!(words, [whose, who, ..] if WHOSE.contains(&whose.as_str()) && OTHERS.contains(&who.as_str()))
}
