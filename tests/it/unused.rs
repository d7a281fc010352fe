//! Nothing is kept that nobody uses: no public item that tests alone call.

use std::{collections::BTreeMap, fs, path::Path};

/// What tests need to put a test's own thing in its place, each with the reason why it is no use to the product.
const SEAMS: [(&str, &str); 0] = [];

pub fn texts(folder: &str, endings: &[&str]) -> Vec<(String, String)> {
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
pub fn code(source: &str) -> String {
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

pub fn words(text: &str) -> impl Iterator<Item = &str> {
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
