//! What the documents say of the house is so.

use std::{fs, path::Path};

use brobyg::today;

#[test]
fn every_file_that_the_documents_name_is_there() {
    let mut gone = Vec::new();
    for document in ["ARCHITECTURE.md", "README.md", "docs/performance.md"] {
        let text = fs::read_to_string(document).unwrap();
        for name in text.split('`').skip(1).step_by(2).filter(|name| is_path(name)) {
            if !Path::new(name).exists() {
                gone.push(format!("{document} names {name}"));
            }
        }
    }
    assert!(gone.is_empty(), "{}", gone.join("\n"));
}

/// A name like `src/referral/send.rs` or `tests/it/`.
fn is_path(name: &str) -> bool {
    let roots =
        ["src/", "entity/", "migration/", "templates/", "tests/", "locales/", "docs/", "bin/", "benches/", "assets/"];
    roots.iter().any(|root| name.starts_with(root)) && !name.contains(['*', '{', ' ', ':', '…'])
}

#[test]
fn every_room_stands_in_the_architecture() {
    let text = fs::read_to_string("ARCHITECTURE.md").unwrap();
    let missing: Vec<_> = fs::read_dir("src")
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .map(|path| format!("{}/", path.display()))
        .filter(|room| !text.contains(room))
        .collect();
    assert!(missing.is_empty(), "ARCHITECTURE.md says nothing of {missing:?}");
}

#[test]
fn the_example_of_the_settings_is_what_the_program_prints() {
    let example = fs::read_to_string(".env.example").unwrap();
    assert_eq!(example, brobyg::config::example(), "write it again: brobyg config --example > .env.example");
}

#[test]
fn every_dependency_stands_in_the_list_with_its_reason() {
    let list = fs::read_to_string("docs/adr/0006-dependencies.md").unwrap();
    let manifest: toml::Table = fs::read_to_string("Cargo.toml").unwrap().parse().unwrap();
    let named =
        |name: &&String| list.split(['|', ' ', ',', '(', ')', '\n', ':', '.']).any(|word| word == name.as_str());
    let ours = ["entity", "migration", "assignment"];
    let of_table = |table: &str| manifest[table].as_table().unwrap().keys().cloned().collect::<Vec<_>>();
    let all = [of_table("dependencies"), of_table("dev-dependencies")].concat();
    let missing: Vec<_> = all.iter().filter(|name| !named(name) && !ours.contains(&name.as_str())).collect();
    assert!(missing.is_empty(), "docs/adr/0006-dependencies.md gives no reason for {missing:?}");
}

#[test]
fn the_page_of_who_hears_what_is_what_the_program_prints() {
    let page = fs::read_to_string("docs/messages.md").unwrap();
    assert_eq!(page, today::who_hears(), "write it again: brobyg messages > docs/messages.md");
}
