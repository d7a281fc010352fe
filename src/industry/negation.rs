//! Which words of a wish are named only to say no to them.

use crate::search::danish::fold;

const REFUSALS: [&str; 16] = [
    "ikke", "ikk", "ik", "aldrig", "ingen", "uden", "hader", "hade", "undtagen", "not", "no", "never", "dont", "hate",
    "except", "without",
];

/// A refusal followed by one of these says nothing against the industry ("ikke sikker på").
const HARMLESS_AFTER: [&str; 30] = [
    "sikker",
    "helt",
    "kun",
    "bare",
    "endnu",
    "fundet",
    "faaet",
    "noedvendigvis",
    "klar",
    "afklaret",
    "bange",
    "kommet",
    "finde",
    "faa",
    "faet",
    "komme",
    "only",
    "just",
    "sure",
    "yet",
    "find",
    "have",
    "problem",
    "erfaring",
    "uddannelse",
    "job",
    "noget",
    "laereplads",
    "elevplads",
    "praktikplads",
];

/// A refusal that follows one of these speaks of what the person has or knows.
const HARMLESS_BEFORE: [&str; 7] = ["ved", "har", "havde", "kom", "blev", "fik", "know"];

/// Words that show that the refusal is meant after all ("har ikke lyst til", "kan ikke lide").
const MEANT: [&str; 9] = ["lyst", "lide", "interesse", "interesseret", "gider", "want", "like", "interested", "holde"];

/// Words that begin something wanted after a refusal.
const TURNS: [&str; 8] = ["men", "hellere", "but", "rather", "derimod", "istedet", "instead", "vil"];

/// For each word, whether the wish says no to it.
///
/// A refusal reaches to the end of its clause; with nothing after it ("rengøring gider jeg ikke")
/// it reaches back to the clause's beginning.
pub fn refused(clauses: &[Vec<&str>]) -> Vec<bool> {
    clauses.iter().flat_map(|clause| refused_in(clause)).collect()
}

fn refused_in(clause: &[&str]) -> Vec<bool> {
    let folded: Vec<String> = clause.iter().map(|word| fold(word)).collect();
    let mut refused = vec![false; clause.len()];
    let mut begins = 0;
    let mut refusing = false;
    for at in 0..folded.len() {
        let word = folded[at].as_str();
        if TURNS.contains(&word) {
            (refusing, begins) = (false, at + 1);
        } else if word == "for" && folded.get(at + 1).is_some_and(|next| next == "meget") {
            // "For meget kontor".
            refusing = true;
        } else if REFUSALS.contains(&word) && is_meant(&folded, at) && !is_undone(&folded, at) {
            refusing = true;
            if says_nothing_more(&folded[at + 1..]) {
                refused[begins..at].fill(true);
            }
        }
        refused[at] |= refusing;
    }
    refused
}

fn is_meant(words: &[String], at: usize) -> bool {
    let after = &words[at + 1..];
    let close: Vec<&str> = after.iter().take(3).map(String::as_str).collect();
    if close.iter().any(|word| MEANT.contains(word)) {
        return true;
    }
    let next = close.first().copied().unwrap_or_default();
    if matches!((next, close.get(1)), ("noget", Some(&"med" | &"for"))) {
        return true;
    }
    if asks_back(words, at) || next == "om" {
        return false;
    }
    let before = at.checked_sub(1).map_or("", |place| words[place].as_str());
    !HARMLESS_AFTER.contains(&next) && !HARMLESS_BEFORE.contains(&before)
}

/// "Kan ikke se et dyr lide uden at …" refuses nothing.
fn is_undone(words: &[String], at: usize) -> bool {
    let without = |word: &String| word == "uden";
    match words[at].as_str() {
        "uden" => words[..at].iter().any(|word| word == "ikke"),
        "ikke" => words[at + 1..].iter().any(without),
        _ => false,
    }
}

/// "Er det ikke sådan at …" says yes.
fn asks_back(words: &[String], at: usize) -> bool {
    at >= 2 && words[at - 1] == "det" && ["er", "kan", "kunne", "var"].contains(&words[at - 2].as_str())
}

fn says_nothing_more(after: &[String]) -> bool {
    const FILLERS: [&str; 15] = [
        "det", "noget", "for", "mig", "lige", "saerlig", "saa", "meget", "mere", "laengere", "jeg", "rigtig", "me",
        "til", "om",
    ];
    after.iter().take_while(|word| !TURNS.contains(&word.as_str())).all(|word| FILLERS.contains(&word.as_str()))
}
