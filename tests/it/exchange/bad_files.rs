//! Every check of the import, with a bad file and the words it is refused with. Each folder of `tests/fixtures/broken`
//! has files, and in `errors.txt` what the import must say of them; `tests/fixtures/odd` has what is only warned of.

use std::{fs, path::PathBuf};

use brobyg::exchange::{File, ImportError, Problem, files_of};

use crate::support::{self, scheme::folder};

fn folders_of(kind: &str) -> Vec<PathBuf> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(kind);
    let mut folders: Vec<PathBuf> = fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    folders
}

fn lines(problems: &[Problem]) -> String {
    problems.iter().map(|problem| format!("{problem}\n")).collect()
}

/// Compares with what is written down, or writes it down when `BROBYG_TEST_WRITE` is set.
fn assert_says(path: PathBuf, said: &str) {
    if std::env::var_os("BROBYG_TEST_WRITE").is_some() {
        fs::write(&path, said).unwrap();
    }
    assert_eq!(fs::read_to_string(&path).unwrap_or_default(), said, "{}", path.display());
}

#[tokio::test]
async fn each_bad_file_is_refused_with_every_problem_and_nothing_is_written() {
    let app = support::start().await;
    app.import(&folder("sound")).await.unwrap();
    let before = app.export().await;

    for broken in folders_of("broken") {
        let refused = app.import(&files_of(std::slice::from_ref(&broken)).unwrap()).await;

        let Err(ImportError::Refused(report)) = refused else { panic!("{} was taken", broken.display()) };
        assert_says(broken.join("errors.txt"), &lines(&report.errors));
        assert_eq!(app.export().await, before, "{}", broken.display());
    }
}

#[tokio::test]
async fn what_is_odd_is_taken_with_a_warning_and_found_again() {
    for odd in folders_of("odd") {
        let app = support::start().await;
        app.import(&folder("sound")).await.unwrap();
        let files = files_of(std::slice::from_ref(&odd)).unwrap();

        let outcome = app.import(&files).await.unwrap();

        assert_says(odd.join("warnings.txt"), &lines(&outcome.warnings));
        for counts in app.import(&files).await.unwrap().counts {
            assert_eq!((counts.new, counts.changed), (0, 0), "{}", odd.display());
        }
    }
}

#[tokio::test]
async fn one_bad_row_among_many_stops_all_of_them() {
    let app = support::start().await;
    let mut rows = String::from("partner,postcode\n");
    for number in 1..=20_000 {
        rows.push_str(&format!("Helhedsplan {number},{}\n", if number == 12_345 { "46OO" } else { "4600" }));
    }

    let refused = app.import(&[File { name: "partners.csv".into(), bytes: rows.into() }]).await;

    let Err(ImportError::Refused(report)) = refused else { panic!("the files were taken") };
    assert_eq!(
        lines(&report.errors),
        "partners.csv:12346: postcode: \"46OO\" is not a postcode; allowed are four digits\n"
    );
    assert_eq!(app.export().await[0].1.lines().count(), 1);
}

#[test]
fn a_path_that_is_no_scheme_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    fs::write(path("mentor.csv"), "").unwrap();
    fs::write(path("notes.txt"), "").unwrap();
    let said = |name: &str| files_of(&[path(name)]).err().unwrap().to_string();
    let allowed = "partners.csv, housing_areas.csv, agreements.csv, mentors.csv, referrals.csv, courses.csv, meetings.csv, surveys.csv, \
         contact_attempts.csv, planned_meetings.csv, contact_ways.csv, responsibilities.csv";

    assert_eq!(said("."), said("mentor.csv").replace("/mentor.csv", "/./mentor.csv"));
    assert_eq!(
        said("mentor.csv"),
        format!("{} is not a file of the format; allowed are {allowed}", path("mentor.csv").display())
    );
    assert!(said("notes.txt").ends_with("notes.txt is neither a folder, a CSV file nor an XLSX workbook"));
    assert!(said("missing.csv").contains("missing.csv is not a file of the format"));
    assert!(said("partners.csv").contains("partners.csv cannot be read"));
}
