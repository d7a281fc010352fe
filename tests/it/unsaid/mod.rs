//! No sentence stands in the locales that nobody says.
//!
//! Most keys stand in the sources as they are. Others are put together from a pattern and a word, such as
//! `referral-state-{}` and `waiting`. A word counts only where it can come from: the words in the file of the pattern, and those
//! of the enums that it names. So a key that ends in some word of the platform is not said for that alone.

mod words;

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use crate::unused::{code, texts, words};

type Words = BTreeSet<String>;

/// Functions that put a word behind the beginning of a key, which they are given.
const COMPOSERS: [&str; 5] = ["label_as", "choice_as", "choices_as", "spans", "named"];
/// Patterns whose words come from elsewhere, and from where.
const FROM_ELSEWHERE: [(&str, &str); 20] = [
    ("today-{}", "src/today/kinds"),
    ("today-fact-{}", "src/today/kinds"),
    ("today-act-{}", "src/today/kinds"),
    ("today-settle-{}", "src/today/kinds"),
    ("today-name-{}", "src/today/kinds"),
    ("job-{name}", "src/jobs"),
    ("message-letter-{}", "src"),
    ("matching-unlock-{}", "src/matching/unlock.rs"),
    ("shortage-if-{change}", "src/matching/unlock.rs"),
    ("shortage-if-{change}s", "src/matching/unlock.rs"),
    ("outcome-column-{}", "src/outcome"),
    ("outcome-{}", "src/outcome/figures.rs"),
    ("reason-{}", "entity/src/referrals.rs"),
    ("enquiry-{key}-{who}", "templates/enquiry"),
    ("referral-{field}", "src/referral/amend.rs"),
    ("course-contact-{}", "entity/src/mentors.rs"),
    ("survey-preference-{}", "entity/src/mentors.rs"),
    ("sheet-{}", "src"),
    ("error-page-{}", "src/error.rs"),
    ("error-page-{}-advice", "src/error.rs"),
];

struct Source {
    path: String,
    code: String,
    literals: Words,
    /// The literals, and the words of all enums that are named.
    words: Words,
}

/// How keys are put together, with the words that may stand in the braces.
struct Pattern {
    text: String,
    words: Words,
}

fn sources() -> Vec<Source> {
    let read = [texts("src", &["rs"]), texts("entity/src", &["rs"]), texts("templates", &["html", "txt"])].concat();
    let plain = |(path, text): (String, String)| {
        let code = code(&text);
        Source { path, literals: literals(&code), words: Words::new(), code }
    };
    let mut sources: Vec<Source> = read.into_iter().map(plain).collect();
    let enums = enums(&sources);
    for source in &mut sources {
        let named = words(&source.code).filter_map(|word| enums.get(word)).flatten().cloned();
        source.words = source.literals.iter().cloned().chain(named).collect();
    }
    sources
}

/// What stands between quotes, whole keys and parts of keys alike; words of the database as keys spell them.
fn literals(code: &str) -> Words {
    let is_part =
        |text: &&str| !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || "-_{}.".contains(c));
    code.split('"').filter(is_part).map(|text| text.replace('_', "-")).collect()
}

/// The words of each enum: its variants, and whatever words stand in the file that says how they are spelled.
fn enums(sources: &[Source]) -> BTreeMap<String, Words> {
    let mut enums: BTreeMap<String, Words> = BTreeMap::new();
    for source in sources {
        for declared in source.code.split("enum ").skip(1) {
            let Some((name, rest)) = declared.split_once(" {\n") else { continue };
            let variants = rest.split("\n}").next().unwrap_or_default().lines().filter_map(variant);
            enums.entry(name.to_owned()).or_default().extend(variants.chain(source.literals.iter().cloned()));
        }
    }
    assert!(enums.len() > 100, "the enums were not found");
    enums
}

/// The word of a variant, as keys spell it: `AnswerLate,` is `answer-late`.
fn variant(line: &str) -> Option<String> {
    let name = line.trim().split(|letter: char| !letter.is_alphanumeric()).next()?;
    let spelled = name.chars().enumerate().map(|(at, letter)| match letter {
        _ if letter.is_uppercase() && at > 0 => format!("-{}", letter.to_lowercase()),
        _ => letter.to_lowercase().to_string(),
    });
    name.starts_with(char::is_uppercase).then(|| spelled.collect())
}

fn patterns(sources: &[Source]) -> Vec<Pattern> {
    let mut patterns = Vec::new();
    let enums = enums(sources);
    for source in sources {
        for (beginning, words) in of_worded(source).into_iter().chain(of_stored(source, &enums)) {
            let text = format!("{beginning}-{{}}");
            patterns.push(Pattern { words: with_elsewhere(&text, words, sources), text });
        }
        for text in source.literals.iter().filter(|text| is_pattern(text, source)) {
            let takes_more = takes_words_of_enums(text, source);
            let words = if takes_more { beside(source, sources) } else { source.literals.clone() };
            patterns.push(Pattern { text: text.clone(), words: with_elsewhere(text, words, sources) });
        }
        let of_feature = all_words(sources, &feature(&source.path));
        for beginning in beginnings(source) {
            let text = format!("{beginning}-{{}}");
            patterns.push(Pattern { words: with_elsewhere(&text, of_feature.clone(), sources), text });
        }
    }
    patterns
}

/// The beginnings that words give themselves, with the words of their table.
fn of_worded(source: &Source) -> Vec<(String, Words)> {
    let is_table = !source.path.starts_with("entity/");
    let keys = source.code.split("const KEY: &'static str = \"").skip(1).filter(|_| is_table);
    keys.filter_map(|rest| rest.split('"').next()).map(|key| (key.to_owned(), source.words.clone())).collect()
}

/// The beginnings of the words of the database, each with its own.
fn of_stored(source: &Source, enums: &BTreeMap<String, Words>) -> Vec<(String, Words)> {
    let words = |(name, key): (&str, &str)| (key.to_owned(), enums.get(name).cloned().unwrap_or_default());
    stored(&source.code).map(words).collect()
}

/// The enums of the database whose words people read, each with the beginning of its keys.
fn stored(code: &str) -> impl Iterator<Item = (&str, &str)> {
    let listed = code.split("crate::stored!(").skip(1);
    listed.filter_map(|rest| rest.split_once(": \"")).map(|(name, rest)| (name, rest.split('"').next().unwrap()))
}

/// The lines of an enum.
fn body_of<'s>(code: &'s str, name: &str) -> Option<&'s str> {
    code.split_once(&format!("enum {name} {{\n"))?.1.split("\n}").next()
}

fn is_template(source: &Source) -> bool {
    source.path.starts_with("templates")
}

fn is_pattern(text: &str, source: &Source) -> bool {
    text.contains('{') && !text.contains("{{") && (!text.starts_with('{') || is_template(source))
}

/// Words of enums stand in braces without a name, or with the name of a word.
fn takes_words_of_enums(text: &str, source: &Source) -> bool {
    is_template(source) || ["{}", "{code}", "{word}"].iter().any(|brace| text.contains(brace))
}

/// `src/course/` of `src/course/meeting/log.rs`.
fn feature(path: &str) -> String {
    path.split_inclusive('/').take(2).collect()
}

fn all_words(sources: &[Source], place: &str) -> Words {
    let there = sources.iter().filter(|source| source.path.starts_with(place));
    there.flat_map(|source| source.words.iter().cloned()).collect()
}

/// The words of a source; of a template also those of the folders whose pages it belongs to.
fn beside(source: &Source, sources: &[Source]) -> Words {
    let mut found = source.words.clone();
    if let Some(name) = source.path.strip_prefix("templates/") {
        let users = sources.iter().filter(|user| user.code.contains(&format!("\"{name}\"")));
        let folders: BTreeSet<_> = users.filter_map(|user| Path::new(&user.path).parent()?.to_str()).collect();
        folders.into_iter().for_each(|folder| found.extend(all_words(sources, &format!("{folder}/"))));
    }
    found
}

fn with_elsewhere(text: &str, words: Words, sources: &[Source]) -> Words {
    let places = FROM_ELSEWHERE.iter().filter(|(pattern, _)| *pattern == text);
    places.fold(words, |words, (_, place)| words.into_iter().chain(all_words(sources, place)).collect())
}

/// The beginnings of keys that a source gives to a composer, or keeps for one that it holds itself.
fn beginnings(source: &Source) -> Words {
    let holds_composer = source.code.contains("format!(\"{prefix}-{");
    let pieces: Vec<&str> = source.code.split('"').collect();
    let is_key = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_lowercase() || c == '-');
    let is_beginning = |text: &str| is_key(text) && text.contains('-');
    let given = pieces.windows(2).filter(|pair| is_beginning(pair[1]));
    given.filter(|pair| holds_composer || is_call(pair[0])).map(|pair| pair[1].to_owned()).collect()
}

/// Whether the code ends within the brackets of a composer.
fn is_call(before: &str) -> bool {
    let before = before.replace("()", "");
    let Some((call, arguments)) = before.rsplit_once('(') else { return false };
    let name = call.split("::<").next().unwrap_or(call);
    let named = name.rsplit(|letter: char| !letter.is_alphanumeric() && letter != '_').next();
    !arguments.contains(')') && named.is_some_and(|name| COMPOSERS.contains(&name))
}

/// The keys of all sentences.
fn keys() -> Words {
    let mut keys = Words::new();
    for (_, text) in texts("locales/da", &["ftl"]) {
        let lines = text.lines().filter(|line| line.starts_with(|letter: char| letter.is_ascii_lowercase()));
        keys.extend(lines.filter_map(|line| line.split_once(" =")).map(|(key, _)| key.to_owned()));
    }
    assert!(keys.len() > 500, "the sentences were not found");
    keys
}

/// Whether a key is this pattern with each brace filled in by one of the words, or by a number.
fn fills_in(key: &str, pattern: &str, words: &Words) -> bool {
    let Some((before, rest)) = pattern.split_once('{') else { return key == pattern };
    let (Some(key), Some((_, after))) = (key.strip_prefix(before), rest.split_once('}')) else { return false };
    let is_word = |part: &str| words.contains(part) || part.chars().all(|c| c.is_ascii_digit());
    (1..=key.len()).any(|end| is_word(&key[..end]) && fills_in(&key[end..], after, words))
}

/// Whether a key is `SUBJECT-change-ACTION`, of two words that stand in the sources of one feature.
fn is_of_change(key: &str, features: &BTreeMap<String, Words>) -> bool {
    let of = |subject, action| features.values().any(|words| words.contains(subject) && words.contains(action));
    key.split_once("-change-").is_some_and(|(subject, action)| of(subject, action))
}

/// Of these keys the ones that nobody says.
fn unsaid(keys: Words) -> Vec<String> {
    let sources = sources();
    let patterns = patterns(&sources);
    let mut whole = Words::new();
    let mut features: BTreeMap<String, Words> = BTreeMap::new();
    for source in &sources {
        whole.extend(source.code.split('"').map(str::to_owned));
        if source.path.starts_with("src/") {
            features.entry(feature(&source.path)).or_default().extend(source.literals.iter().cloned());
        }
    }
    let writes_changes = |feature: &str| {
        sources.iter().any(|source| {
            source.path.starts_with(feature) && ["Change {", "Change::of("].iter().any(|way| source.code.contains(way))
        })
    };
    features.retain(|feature, _| writes_changes(feature));
    let is_said = |key: &String| {
        whole.contains(key)
            || patterns.iter().any(|pattern| fills_in(key, &pattern.text, &pattern.words))
            || is_of_change(key, &features)
    };
    keys.into_iter().filter(|key| !is_said(key)).collect()
}

#[test]
fn no_sentence_stands_in_the_locales_that_nobody_says() {
    let unsaid = unsaid(keys());

    assert!(unsaid.is_empty(), "nobody says these: {unsaid:#?}");
}

/// Words that are said by other sentences than those of their key.
#[test]
fn a_sentence_is_not_said_because_its_key_ends_in_a_word_of_the_platform() {
    let invented = [
        "account-waiting",
        "account-role-interrupted",
        "course-accepted",
        "enquiry-completed",
        "matching-state-approved",
        "mentor-declined",
        "planning-open",
        "referral-accepted",
        "survey-other",
        "vocabulary-change-interrupted",
    ];
    let invented: Words = invented.into_iter().map(str::to_owned).collect();

    assert_eq!(unsaid(invented.clone()), invented.into_iter().collect::<Vec<_>>());
}
