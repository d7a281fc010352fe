//! A language goes out as a file for whoever reads it, and what came back is compared before it is written.

use brobyg::{
    language::{
        sentences,
        translations::{self, EMBEDDED, read},
    },
    questionnaire::review::{ReviewError, file, take},
};

use super::*;

/// The data file of a language as it is.
fn written(tr: Tr) -> &'static str {
    EMBEDDED.into_iter().find(|(language, _)| *language == tr).unwrap().1
}

/// The file of a language with one line of it changed.
fn edited(tr: Tr, line: &str, from: &str, to: &str) -> String {
    let lines = file(tr).unwrap();
    let changed = |own: &str| if own.starts_with(line) { own.replacen(from, to, 1) } else { own.to_owned() };
    let edited = lines.split_inclusive("\r\n").map(changed).collect::<String>();
    assert_ne!(edited, lines, "{line} is not there");
    edited
}

#[test]
fn the_file_opens_in_a_danish_excel_and_has_the_danish_words_beside_each_translation() {
    for tr in further() {
        let lines = file(tr).unwrap();
        assert!(lines.starts_with("\u{feff}instrument;item;option;danish;translation;state;comment;source\r\n"));
        let source = survey::own::source();
        let own = translations::entry(tr, &source).unwrap();
        assert!(lines.contains(&format!("survey;status;;{};{};draft;", source.question, own.says)), "{lines}");
        assert!(lines.contains(&format!("survey;status;job;Har et job;{};;", own.option("job").unwrap())));
    }
}

#[test]
fn what_comes_back_as_it_went_out_changes_nothing() {
    for tr in further() {
        for lines in [file(tr).unwrap(), file(tr).unwrap().replace(';', ",").replace('\u{feff}', "")] {
            // Where no text has a comma in it, a program that saved with commas reads the same.
            let Ok(taken) = take(tr, &lines) else { continue };
            assert!(taken.changes.is_empty(), "{tr:?}: {:?}", taken.changes);
            assert_eq!(taken.file, written(tr), "{tr:?}");
            assert_eq!(taken.sentences, sentences::young(tr), "{tr:?}");
        }
        assert!(take(tr, &file(tr).unwrap()).is_ok());
    }
}

#[test]
fn other_words_states_and_comments_are_told_and_written() {
    let lines = edited(Tr::Turkish, "survey;status;job;", "Bir işim var", "İşim var");
    let lines = lines.replacen(";draft;", ";reviewed;\"Leyla, 3. december; god\"", 1);

    let taken = take(Tr::Turkish, &lines).unwrap();

    assert_eq!(
        taken.changes,
        [
            "survey.status, state: \"draft\" -> \"reviewed\"",
            "survey.status, comment: \"\" -> \"Leyla, 3. december; god\"",
            "survey.status.job: \"Bir işim var\" -> \"İşim var\"",
        ]
    );
    let entries = read(&taken.file).unwrap();
    assert_eq!(entries[0].option("job"), Some("İşim var"));
    assert_eq!(entries[0].said_state, translations::State::Reviewed);
    assert_eq!(entries.len(), translations::of(Tr::Turkish).len());
    let head = |file: &str| file.split("[[item]]").next().unwrap().to_owned();
    assert_eq!(head(&taken.file), head(written(Tr::Turkish)));
}

#[test]
fn a_translation_is_of_the_danish_words_that_its_reader_saw() {
    let lines = edited(Tr::Farsi, "survey;status;job;", "Har et job", "Har arbejde");

    let entries = read(&take(Tr::Farsi, &lines).unwrap().file).unwrap();

    assert_eq!(entries[0].state(&survey::own::source()), translations::State::NeedsReview);
    assert_eq!(entries[1], translations::of(Tr::Farsi)[1]);
}

#[test]
fn a_file_that_says_something_of_nothing_is_not_taken() {
    let refused = |lines: &str| take(Tr::Arabic, lines).unwrap_err();
    let whole = file(Tr::Arabic).unwrap();

    assert!(matches!(refused("a;b\r\n"), ReviewError::NoColumn("instrument")));
    let unknown = whole.replacen("survey;status;job;", "survey;status;jobs;", 1);
    assert_eq!(refused(&unknown).to_string(), "Nobody is asked survey.status.jobs.");
    let twice = whole.replacen("survey;status;education;", "survey;status;job;", 1);
    assert_eq!(refused(&twice).to_string(), "survey.status.job stands there twice.");
    assert!(matches!(refused(&whole.replacen(";draft;", ";fine;", 1)), ReviewError::NoState(..)));
    let says = translations::entry(Tr::Arabic, &survey::own::source()).unwrap().option("job").unwrap();
    let lacking = whole.replacen(&format!(";{says};"), ";;", 1);
    assert!(matches!(refused(&lacking), ReviewError::Incomplete(name) if name == "survey.status.job"));
}

/// As the heads of the data files promise it.
#[test]
fn the_mark_of_the_danish_words_stands_with_each_question_and_each_sentence() {
    for tr in further() {
        let lines = file(tr).unwrap();
        for entry in translations::of(tr) {
            let (begins, ends) = (format!("{};{};;", entry.instrument, entry.item), format!(";{}", entry.source));
            let own = lines.split("\r\n").find(|line| line.starts_with(&begins)).unwrap();
            assert!(own.ends_with(&ends), "{own} has not the mark {}", entry.source);
        }
        let of = sentences::read(sentences::young(tr));
        assert!(of.len() > 100, "{tr:?}");
        for sentence in of {
            let danish = sentences::danish(sentence.key).unwrap_or_else(|| panic!("{} is not Danish", sentence.key));
            let begins = format!("sentences;{};;", sentence.key);
            let own = lines.split("\r\n").find(|line| line.starts_with(&begins)).unwrap();
            assert!(own.ends_with(&format!(";{}", sentences::mark(danish))), "{own}");
        }
    }
}

#[test]
fn a_translation_that_was_made_of_an_earlier_file_is_of_the_words_of_that_file() {
    let now = survey::own::source().version();
    let lines = edited(Tr::Somali, "survey;status;;", &now, "0123456789ab");

    let entries = read(&take(Tr::Somali, &lines).unwrap().file).unwrap();

    assert_eq!(entries[0].source, "0123456789ab");
    assert_eq!(entries[0].state(&survey::own::source()), translations::State::NeedsReview);
}

#[test]
fn a_sentence_that_came_back_otherwise_is_told_and_written_and_keeps_what_is_filled_in() {
    let lines = edited(Tr::Turkish, "sentences;survey-own-title;", "Nasılsın?", "Nasıl gidiyor?");

    let taken = take(Tr::Turkish, &lines).unwrap();

    assert_eq!(taken.changes, ["survey-own-title: \"Nasılsın?\" -> \"Nasıl gidiyor?\""]);
    let was = sentences::young(Tr::Turkish);
    assert_eq!(taken.sentences, was.replacen("survey-own-title = Nasılsın?", "survey-own-title = Nasıl gidiyor?", 1));
    let lacking = edited(Tr::Turkish, "sentences;message-text-survey-link;", "soru: { $link }", "soru:");
    assert!(
        matches!(take(Tr::Turkish, &lacking), Err(ReviewError::FilledIn(key)) if key == "message-text-survey-link")
    );
    let unknown = edited(Tr::Turkish, "sentences;survey-own-title;", "survey-own-title", "survey-own-name");
    assert_eq!(take(Tr::Turkish, &unknown).unwrap_err().to_string(), "Nobody is asked survey-own-name.");
}

#[test]
fn a_mark_may_be_left_out_and_what_is_no_mark_is_refused() {
    let now = survey::own::source().version();
    let whole = file(Tr::Somali).unwrap();

    let empty = take(Tr::Somali, &edited(Tr::Somali, "survey;status;;", &now, "")).unwrap();
    assert!(empty.changes.is_empty(), "{:?}", empty.changes);
    let without = whole.split_inclusive("\r\n").map(|line| match line.trim_end().rsplit_once(';') {
        Some((before, _)) => format!("{before}\r\n"),
        None => line.to_owned(),
    });
    let without = take(Tr::Somali, &without.collect::<String>()).unwrap();
    assert!(without.changes.is_empty(), "{:?}", without.changes);
    assert_eq!(without.file, written(Tr::Somali));

    for wrong in ["1,23457E+11", "set af Leyla", "0123456789AB", "0123456789abc"] {
        let refused = take(Tr::Somali, &edited(Tr::Somali, "survey;status;;", &now, wrong)).unwrap_err();
        assert!(matches!(&refused, ReviewError::NoMark(_, told) if told == wrong), "{refused}");
    }
}
