//! The commands as one types them: what they print, what they refuse, and what they exit with.

mod demo;
mod jobs;
mod settings;
mod translations;

use std::{fs, path::Path, process::Command};

use sea_orm::ConnectionTrait;
use serde_json::Value;

use crate::support::{self, TestApp};

const PILOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/pilot");

struct Answer {
    worked: bool,
    printed: String,
    said: String,
}

impl Answer {
    fn assert_worked(&self) -> &Self {
        assert!(self.worked, "{}", self.said);
        self
    }

    /// Ended with an error that is a sentence on stderr, and nothing on stdout.
    fn assert_refused_with(&self, sentence: &str) {
        assert!(!self.worked, "it worked and printed {}", self.printed);
        assert_eq!(self.printed, "");
        assert!(self.said.contains(sentence), "it said: {}", self.said);
    }
}

fn answer(mut command: Command) -> Answer {
    let output = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Answer { worked: output.status.success(), printed: text(output.stdout), said: text(output.stderr) }
}

/// The program with nothing in its environment but the data folder.
fn brobyg(data: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_brobyg"));
    command.env_clear().env("BROBYG_DATA", data).args(arguments);
    command
}

/// The program on the database of a test.
fn on(app: &TestApp, arguments: &[&str]) -> Answer {
    let mut command = brobyg(app.data.path(), arguments);
    command.env("BROBYG_DATABASE_URL", &app.app.config.database_url).env("BROBYG_SECRET", &app.app.config.secret);
    answer(command)
}

#[tokio::test]
async fn the_pilot_gives_the_figures_that_its_report_must_give() {
    let app = support::start().await;
    let expected = fs::read_to_string(format!("{PILOT}/expected.json")).unwrap();
    let period = ["--from", "2018-08-01", "--to", "2021-07-31", "--as-of", "2021-12-01", "--format", "json"];

    on(&app, &["import", PILOT]).assert_worked();
    let figures = on(&app, &[&["outcomes"], &period[..]].concat());

    figures.assert_worked();
    let [figures, expected] = [&figures.printed, &expected].map(|text| serde_json::from_str::<Value>(text).unwrap());
    assert_eq!(figures, expected);
}

#[tokio::test]
async fn tables_of_a_newer_version_are_told_as_what_they_are() {
    let app = support::start().await;
    let newer = "INSERT INTO seaql_migrations (version, applied_at) VALUES ('m9999_later', 0)";
    app.db().execute_unprepared(newer).await.unwrap();

    for command in ["migrate", "verify"] {
        on(&app, &[command]).assert_refused_with("The tables are those of a newer version of Brobyg.");
    }
}

#[tokio::test]
async fn a_second_import_of_the_same_files_changes_nothing() {
    let app = support::start().await;
    on(&app, &["import", PILOT]).assert_worked();

    let again = on(&app, &["import", PILOT]);

    again.assert_worked();
    assert!(again.printed.contains("courses: 88 read, 0 new, 0 changed, 88 unchanged"), "{}", again.printed);
}

#[tokio::test]
async fn what_is_exported_is_exported_again_byte_by_byte_after_a_move() {
    let (here, elsewhere) = (support::start().await, support::start().await);
    let folder = tempfile::tempdir().unwrap();
    let [first, second] = ["first", "second"].map(|name| folder.path().join(name).display().to_string());

    on(&here, &["import", PILOT]).assert_worked();
    on(&here, &["export", &first]).assert_worked();
    on(&elsewhere, &["import", &first]).assert_worked();
    on(&elsewhere, &["export", &second]).assert_worked();

    let files: Vec<_> = fs::read_dir(&first).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(files.len(), 8);
    for file in files {
        let [one, other] = [&first, &second].map(|folder| fs::read(Path::new(folder).join(&file)).unwrap());
        assert!(one == other, "{} differs", file.display());
    }
}

#[test]
fn a_command_that_only_reads_makes_no_platform_where_none_is() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("mistyped");

    for command in [
        &["outcomes", "--from", "2020-01-01", "--to", "2020-12-31", "--as-of", "2021-01-01"][..],
        &["export", "out"],
        &["verify"],
        &["reindex"],
        &["backup", "file"],
        &["mentors", "find", "tømrer"],
    ] {
        answer(brobyg(&data, command)).assert_refused_with("There is no platform yet");
        assert!(!data.exists(), "{command:?} made it");
    }
}

#[tokio::test]
async fn a_period_that_ends_before_it_begins_is_refused() {
    let app = support::start().await;

    let turned = ["outcomes", "--from", "2021-07-31", "--to", "2018-08-01", "--as-of", "2021-12-01"];

    on(&app, &turned).assert_refused_with("The period ends before it begins");
}

#[tokio::test]
async fn the_figures_of_a_partner_that_is_not_there_are_refused() {
    let app = support::start().await;

    let unknown =
        ["outcomes", "--from", "2020-01-01", "--to", "2020-12-31", "--as-of", "2021-01-01", "--partner", "Ingen"];

    on(&app, &unknown).assert_refused_with("Ingen");
}

#[tokio::test]
async fn somebody_added_from_the_command_line_gets_one_link() {
    let app = support::start().await;
    let person = ["--email", "anker@brobyg.example", "--name", "Anker Lund", "--role", "administrator"];

    let added = on(&app, &[&["user", "add"], &person[..]].concat());

    let link = added.assert_worked().printed.lines().find(|line| line.contains("/invitations/")).unwrap().to_owned();
    let path = &link[link.find("/invitations/").unwrap()..];
    app.visitor().get(path).await.assert_ok().assert_shows("Adgangskode");
    on(&app, &[&["user", "add"], &person[..]].concat()).assert_refused_with("--email");
}

#[test]
fn every_command_explains_itself() {
    let folder = tempfile::tempdir().unwrap();
    for command in
        "serve demo migrate import export outcomes mentors reindex verify config backup restore user".split(' ')
    {
        let help = answer(brobyg(folder.path(), &[command, "--help"]));
        let explained = &help.assert_worked().printed;
        assert!(explained.contains("Usage:") && !explained.starts_with("Usage:"), "{command}: {explained}");
    }
}
