//! The other way round: every stored word has its sentence.

use super::*;

const SAID_OTHERWISE: [(&str, &str); 2] = [
    ("reason-onward", "the page of the reasons says what follows in sentences of its own"),
    ("planning-decision", "the page of the meeting has a button for each"),
];

fn assert_is_said(keys: &Words, key: &str, word: &str) {
    let is_said = keys.contains(&format!("{key}-{word}").replace('_', "-"));
    assert!(is_said || SAID_OTHERWISE.iter().any(|(own, _)| *own == key), "no sentence says {word} of {key}");
}

#[test]
fn every_word_of_the_database_has_its_sentence() {
    let (keys, mut found) = (keys(), 0);
    for (path, source) in texts("entity/src", &["rs"]) {
        for (name, key) in stored(&source) {
            let body = body_of(&source, name).unwrap_or_else(|| panic!("{path} has no {name}"));
            for word in body.split("string_value = \"").skip(1) {
                assert_is_said(&keys, key, word.split('"').next().unwrap());
                found += 1;
            }
        }
    }
    assert!(found > 100, "the words were not found");
}

#[test]
fn every_variant_of_a_word_stands_in_its_table_and_is_said() {
    let (keys, mut found) = (keys(), 0);
    let sources = texts("src", &["rs"]);
    for (path, source) in &sources {
        for (name, table) in source.split("Worded for ").skip(1).filter_map(|rest| rest.split_once(" {\n")) {
            let table = table.split("\n}").next().unwrap();
            let Some((key, table)) = table.split_once("const TABLE") else { continue };
            let key = key.split('"').nth(1).unwrap();
            let declared = body_of(source, name).or_else(|| sources.iter().find_map(|(_, other)| body_of(other, name)));
            let variants = declared.unwrap().lines().filter(|line| line.trim_start().starts_with(char::is_uppercase));
            for variant in variants.map(|line| words(line).next().unwrap()) {
                let is_row = table.split("Self::").skip(1).any(|row| words(row).next() == Some(variant));
                assert!(is_row, "{path}: {name}::{variant} is not in its table");
                found += 1;
            }
            let rows = table.split("Self::").skip(1).filter_map(|row| row.split('"').nth(1));
            rows.filter(|_| !key.is_empty()).for_each(|word| assert_is_said(&keys, key, word));
        }
    }
    assert!(found > 80, "the variants were not found");
}
