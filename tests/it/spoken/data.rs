//! The data files of the translations, and the files of the sentences: whoever edits them is told here what is wrong.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use brobyg::{
    language::translations::{self, EMBEDDED, State, are_vouched_for, read},
    questionnaire::review::all_sources,
};

use super::*;

/// What is translated: further questionnaires may come before their translations, and stand in Danish until then.
const TRANSLATED: [&str; 3] = ["survey", "exit_young_person", "progress_young_person"];

#[test]
fn each_file_can_be_read_and_translates_every_question_with_all_its_answers() {
    for (tr, file) in EMBEDDED {
        let entries = read(file).unwrap_or_else(|error| panic!("{tr:?}: {error}"));
        assert_eq!(entries.len(), translations::of(tr).len());
        for source in all_sources().iter().filter(|source| TRANSLATED.contains(&source.instrument.as_str())) {
            let name = format!("{tr:?}: {}.{}", source.instrument, source.item);
            let own: Vec<_> = entries.iter().filter(|entry| entry.is_of(source)).collect();
            let [entry] = own.as_slice() else { panic!("{name} has {} translations", own.len()) };
            let codes: Vec<_> = entry.options.iter().map(|option| &option.code).collect();
            assert_eq!(codes, source.options.iter().map(|(code, _)| code).collect::<Vec<_>>(), "{name}");
            assert!(!entry.says.trim().is_empty(), "{name}");
            assert!(entry.options.iter().all(|option| !option.says.trim().is_empty()), "{name}");
        }
        let known = |entry: &translations::Entry| all_sources().iter().any(|source| entry.is_of(source));
        assert!(entries.iter().all(known), "{tr:?} translates what nobody is asked");
    }
}

#[test]
fn every_translation_is_of_the_danish_words_as_they_are_and_none_is_more_than_a_draft_of_a_machine() {
    let mut looked_at = 0;
    for tr in further() {
        for source in all_sources() {
            let Some(entry) = translations::entry(tr, &source) else { continue };
            assert_eq!(entry.state(&source), State::Draft, "{tr:?}: {}.{}", source.instrument, source.item);
            looked_at += 1;
        }
        assert!(!translations::is_offered(tr, &all_sources()) && !translations::is_adjudicated(tr));
    }
    assert_eq!(looked_at, 80);
}

#[test]
fn other_danish_words_throw_a_translation_back_by_themselves() {
    let source = survey::own::source();
    let entry = translations::entry(Tr::Arabic, &source).unwrap();
    let other = |change: fn(&mut translations::Source)| {
        let mut other = source.clone();
        change(&mut other);
        entry.state(&other)
    };

    assert_eq!(entry.state(&source), State::Draft);
    assert_eq!(other(|source| source.question.push('?')), State::NeedsReview);
    assert_eq!(other(|source| source.options[3].1 = "Er i virksomhedspraktik".into()), State::NeedsReview);
    assert_eq!(other(|source| source.options.swap(0, 1)), State::NeedsReview);
    assert_eq!(other(|source| drop(source.options.pop())), State::NeedsReview);
}

#[test]
fn a_language_is_offered_once_everything_that_is_counted_is_adjudicated_and_no_sooner() {
    let source = survey::own::source();
    let words = translations::Source { item: "missed".into(), is_counted: false, ..source.clone() };
    let mut entries = translations::of(Tr::Turkish).to_vec();
    let offered = |entries: &[translations::Entry]| are_vouched_for(entries, [&source, &words]);
    for (state, is_offered) in
        [(State::Draft, false), (State::Reviewed, false), (State::Adjudicated, true), (State::Pretested, true)]
    {
        entries[0].said_state = state;
        assert_eq!(offered(&entries), is_offered, "{state:?}");
    }
    entries[0].source = "other words".into();
    assert!(!offered(&entries));
    assert!(!offered(&[]));
}

#[test]
fn a_question_is_asked_in_its_own_words_beside_the_danish_ones_or_in_danish() {
    let source = survey::own::source();
    let own = &translations::entry(Tr::Somali, &source).unwrap().says;

    let asked = |is_offered| translations::asked(Tr::Somali, &source, is_offered).question;

    assert_eq!(&asked(true), own);
    assert_eq!(asked(false), brobyg::language::other::beside(own, &source.question));
    let unknown = translations::Source { item: "new".into(), ..source.clone() };
    let danish = translations::asked(Tr::Somali, &unknown, true);
    assert_eq!(danish.question, brobyg::language::other::in_danish(&source.question));
    assert_eq!(danish.options.len(), source.options.len());
}

/// The sentences of a language, each with the names of what it fills in.
fn sentences(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(format!("locales/{language}")).unwrap() {
        for line in fs::read_to_string(entry.unwrap().path()).unwrap().lines() {
            let is_key = line.starts_with(|sign: char| sign.is_ascii_lowercase());
            let Some((key, words)) = line.split_once(" = ").filter(|_| is_key) else { continue };
            let names = words.split('$').skip(1).filter_map(|rest| rest.split([' ', '}']).next()).map(str::to_owned);
            assert!(found.insert(key.to_owned(), names.collect()).is_none(), "{language} has {key} twice");
        }
    }
    found
}

#[test]
fn the_files_of_sentences_say_the_same_and_fill_in_what_the_danish_ones_do() {
    let danish = sentences("da");
    let arabic: BTreeSet<_> = sentences("ar").into_keys().collect();
    assert!(arabic.len() > 100);
    for tr in further() {
        let own = sentences(tr.lang());
        let keys: BTreeSet<_> = own.keys().cloned().collect();
        let different: Vec<_> = keys.symmetric_difference(&arabic).collect();
        assert!(different.is_empty(), "{tr:?}: {different:?}");
        for (key, names) in &own {
            assert_eq!(danish.get(key), Some(names), "{tr:?}: {key}");
        }
    }
}
