//! The data files of the questionnaires: anybody may edit them, and what is wrong is told here.

use std::collections::BTreeSet;

use brobyg::{
    config::{Config, Rules, Values},
    questionnaire::{Instrument, Item, ItemKind, Series, instrument, instruments, read},
    word::Worded,
};
use entity::{
    questionnaire_answers::Missing,
    questionnaires::{
        QuestionnaireSide::{self, Mentor, Referrer, YoungPerson},
        Wave,
    },
};
use sha2::{Digest, Sha256};

const EXIT: &str = include_str!("../../../src/questionnaire/data/exit.toml");
const PROGRESS: &str = include_str!("../../../src/questionnaire/data/progress.toml");

/// What stands at the code of an item where somebody says why there are no words.
const BECAUSE: &str = "_because";

fn all_of(file: &str) -> Vec<Instrument> {
    read(file).unwrap_or_else(|error| panic!("{error}"))
}

/// The wording of each version of each instrument: `code version mark`. Lines are added and never changed.
const WORDINGS: &str = include_str!("wordings.txt");

/// Names the words of an instrument: of its questions and of what can be chosen, in both languages and in their order.
fn mark(instrument: &Instrument) -> String {
    let mut digest = Sha256::new();
    for item in &instrument.items {
        digest.update(format!("{}\t{}\t{}\n", item.code, item.says.da, item.says.en));
        for option in &item.options {
            digest.update(format!("\t{}\t{}\t{}\n", option.code, option.da, option.en));
        }
    }
    digest.finalize()[..8].iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn whoever_changes_a_wording_makes_it_another_version() {
    for instrument in all_of(EXIT).into_iter().chain(all_of(PROGRESS)) {
        let (code, version) = (&instrument.code, instrument.version);
        let (line, version_of) = (format!("{code} {version} {}", mark(&instrument)), format!("{code} {version} "));
        assert!(
            WORDINGS.lines().any(|kept| kept == line),
            "the words of {code} are others than those of version {version}: raise its version, and add to \
             tests/it/questionnaire/wordings.txt the line\n{line}"
        );
        assert_eq!(
            WORDINGS.lines().filter(|kept| kept.starts_with(&version_of)).count(),
            1,
            "{version_of} stands twice"
        );
    }
}

#[test]
fn other_words_or_another_order_have_another_mark() {
    let first = |file: &str| mark(&all_of(file)[0]);
    assert_ne!(first(&EXIT.replacen("da = \"", "da = \"Og ", 1)), first(EXIT));
    let mut turned = all_of(EXIT);
    turned[0].items.reverse();
    assert_ne!(mark(&turned[0]), first(EXIT));
}

#[test]
fn the_files_can_be_read_and_ask_each_side_once() {
    let (exit, progress) = (all_of(EXIT), all_of(PROGRESS));

    let sides = |all: &[Instrument]| all.iter().map(|one| one.side).collect::<Vec<_>>();
    assert_eq!((sides(&exit), sides(&progress)), (vec![YoungPerson, Mentor, Referrer], vec![YoungPerson, Mentor]));
    assert_eq!(exit.len() + progress.len(), instruments().len());
    assert!(exit.iter().all(|one| one.series == Series::Exit && one.waves == [Wave::End]));
    assert!(progress.iter().all(|one| one.series == Series::Progress));
}

#[test]
fn what_changes_is_asked_in_order_from_the_start_to_the_end_in_six_to_nine_questions() {
    for (one, items) in all_of(PROGRESS).iter().zip([6..=9, 5..=7]) {
        assert!(one.waves.is_sorted(), "{}", one.code);
        assert_eq!((one.waves.first(), one.waves.last()), (Some(&Wave::Start), Some(&Wave::End)), "{}", one.code);
        assert!(one.window.open_days > one.window.baseline_days && one.window.baseline_days > 0, "{}", one.code);
        assert!(items.contains(&one.asked(&rules(false)).count()), "{}", one.code);
        assert!(one.items.iter().all(|item| item.kind == ItemKind::Scale), "{}", one.code);
    }
}

/// What stands on one page has no two fields of one name.
#[test]
fn no_two_questions_to_the_same_side_have_one_code() {
    for side in [YoungPerson, Mentor, Referrer] {
        let own = instruments().iter().filter(|one| one.side == side);
        let codes: Vec<_> = own.flat_map(|one| &one.items).map(|item| &item.code).collect();
        assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), codes.len(), "{side:?}");
    }
}

fn rules(questionnaire_health: bool) -> Rules {
    let word = if questionnaire_health { "yes" } else { "no" };
    let values = Values::read([("BROBYG_QUESTIONNAIRE_HEALTH".to_owned(), word.to_owned())].into_iter()).unwrap();
    Config::from_values(&values).unwrap().rules
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
fn what_is_about_health_is_not_asked_before_the_scheme_switches_it_on() {
    let own = instrument("progress_young_person").unwrap();
    let is_asked = |on: bool| own.asked(&rules(on)).any(|item| item.is_health);

    assert_eq!(own.items.iter().filter(|item| item.is_health).count(), 2);
    assert_eq!((is_asked(false), is_asked(true)), (false, true));
    assert!(own.item(&rules(false), "energy").is_none());
}
