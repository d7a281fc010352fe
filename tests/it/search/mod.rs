//! The index of mentors: what it finds, how it changes, and how it survives.

mod fresh;
mod regions;

use std::sync::Arc;

use brobyg::industry::Vocabulary;
use brobyg::search::{Lexicon, MentorDocument, MentorHit, MentorIndex, MentorQuery, OpenError, likeness};
use uuid::Uuid;

use crate::support::today;

fn lexicon() -> Arc<Lexicon> {
    Arc::clone(Vocabulary::standard().lexicon())
}

fn mentor(number: u128, occupation: &str) -> MentorDocument {
    MentorDocument {
        id: Uuid::from_u128(number),
        occupation: occupation.into(),
        keywords: String::new(),
        text: String::new(),
        industries: Vec::new(),
        region: None,
        active: true,
    }
}

fn index(mentors: impl IntoIterator<Item = MentorDocument>) -> MentorIndex {
    let index = MentorIndex::in_memory(lexicon()).unwrap();
    index.replace_all(mentors, 1, today()).unwrap();
    index
}

/// Takes changes in and writes them down.
fn apply(index: &MentorIndex, changed: &[MentorDocument], removed: &[Uuid], sequence: u64) {
    index.take(changed, removed, sequence);
    index.write().unwrap();
}

fn wish(text: &str) -> MentorQuery {
    MentorQuery { wish: text.into(), industries: Vec::new(), near: &[], active_only: true, limit: 10 }
}

fn numbers(hits: &[MentorHit]) -> Vec<u128> {
    hits.iter().map(|hit| hit.id.as_u128()).collect()
}

fn found(index: &MentorIndex, text: &str) -> Vec<u128> {
    numbers(&index.search(&wish(text)).unwrap())
}

#[test]
fn a_compound_is_found_by_its_parts_and_its_forms() {
    let index = index([mentor(1, "tømrermester"), mentor(2, "sygeplejersker"), mentor(3, "kok")]);

    assert_eq!(found(&index, "tømrer"), [1]);
    assert_eq!(found(&index, "toemrerlærling"), [1]);
    assert_eq!(found(&index, "sygeplejerske"), [2]);
    assert_eq!(found(&index, "kokkene"), [3]);
}

#[test]
fn a_misspelt_word_is_found() {
    let index = index([mentor(1, "elektriker"), mentor(2, "frisør")]);

    assert_eq!(found(&index, "elektrikker"), [1]);
    assert_eq!(found(&index, "frisor"), [2]);
}

#[test]
fn nothing_that_a_person_types_is_an_error() {
    let index = index([mentor(1, "kok")]);

    for text in ["", "\"", "kok AND (", "occupation:kok*", "^~[TO]", "🎸", "\u{0}", &"a".repeat(5000)] {
        index.search(&wish(text)).unwrap();
    }
    assert_eq!(found(&index, "occupation:kok"), [1]);
}

#[test]
fn a_near_industry_counts_more_than_a_far_one() {
    let mut near = mentor(1, "afdelingsleder");
    near.industries = vec!["DB07:43".into(), "DB07:43.2".into()];
    let mut far = mentor(2, "afdelingsleder");
    far.industries = vec!["DB07:43".into()];
    let index = index([far, near]);
    let industries = vec![("DB07:43".into(), 0.6), ("DB07:43.2".into(), 0.8)];

    let hits = index.search(&MentorQuery { industries, ..wish("") }).unwrap();

    assert_eq!(numbers(&hits), [1, 2]);
}

#[test]
fn a_word_counts_most_in_the_occupation_and_more_in_the_keywords_than_in_the_text() {
    let index = index([
        MentorDocument { text: "har været tømrer, tømrer og tømrer".into(), ..mentor(1, "chauffør") },
        MentorDocument { keywords: "tømrer".into(), ..mentor(2, "chauffør") },
        mentor(3, "tømrer"),
    ]);

    assert_eq!(found(&index, "tømrer"), [3, 2, 1]);
}

#[test]
fn a_word_that_few_have_counts_more_than_one_that_many_have() {
    let index = index((1..=9).map(|number| mentor(number, if number == 7 { "urmager" } else { "kok" })));

    assert_eq!(found(&index, "kok eller urmager")[..2], [7, 1]);
}

fn alike(wish: &str, text: &str) -> f32 {
    let lexicon = lexicon();
    likeness(&lexicon.read(wish), &lexicon.read(text)).score
}

#[test]
fn known_words_inside_a_word_that_is_no_compound_are_no_parts_of_it() {
    let known = ["stat", "auto", "rise", "ret", "mekaniker", "butik", "assistent", "salg", "chef", "bil"];
    let lexicon = Lexicon::new(known, []);

    assert!(lexicon.parts("statsautoriseret").is_empty());
    assert!(lexicon.parts("autoriseret").is_empty());
    assert_eq!(lexicon.parts("automekaniker").len(), 2);
    assert_eq!(lexicon.parts("butiksassistent").len(), 2);
    assert_eq!(lexicon.parts("bilsalgschef").len(), 3);
}

#[test]
fn who_lays_floors_is_no_doctor() {
    let index = index([mentor(1, "gulvlægger"), mentor(2, "læge"), mentor(3, "asfaltlægger")]);

    assert_eq!(found(&index, "læge"), [2]);
    assert_eq!(found(&index, "gulvlægger")[0], 1);
    assert_eq!(alike("vil være læge", "asfaltlægger"), 0.0);
}

#[test]
fn a_part_of_a_compound_counts_less_than_the_word_itself() {
    let index = index([mentor(1, "tømrer"), mentor(2, "lærling"), mentor(3, "tømrerlærling")]);

    assert_eq!(found(&index, "tømrerlærling")[0], 3);
}

#[test]
fn an_inactive_mentor_is_found_only_when_asked_for() {
    let index = index([MentorDocument { active: false, ..mentor(1, "kok") }]);

    assert!(found(&index, "kok").is_empty());
    let hits = index.search(&MentorQuery { active_only: false, ..wish("kok") }).unwrap();
    assert_eq!(numbers(&hits), [1]);
}

#[test]
fn equal_mentors_come_in_the_order_of_their_ids() {
    let index = index([5, 2, 9, 1].map(|number| mentor(number, "kok")));
    apply(&index, &[mentor(3, "kok")], &[], 2);

    assert_eq!(found(&index, "kok"), [1, 2, 3, 5, 9]);
    assert_eq!(numbers(&index.search(&MentorQuery { limit: 2, ..wish("kok") }).unwrap()), [1, 2]);
}

#[test]
fn changes_are_found_at_once_and_counted() {
    let index = index([mentor(1, "kok"), mentor(2, "tjener")]);

    apply(&index, &[mentor(1, "frisør"), mentor(3, "maler")], &[Uuid::from_u128(2)], 7);

    assert!(found(&index, "kok").is_empty());
    assert_eq!(found(&index, "frisør"), [1]);
    assert_eq!(index.ids().unwrap().into_iter().map(|id| id.as_u128()).collect::<Vec<_>>(), [1, 3]);
    assert_eq!((index.count(), index.sequence()), (2, 7));
}

#[test]
fn a_change_applied_twice_does_no_harm() {
    let index = index([]);

    for _ in 0..2 {
        apply(&index, &[mentor(1, "kok")], &[], 3);
    }

    assert_eq!(index.count(), 1);
}

#[test]
fn an_index_on_disk_is_there_again_after_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let index = MentorIndex::create(folder.path(), lexicon()).unwrap();
    index.replace_all([mentor(1, "kok")], 4, today()).unwrap();
    apply(&index, &[mentor(2, "tjener")], &[], 5);
    drop(index);

    let index = MentorIndex::open(folder.path(), lexicon()).unwrap();

    assert_eq!((index.count(), index.sequence(), index.day()), (2, 5, Some(today())));
    assert_eq!(found(&index, "tjener"), [2]);
}

#[test]
fn a_missing_or_damaged_index_says_so() {
    let folder = tempfile::tempdir().unwrap();
    assert!(matches!(MentorIndex::open(folder.path(), lexicon()), Err(OpenError::Missing)));

    let index = MentorIndex::create(folder.path(), lexicon()).unwrap();
    index.replace_all([mentor(1, "kok")], 1, today()).unwrap();
    drop(index);
    let generation = std::fs::read_to_string(folder.path().join("CURRENT")).unwrap();
    for file in std::fs::read_dir(folder.path().join(generation)).unwrap() {
        let file = file.unwrap().path();
        if file.extension().is_some_and(|kind| kind == "term") {
            let mut bytes = std::fs::read(&file).unwrap();
            bytes[0] ^= 0xff;
            std::fs::write(&file, bytes).unwrap();
        }
    }
    assert!(matches!(MentorIndex::open(folder.path(), lexicon()), Err(OpenError::Damaged(_))));

    let index = MentorIndex::create(folder.path(), lexicon()).unwrap();
    index.replace_all([mentor(1, "kok")], 2, today()).unwrap();
    drop(index);
    assert_eq!(MentorIndex::open(folder.path(), lexicon()).unwrap().count(), 1);
}

#[test]
fn a_rebuilt_index_takes_the_place_of_the_old_one_and_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let index = MentorIndex::create(folder.path(), lexicon()).unwrap();

    for round in 1..=3 {
        index.replace_all((0..round).map(|number| mentor(number, "kok")), round as u64, today()).unwrap();
    }

    assert_eq!((index.count(), index.sequence()), (3, 3));
    let generations =
        std::fs::read_dir(folder.path()).unwrap().filter(|entry| entry.as_ref().unwrap().file_type().unwrap().is_dir());
    assert_eq!(generations.count(), 1);
}

#[test]
fn searches_go_on_while_the_index_is_rebuilt() {
    let index = index([mentor(1, "kok")]);

    let mentors = (1..200_u128).inspect(|_| assert_eq!(found(&index, "kok"), [1]));
    index.replace_all(mentors.map(|number| mentor(number, "tjener")), 2, today()).unwrap();

    assert!(found(&index, "kok").is_empty());
}

#[test]
fn likeness_is_told_by_words_parts_and_beginnings() {
    assert_eq!(alike("vil være fotograf", "fotograf"), 1.0);
    assert_eq!(alike("tømrerlærling", "tømrermester"), 0.8);
    assert_eq!(alike("psykologi", "psykolog"), 0.7);
    assert_eq!(alike("kok", "frisør"), 0.0);
    assert_eq!(alike("lærling", "smedelærling hos et firma"), 0.0);
}
