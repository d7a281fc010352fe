//! Where the demo lies, and what it leaves alone.

use std::{
    fs,
    io::{BufRead, BufReader},
    path::Path,
    process::{Command, Stdio},
};

use super::{answer, brobyg};
use crate::support::process::free_port;

/// The demo with these arguments, `BROBYG_DATA` pointing to a folder.
fn demo(data: &Path, arguments: &[&str]) -> Command {
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
        let mut command = demo(folder.path(), &[]);
        command.current_dir(elsewhere.path());
        command
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

    fill(demo(&by_environment, &["--data", &said.display().to_string()]));

    assert!(is_demo(&said));
    assert!(!by_environment.exists());
}

#[test]
fn a_demo_of_which_nobody_says_where_lies_beside_one() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = demo(folder.path(), &[]);
    command.env_remove("BROBYG_DATA").current_dir(folder.path());

    fill(command);

    assert!(is_demo(&folder.path().join("demo-data")));
}

#[test]
fn no_folder_of_something_else_is_emptied() {
    let folder = tempfile::tempdir().unwrap();
    let kept = folder.path().join("brobyg.sqlite");
    fs::write(&kept, "real data").unwrap();

    answer(demo(folder.path(), &[])).assert_refused_with("is not the folder of a demo");
    answer(demo(Path::new("/nowhere"), &["--data", &folder.path().display().to_string()]))
        .assert_refused_with("is not the folder of a demo");
    answer(demo(Path::new(""), &[])).assert_refused_with("BROBYG_DATA is \"\", which is not a folder");

    assert_eq!(fs::read_to_string(kept).unwrap(), "real data");
}
