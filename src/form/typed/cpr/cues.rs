//! Words that say themselves that the four digits of a CPR number follow.

const CUES: [&str; 15] = [
    "cpr",
    "personnummer",
    "personnr",
    "fødselsnummer",
    "løbenummer",
    "løbenr",
    "kontrolcif",
    "endelse",
    "slutter på",
    "sidste fire",
    "fire sidste",
    "sidste cif",
    "last four",
    "last digits",
    "civil registration",
];
/// A digit after these counts digits: `sidste 4: 1234`.
const BEFORE_COUNT: [&str; 3] = ["sidste", "last", "de"];
/// A cue is looked for this many signs before a day.
const NEAR: usize = 30;
/// More words than these between two numbers speak of something else.
const MOST_WORDS: usize = 4;
/// The same where the cue stands between the two.
const MOST_WORDS_WITH_CUE: usize = 8;

/// The text with a blank for the few words between two numbers where a cue stands among them or shortly before the first.
pub fn without_cues(plain: String) -> String {
    let mut bare = String::with_capacity(plain.len());
    let (mut gap, mut rest) = (String::new(), plain.as_str());
    while let Some(at) = rest.find(|sign: char| sign.is_ascii_digit()) {
        let (before, from) = rest.split_at(at);
        let end = from.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(from.len());
        let (digits, after) = from.split_at(end);
        rest = after;
        gap.push_str(before);
        if digits == "4" && is_counting(&gap) {
            gap.push_str("fire");
            continue;
        }
        let is_between = bare.ends_with(|sign: char| sign.is_ascii_digit());
        let is_cue_between = holds_cue(&gap) && words(&gap) <= MOST_WORDS_WITH_CUE;
        let is_told = is_between && (is_cue_between || (is_of_number(&gap) && holds_cue(last_signs(&bare))));
        bare.push_str(if is_told { " " } else { &gap });
        bare.push_str(digits);
        gap.clear();
    }
    bare + &gap + rest
}

fn is_counting(gap: &str) -> bool {
    let before = gap.trim_end().to_lowercase();
    BEFORE_COUNT.iter().any(|word| before.ends_with(word))
}

/// A few words, within one sentence.
fn is_of_number(gap: &str) -> bool {
    (1..=MOST_WORDS).contains(&words(gap)) && !gap.contains(['\n', '!', '?']) && !gap.contains(". ")
}

fn words(gap: &str) -> usize {
    gap.split(|sign: char| !sign.is_alphabetic()).filter(|word| !word.is_empty()).count()
}

fn holds_cue(text: &str) -> bool {
    let lower = text.to_lowercase();
    CUES.iter().any(|cue| lower.contains(cue))
}

fn last_signs(text: &str) -> &str {
    let from = text.char_indices().rev().nth(NEAR - 1).map_or(0, |(at, _)| at);
    &text[from..]
}
