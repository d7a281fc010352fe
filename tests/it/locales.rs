//! Every sentence stands in both languages, and every sentence that is asked for exists.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::from(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|own| own == ending) {
                found.push(path);
            }
        }
    }
    found
}

fn keys(language: &str) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for path in files(&format!("locales/{language}"), "ftl") {
        for line in fs::read_to_string(&path).unwrap().lines() {
            let is_key = line.starts_with(|letter: char| letter.is_ascii_lowercase());
            if let Some((key, _)) = line.split_once('=').filter(|_| is_key) {
                assert!(keys.insert(key.trim().to_owned()), "{} has {key} twice", path.display());
            }
        }
    }
    assert!(keys.len() > 50, "the texts were not found");
    keys
}

#[test]
fn every_sentence_stands_in_both_languages() {
    let (danish, english) = (keys("da"), keys("en"));

    let only_danish: Vec<_> = danish.difference(&english).collect();
    let only_english: Vec<_> = english.difference(&danish).collect();

    assert!(only_danish.is_empty() && only_english.is_empty(), "only da: {only_danish:?}\nonly en: {only_english:?}");
}

/// The text between a start such as `ctx.t("` and the closing quote, wherever it occurs. Keys that are put together
/// at run time have a brace or a space in them and are left to the tests of their page.
fn literals_after(source: &str, start: &str) -> Vec<String> {
    let found = source.split(start).skip(1).filter_map(|rest| rest.split('"').next());
    let is_key = |text: &&str| text.contains('-') && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    found.filter(is_key).map(str::to_owned).collect()
}

/// Templates tell how to use them in comments.
fn without_comments(source: &str) -> String {
    source
        .split("{#")
        .enumerate()
        .map(|(i, part)| if i == 0 { part } else { part.split("#}").nth(1).unwrap_or("") })
        .collect()
}

fn asked_for(path: &Path) -> Vec<String> {
    let source = without_comments(&fs::read_to_string(path).unwrap());
    let of_pages = [".t(\"", ".t1(\"", ".t2(\"", ".with(\"", "#[error(\"", "message = \""];
    let of_letters = [".subject(\"", ".say(\"", ".say1(\"", ".link(\""];
    let is_code = path.extension().is_some_and(|ending| ending == "rs");
    let starts = [&of_pages[..], if is_code { &of_letters } else { &[] }].concat();
    let mut found: Vec<_> = starts.iter().flat_map(|start| literals_after(&source, start)).collect();
    for line in source.lines().filter(|line| line.contains("see_other_with(")) {
        found.extend(line.rsplit('"').nth(1).filter(|key| key.contains("-notice-")).map(str::to_owned));
    }
    found
}

#[test]
fn every_sentence_that_is_asked_for_exists() {
    let known = keys("da");

    let sources = files("src", "rs").into_iter().chain(files("templates", "html")).chain(files("templates", "txt"));
    let missing: Vec<_> = sources
        .flat_map(|path| asked_for(&path).into_iter().map(move |key| format!("{}: {key}", path.display())))
        .filter(|found| !known.contains(found.rsplit(": ").next().unwrap()))
        .collect();

    assert!(missing.is_empty(), "no such sentence:\n{}", missing.join("\n"));
}

/// Each sentence of a language with the names of what it fills in.
fn filled_in(language: &str) -> BTreeSet<(String, String)> {
    let mut found = BTreeSet::new();
    for path in files(&format!("locales/{language}"), "ftl") {
        let mut key = String::new();
        for line in fs::read_to_string(&path).unwrap().lines() {
            if let Some((name, _)) = line.split_once('=').filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase()))
            {
                key = name.trim().to_owned();
            }
            let names = line.split('$').skip(1).filter_map(|rest| rest.split([' ', '}', ',', ')']).next());
            found.extend(names.map(|name| (key.clone(), name.to_owned())));
        }
    }
    found
}

#[test]
fn a_sentence_fills_in_the_same_in_both_languages() {
    let (danish, english) = (filled_in("da"), filled_in("en"));

    let different: Vec<_> = danish.symmetric_difference(&english).collect();

    assert!(different.is_empty(), "filled in by one language only: {different:?}");
}

/// What is quoted stands between “ and ”, in Danish as in English: other kinds, and halves of one, look like a slip.
#[test]
fn what_is_quoted_is_quoted_in_one_way() {
    let mut wrong = Vec::new();
    for path in ["da", "en"].into_iter().flat_map(|language| files(&format!("locales/{language}"), "ftl")) {
        let text = fs::read_to_string(&path).unwrap();
        for (number, line) in text.lines().enumerate() {
            let is_other = line.contains(['„', '»', '«', '‟', '″']);
            let marks: String = line.chars().filter(|sign| ['“', '”'].contains(sign)).collect();
            if is_other || !marks.replace("“”", "").is_empty() {
                wrong.push(format!("{}:{}: {line}", path.display(), number + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
