//! Translations go out to be read, and come back.

use std::fs;

use super::{answer, brobyg};

const ARABIC: &str = include_str!("../../../src/questionnaire/data/translations/ar.toml");

#[test]
fn a_language_goes_out_comes_back_with_another_word_and_is_written_where_one_says() {
    let folder = tempfile::tempdir().unwrap();
    let (sent, data) = (folder.path().join("ar.csv"), folder.path().join("ar.toml"));
    let [sent_name, data_name] = [&sent, &data].map(|path| path.to_str().unwrap());
    let run = |arguments: &[&str]| answer(brobyg(folder.path(), &[&["translations"], arguments].concat()));

    let exported = run(&["export", "--language", "ar"]);
    fs::write(&sent, exported.assert_worked().printed.replacen(";draft;", ";reviewed;", 1)).unwrap();
    let looked_at = run(&["import", "--language", "ar", sent_name]);
    assert!(!data.exists());
    let written = run(&["import", "--language", "ar", sent_name, "--into", data_name]);

    let told = "survey.status, state: \"draft\" -> \"reviewed\"\n1 changed.\n";
    assert_eq!(looked_at.assert_worked().printed, told);
    assert_eq!(written.assert_worked().printed, told);
    assert_eq!(fs::read_to_string(&data).unwrap(), ARABIC.replacen("state = \"draft\"", "state = \"reviewed\"", 1));
}

#[test]
fn a_language_that_is_not_translated_and_a_file_that_cannot_be_read_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let run = |arguments: &[&str]| answer(brobyg(folder.path(), &[&["translations"], arguments].concat()));

    run(&["export", "--language", "en"]).assert_refused_with("Nothing is translated into en.");
    run(&["import", "--language", "ar", "nowhere.csv"]).assert_refused_with("nowhere.csv was not read");
}
