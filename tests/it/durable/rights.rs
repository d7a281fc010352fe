//! Whatever the program writes is for its own user alone, whatever the machine's custom is, from the first byte.

use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::Command,
};

use super::program::{Home, Person};
use crate::support::database::{empty_database_url, on_postgres};

/// Everything in a folder, itself included, with its rights.
fn all(folder: &Path) -> Vec<(PathBuf, u32)> {
    let listed = Command::new("find").arg(folder).output().unwrap();
    let listed = String::from_utf8(listed.stdout).unwrap();
    let paths = listed.lines().map(PathBuf::from);
    paths.filter_map(|path| Some((path.clone(), fs::metadata(&path).ok()?.permissions().mode() & 0o7777))).collect()
}

#[track_caller]
fn are_ours_alone(folder: &Path) -> Vec<PathBuf> {
    let found = all(folder);
    let open: Vec<_> = found.iter().filter(|(_, mode)| mode & 0o077 != 0).collect();
    assert!(open.is_empty(), "others may read {open:?}");
    found.into_iter().map(|(path, _)| path).collect()
}

fn home(folder: &Path, url: String) -> Home {
    let data = folder.join("data");
    if on_postgres() { Home::of(&data, url) } else { Home::of_sqlite(&data) }
}

const OPEN_CUSTOM: &str = "umask 000";

#[tokio::test]
async fn files_and_folders_are_for_the_platforms_own_user_alone() {
    let (database, folder) = (empty_database_url().await, tempfile::tempdir().unwrap());
    let home = home(folder.path(), database.url.clone());
    let served = home.serve(OPEN_CUSTOM);
    let mut astrid = Person::at(served.port);
    astrid.becomes_administrator(&served).await;
    // Somebody who forgot their password is written to.
    let asked = Person::at(served.port).submit("/password", "/password", &[("email", super::program::EMAIL)]).await;
    assert!(asked.status < 400, "{}", asked.body);
    while !home.data.join("mail").is_dir() {
        astrid.get("/sign-in").await;
    }
    let [backup, exported] = ["copy.sqlite", "exported"].map(|name| folder.path().join(name));
    for (command, to) in [("backup", &backup), ("export", &exported)] {
        let output = home.command(OPEN_CUSTOM, &[command, to.to_str().unwrap()]).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }

    let mut found = are_ours_alone(&home.data);
    found.extend(are_ours_alone(&exported));
    found.extend(are_ours_alone(&backup));
    let names: Vec<_> = found.iter().map(|path| path.file_name().unwrap().to_str().unwrap()).collect();
    let mut expected = vec!["data", "index", "secret", "lock", "mail", "exported", "partners.csv", "copy.sqlite"];
    if !on_postgres() {
        expected.extend(["brobyg.sqlite", "brobyg.sqlite-wal", "brobyg.sqlite-shm"]);
    }
    for name in expected {
        assert!(names.contains(&name), "{name} should be there: {names:?}");
    }
}

#[tokio::test]
async fn what_is_restored_is_for_the_platforms_own_user_alone() {
    let (database, folder) = (empty_database_url().await, tempfile::tempdir().unwrap());
    let first = home(folder.path(), database.url.clone());
    drop(first.serve(OPEN_CUSTOM));
    let backup = folder.path().join("copy.sqlite");
    let (other_database, other_folder) = (empty_database_url().await, tempfile::tempdir().unwrap());
    let second = home(other_folder.path(), other_database.url.clone());
    for (home, command) in [(&first, "backup"), (&second, "restore")] {
        let output = home.command(OPEN_CUSTOM, &[command, backup.to_str().unwrap()]).output().unwrap();
        assert!(output.status.success(), "{command}: {}", String::from_utf8_lossy(&output.stderr));
    }
    drop(second.serve(OPEN_CUSTOM));

    let found = are_ours_alone(&second.data);

    let names: Vec<_> = found.iter().map(|path| path.file_name().unwrap().to_str().unwrap()).collect();
    assert!(names.contains(&"data") && names.contains(&"index"), "{names:?}");
    assert!(on_postgres() || names.contains(&"brobyg.sqlite"), "{names:?}");
}

#[tokio::test]
async fn what_an_earlier_version_let_others_read_is_taken_back_and_told() {
    let (database, folder) = (empty_database_url().await, tempfile::tempdir().unwrap());
    let home = home(folder.path(), database.url.clone());
    drop(home.serve(OPEN_CUSTOM));
    let opened = Command::new("chmod").args(["-R", "a+rX"]).arg(&home.data).status().unwrap();
    assert!(opened.success());
    let output = home.command(OPEN_CUSTOM, &["migrate"]).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("Other users of this machine could read") && said.contains("Now they cannot"), "{said}");
    are_ours_alone(&home.data);
    let again = home.command(OPEN_CUSTOM, &["migrate"]).output().unwrap();
    assert!(again.stderr.is_empty(), "{}", String::from_utf8_lossy(&again.stderr));
}

#[tokio::test]
async fn an_export_over_files_that_others_could_read_is_ours_alone() {
    let (database, folder) = (empty_database_url().await, tempfile::tempdir().unwrap());
    let home = home(folder.path(), database.url.clone());
    assert!(home.run(&["migrate"]).status.success());
    let exported = folder.path().join("shared");
    fs::create_dir(&exported).unwrap();
    for name in ["mentors.csv", ".mentors.csv.unfinished"] {
        fs::write(exported.join(name), "old").unwrap();
        fs::set_permissions(exported.join(name), fs::Permissions::from_mode(0o644)).unwrap();
    }
    fs::set_permissions(&exported, fs::Permissions::from_mode(0o755)).unwrap();
    let output = home.command(OPEN_CUSTOM, &["export", exported.to_str().unwrap()]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let files: Vec<_> = all(&exported).into_iter().filter(|(path, _)| path.is_file()).collect();
    assert_eq!(files.len(), 8);
    assert!(files.iter().all(|(_, mode)| *mode == 0o600), "{files:?}");
}
