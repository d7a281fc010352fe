//! Nothing is kept that nobody uses: no public item that tests alone call, no sentence that nobody says.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

/// What tests need to put a test's own thing in its place, each with the reason why it is no use to the product.
const SEAMS: [(&str, &str); 1] = [("standing_at", "a clock that stands still until a test moves it")];

fn texts(folder: &str, endings: &[&str]) -> Vec<(String, String)> {
    let (mut found, mut folders) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path.display().to_string());
            } else if has_ending(&path, endings) {
                found.push((path.display().to_string(), fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found
}

fn has_ending(path: &Path, endings: &[&str]) -> bool {
    path.extension().is_some_and(|own| endings.iter().any(|ending| own == *ending))
}

/// A source without comments.
fn code(source: &str) -> String {
    source.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The code of a source without what it imports or passes on: naming a thing there is no use of it.
fn without_imports(source: &str) -> String {
    let mut kept = String::new();
    let mut is_import = false;
    for line in code(source).lines() {
        let start = line.trim_start();
        is_import = is_import || start.starts_with("use ") || start.starts_with("pub") && start.contains(" use ");
        if !is_import {
            kept.push_str(line);
            kept.push('\n');
        }
        is_import = is_import && !line.trim_end().ends_with(';');
    }
    kept
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric() && letter != '_').filter(|word| !word.is_empty())
}

/// The names of the functions, types and values that a source offers to others.
fn offered(source: &str) -> Vec<&str> {
    source.lines().filter_map(offered_by).collect()
}

fn offered_by(line: &str) -> Option<&str> {
    let kinds = ["fn", "struct", "enum", "trait", "type", "const", "static"];
    let mut words = words(line.trim_start().strip_prefix("pub")?);
    words.by_ref().take(6).find(|word| kinds.contains(word))?;
    let name = words.next()?;
    if name == "fn" { words.next() } else { Some(name) }
}

#[test]
fn no_public_item_is_used_by_tests_alone() {
    let sources: Vec<_> =
        texts("src", &["rs"]).into_iter().map(|(path, source)| (path, without_imports(&source))).collect();
    let templates = texts("templates", &["html", "txt"]);
    let mut named: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, source) in sources.iter().chain(&templates) {
        words(source).for_each(|word| *named.entry(word).or_default() += 1);
    }
    let offers: Vec<_> =
        sources.iter().flat_map(|(path, source)| offered(source).into_iter().map(move |name| (name, path))).collect();
    assert!(offers.len() > 1000, "the public items were not found");

    let defined = |name: &str| offers.iter().filter(|(offered, _)| *offered == name).count();
    let unused: Vec<_> = offers.iter().filter(|(name, _)| named[name] <= defined(name)).collect();

    let is_seam = |name: &str| SEAMS.iter().any(|(seam, _)| *seam == name);
    let wrong: Vec<_> = unused.iter().filter(|(name, _)| !is_seam(name)).collect();
    assert!(wrong.is_empty(), "nobody but a test uses these; ask pages instead: {wrong:#?}");
    for (seam, reason) in SEAMS {
        assert!(
            unused.iter().any(|(name, _)| *name == seam),
            "{seam} ({reason}) is used or gone: take it off the list"
        );
    }
}

/// The keys of all sentences.
fn keys() -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for (_, text) in texts("locales/da", &["ftl"]) {
        let lines = text.lines().filter(|line| line.starts_with(|letter: char| letter.is_ascii_lowercase()));
        keys.extend(lines.filter_map(|line| line.split_once(" =")).map(|(key, _)| key.to_owned()));
    }
    assert!(keys.len() > 500, "the sentences were not found");
    keys
}

/// What stands between quotes in the sources, whole keys and parts of keys alike; words of the database as keys spell them.
fn quoted(sources: &str) -> BTreeSet<String> {
    let is_part =
        |text: &&str| !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || "-_{}().*".contains(c));
    let literals = sources.split('"').filter(is_part).map(|text| text.replace('_', "-"));
    literals.chain(sources.lines().filter_map(variant)).collect()
}

/// The word of a variant without fields, as keys spell it: `AnswerLate,` is `answer-late`.
fn variant(line: &str) -> Option<String> {
    let name = line.trim().strip_suffix(',')?;
    let is_variant = name.starts_with(char::is_uppercase) && name.chars().all(char::is_alphanumeric);
    let spelled = name.chars().enumerate().map(|(at, letter)| match letter {
        _ if letter.is_uppercase() && at > 0 => format!("-{}", letter.to_lowercase()),
        _ => letter.to_lowercase().to_string(),
    });
    is_variant.then(|| spelled.collect())
}

/// Whether a key is this literal with each brace filled in by a word that stands in the sources, or by a number.
fn fills_in(key: &str, literal: &str, parts: &BTreeSet<String>) -> bool {
    let Some((before, rest)) = literal.split_once('{') else { return key == literal };
    let (Some(key), Some((_, after))) = (key.strip_prefix(before), rest.split_once('}')) else { return false };
    let is_part = |part: &str| parts.contains(part) || part.chars().all(|c| c.is_ascii_digit());
    (1..=key.len()).any(|end| is_part(&key[..end]) && fills_in(&key[end..], after, parts))
}

/// Whether a key is put together from two parts: a prefix and a word, or what was changed, `change` and how.
fn is_two_parts(key: &str, parts: &BTreeSet<String>) -> bool {
    let is_prefix = |prefix: &str| {
        parts.contains(prefix) || prefix.strip_suffix("-change").is_some_and(|subject| parts.contains(subject))
    };
    key.match_indices('-').any(|(at, _)| is_prefix(&key[..at]) && parts.contains(&key[at + 1..]))
}

#[test]
fn no_sentence_stands_in_the_locales_that_nobody_says() {
    let rust = [texts("src", &["rs"]), texts("entity/src", &["rs"])].concat();
    let sources: String = rust.iter().map(|(_, source)| code(source) + "\n").collect();
    let templates: String = texts("templates", &["html", "txt"]).into_iter().map(|(_, text)| text + "\n").collect();
    let sources = sources + &templates;
    let parts = quoted(&sources);
    let literals: Vec<_> = parts.iter().filter(|part| part.contains('{') && !part.starts_with('{')).collect();

    let is_said = |key: &String| {
        sources.contains(&format!("\"{key}\""))
            || literals.iter().any(|literal| fills_in(key, literal, &parts))
            || is_two_parts(key, &parts)
    };
    let unsaid: Vec<_> = keys().into_iter().filter(|key| !is_said(key)).collect();

    assert!(unsaid.is_empty(), "nobody says these: {unsaid:#?}");
}
