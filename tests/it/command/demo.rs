//! Where the demo lies, and what it leaves alone.

use std::{
    fs,
    io::{BufRead, BufReader},
    path::Path,
    process::{Command, Stdio},
};

use brobyg::command::demo::{self, Filled};
use chrono::{Duration, NaiveDate};
use serde_json::Value;

use super::{PILOT, answer, brobyg, on};
use crate::support::{self, process::free_port, today};

/// The demo with these arguments, `BROBYG_DATA` pointing to a folder.
fn command(data: &Path, arguments: &[&str]) -> Command {
    brobyg(data, &[&["demo", "--listen", &format!("127.0.0.1:{}", free_port())], arguments].concat())
}

/// Starts the demo, and ends it once it has been filled.
fn fill(mut command: Command) {
    let mut started = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let lines = BufReader::new(started.stdout.take().unwrap()).lines();
    let is_filled = lines.map_while(Result::ok).any(|line| line.contains("sign in with the password"));
    started.kill().unwrap();
    started.wait().unwrap();
    assert!(is_filled, "the demo did not start");
}

fn is_demo(folder: &Path) -> bool {
    folder.join("this-is-a-demo").exists() && folder.join("brobyg.sqlite").exists()
}

#[test]
fn the_demo_lies_where_brobyg_data_says_and_is_made_anew_there() {
    let folder = tempfile::tempdir().unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    let demo = || {
        let mut demo = command(folder.path(), &[]);
        demo.current_dir(elsewhere.path());
        demo
    };

    // The folder is there, and empty.
    fill(demo());
    fs::write(folder.path().join("left over"), "").unwrap();
    fill(demo());

    assert!(is_demo(folder.path()));
    assert!(!folder.path().join("left over").exists());
    assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 0);
}

#[test]
fn data_on_the_command_line_comes_before_brobyg_data() {
    let folder = tempfile::tempdir().unwrap();
    let [said, by_environment] = ["said", "by-environment"].map(|name| folder.path().join(name));

    fill(command(&by_environment, &["--data", &said.display().to_string()]));

    assert!(is_demo(&said));
    assert!(!by_environment.exists());
}

#[test]
fn a_demo_of_which_nobody_says_where_lies_beside_one() {
    let folder = tempfile::tempdir().unwrap();
    let mut demo = command(folder.path(), &[]);
    demo.env_remove("BROBYG_DATA").current_dir(folder.path());

    fill(demo);

    assert!(is_demo(&folder.path().join("demo-data")));
}

#[test]
fn no_folder_of_something_else_is_emptied() {
    let folder = tempfile::tempdir().unwrap();
    let kept = folder.path().join("brobyg.sqlite");
    fs::write(&kept, "real data").unwrap();

    answer(command(folder.path(), &[])).assert_refused_with("is not the folder of a demo");
    answer(command(Path::new("/nowhere"), &["--data", &folder.path().display().to_string()]))
        .assert_refused_with("is not the folder of a demo");
    answer(command(Path::new(""), &[])).assert_refused_with("BROBYG_DATA is \"\", which is not a folder");

    assert_eq!(fs::read_to_string(kept).unwrap(), "real data");
}

#[tokio::test]
async fn the_figures_of_the_pilot_stay_whatever_else_the_demo_shows() {
    let app = support::start().await;
    let Filled { moved_days, .. } = demo::fill(&app.app).await.unwrap();
    let moved = |day: &str| (day.parse::<NaiveDate>().unwrap() + Duration::days(moved_days)).to_string();
    let (from, to, as_of) = (moved("2018-08-01"), moved("2021-07-31"), today().to_string());

    let figures = on(&app, &["outcomes", "--from", &from, "--to", &to, "--as-of", &as_of, "--format", "json"]);

    let expected = fs::read_to_string(format!("{PILOT}/expected.json")).unwrap();
    let [figures, expected] =
        [&figures.assert_worked().printed, &expected].map(|text| serde_json::from_str::<Value>(text).unwrap());
    assert_eq!(figures, expected);
}
