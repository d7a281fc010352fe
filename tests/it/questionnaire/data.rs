//! The data files of the questionnaires: anybody may edit them, and what is wrong is told here.

use std::collections::BTreeSet;

use brobyg::questionnaire::{Instrument, Item, ItemKind, instrument, instruments, read};
use brobyg::word::Worded;
use entity::{
    questionnaire_answers::Missing,
    questionnaires::QuestionnaireSide::{self, Mentor, Referrer, YoungPerson},
};

const EXIT: &str = include_str!("../../../src/questionnaire/data/exit.toml");

/// What stands at the code of an item where somebody says why there are no words.
const BECAUSE: &str = "_because";

#[test]
fn the_file_can_be_read_and_asks_each_side_once() {
    let all = read(EXIT).unwrap_or_else(|error| panic!("{error}"));

    assert_eq!(all.iter().map(|one| one.side).collect::<Vec<_>>(), [YoungPerson, Mentor, Referrer]);
    assert_eq!(all.len(), instruments().len());
}

#[test]
fn codes_are_given_once_and_every_wording_is_there_in_both_languages() {
    let codes: BTreeSet<_> = instruments().iter().map(|one| &one.code).collect();
    assert_eq!(codes.len(), instruments().len());
    for one in instruments() {
        assert!(one.version > 0, "{}", one.code);
        let codes: BTreeSet<_> = one.items.iter().map(|item| &item.code).collect();
        assert_eq!(codes.len(), one.items.len(), "{}", one.code);
        for item in &one.items {
            let name = format!("{}.{}", one.code, item.code);
            assert!(is_code(&item.code) && !item.code.ends_with(BECAUSE), "{name}");
            assert!(!item.says.da.trim().is_empty() && !item.says.en.trim().is_empty(), "{name}");
            assert!(item.source.ends_with('.'), "{name} says in a sentence where it comes from");
            options_are_whole(&name, item);
        }
    }
}

fn is_code(code: &str) -> bool {
    code.len() <= 40 && code.chars().all(|sign| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '_')
}

fn options_are_whole(name: &str, item: &Item) {
    let codes: Vec<_> = item.options.iter().map(|option| option.code.as_str()).collect();
    match item.kind {
        ItemKind::Text => assert!(codes.is_empty(), "{name} is answered in words"),
        ItemKind::Scale => assert_eq!(codes, ["1", "2", "3", "4", "5"], "{name}"),
        ItemKind::Choice => assert!(codes.len() > 1, "{name}"),
    }
    assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), codes.len(), "{name}");
    for option in &item.options {
        assert!(is_code(&option.code) && Missing::read(&option.code).is_none(), "{name}: {}", option.code);
        assert!(!option.da.trim().is_empty() && !option.en.trim().is_empty(), "{name}: {}", option.code);
    }
}

#[test]
fn what_is_asked_of_both_is_a_pair_on_both_sides() {
    let of = |side: QuestionnaireSide| instruments().iter().filter(move |one| one.side == side);
    let is_paired_with = |own: &Item, others: &Instrument| {
        let other = own.pair.as_ref().and_then(|pair| others.items.iter().find(|item| item.code == *pair));
        other.is_some_and(|other| {
            let codes = |item: &Item| item.options.iter().map(|option| option.code.clone()).collect::<Vec<_>>();
            other.pair.as_ref() == Some(&own.code) && other.kind == own.kind && codes(other) == codes(own)
        })
    };
    for (own, other) in [(YoungPerson, Mentor), (Mentor, YoungPerson)] {
        for item in of(own).flat_map(|one| &one.items).filter(|item| item.pair.is_some()) {
            assert!(of(other).any(|others| is_paired_with(item, others)), "{own:?}: {} has no pair", item.code);
        }
    }
    assert!(of(Referrer).flat_map(|one| &one.items).all(|item| item.pair.is_none()));
}

#[test]
fn what_is_about_health_is_not_asked() {
    let file = EXIT.replacen("direction = \"none\"", "direction = \"none\"\nis_health = true", 1);

    let with_health = read(&file).unwrap();

    assert_eq!(with_health[0].items.len(), 5);
    assert!(with_health[0].item("status").is_none());
    assert!(instrument("exit_young_person").unwrap().item("status").is_some());
}
