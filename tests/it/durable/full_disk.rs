//! A disk that is full, and files that cannot grow: taken away from below the database while the program runs.

use std::{collections::BTreeSet, fs, io::Write, path::PathBuf, process::Command};

use entity::partners;
use sea_orm::{ConnectOptions, Database, EntityTrait, QuerySelect};
use tempfile::TempDir;

use super::{
    only_sqlite,
    program::{Home, Person, Served},
};

/// Room for files that the test takes away and gives back.
enum Room {
    /// A small file system of its own, filled to its last byte.
    Disk { folder: TempDir },
    /// A limit on the size of every file that the process writes: each write beyond it fails as on a broken disk.
    Limit { folder: TempDir },
}

const PILOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/pilot");
/// With this frame a write beyond the limit is an error, as every other one, and does not end the process.
const NO_SIGNAL: &str = "trap '' XFSZ";

impl Room {
    /// Rights to mount are not to be had everywhere; then files are limited instead.
    fn small_disk() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mounted =
            Command::new("mount").args(["-t", "tmpfs", "-o", "size=12m", "tmpfs"]).arg(folder.path()).output();
        match mounted {
            Ok(output) if output.status.success() => Self::Disk { folder },
            _ => {
                eprintln!("no small disk can be mounted here: the size of files is limited instead");
                Self::Limit { folder }
            }
        }
    }

    fn home(&self) -> Home {
        let (Self::Disk { folder } | Self::Limit { folder }) = self;
        let data = folder.path().join("data");
        fs::create_dir_all(&data).unwrap();
        Home::of_sqlite(&data)
    }

    fn filler(&self) -> PathBuf {
        let (Self::Disk { folder } | Self::Limit { folder }) = self;
        folder.path().join("filler")
    }

    fn take(&self, served: &Served) {
        match self {
            Self::Disk { .. } => {
                let mut filler = fs::File::create(self.filler()).unwrap();
                for size in [65_536, 512, 1] {
                    let piece = vec![0; size];
                    while filler.write_all(&piece).is_ok() {}
                }
            }
            Self::Limit { .. } => limit(served, "4096"),
        }
    }

    fn give_back(&self, served: &Served) {
        match self {
            Self::Disk { .. } => fs::remove_file(self.filler()).unwrap(),
            Self::Limit { .. } => limit(served, "unlimited"),
        }
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        if let Self::Disk { folder } = self {
            // Lazily: a process that is just ending may still hold it.
            let _ = Command::new("umount").arg("-l").arg(folder.path()).status();
        }
    }
}

/// The soft limit alone, which the same user may raise again.
fn limit(served: &Served, bytes: &str) {
    let size = format!("--fsize={bytes}:unlimited");
    let changed = Command::new("prlimit").args(["--pid", &served.process.id().to_string(), &size]).status();
    assert!(changed.expect("prlimit should be there: it is a part of util-linux").success());
}

/// Posts partners with these numbers, and adds the names of those that were answered "done".
async fn post(person: &mut Person, numbers: std::ops::Range<u32>, done: &mut BTreeSet<String>) -> Vec<u16> {
    let token = person.token("/admin/partners/new").await;
    let mut answers = Vec::new();
    for number in numbers {
        let name = format!("Helhedsplan {number}");
        let answer = person.post("/admin/partners/new", &token, &[("name", &name)]).await;
        match answer.status {
            303 => drop(done.insert(name)),
            503 => assert!(answer.header("Retry-After").is_some_and(|after| after.parse::<u32>().is_ok())),
            other => panic!("{name} was answered {other}: {}", answer.body),
        }
        answers.push(answer.status);
    }
    answers
}

/// Looks from outside, as another program would.
async fn kept(home: &Home) -> BTreeSet<String> {
    let mut options = ConnectOptions::new(&home.database_url);
    options.max_connections(1).sqlx_logging(false);
    let connection = Database::connect(options).await.unwrap();
    let names = partners::Entity::find().select_only().column(partners::Column::Name).into_tuple::<String>();
    let names = names.all(&connection).await.unwrap();
    connection.close().await.unwrap();
    names.into_iter().collect()
}

/// What is done while there is room stays; without room nothing is "done"; with room again all goes on by itself.
async fn nothing_acknowledged_is_lost(room: &Room) {
    let home = room.home();
    let served = home.serve(NO_SIGNAL);
    let (mut astrid, mut elsewhere) = (Person::at(served.port), Person::at(served.port));
    astrid.becomes_administrator(&served).await;
    let mut done = BTreeSet::new();
    assert_eq!(post(&mut astrid, 0..5, &mut done).await, [303; 5]);

    room.take(&served);
    let without_room = post(&mut astrid, 100..130, &mut done).await;
    assert_eq!(without_room.last(), Some(&503), "the disk should be full: {without_room:?}");
    assert_eq!(elsewhere.signs_in().await.status, 503);
    assert_eq!(astrid.submit("/admin/partners", "/sign-out", &[]).await.status, 503, "nobody is signed out");
    assert_eq!(astrid.get("/admin/partners").await.status, 200, "pages are read all the same");

    assert_eq!(elsewhere.get("/readyz").await.status, 503, "machines are told");

    room.give_back(&served);
    let with_room = post(&mut astrid, 200..210, &mut done).await;
    assert_eq!(with_room, [303; 10], "writing goes on by itself");
    assert_eq!(elsewhere.get("/readyz").await.status, 200);
    assert_eq!(elsewhere.signs_in().await.status, 303);
    assert_eq!(astrid.submit("/admin/partners", "/sign-out", &[]).await.status, 303);
    assert_eq!(astrid.get("/admin/partners").await.status, 303, "who signed out is signed out");
    assert_eq!(kept(&home).await, done);

    drop(served);
    drop(home.serve(""));
    assert_eq!(kept(&home).await, done, "after the next start");
}

#[tokio::test]
async fn a_disk_that_is_full_loses_nothing_that_was_acknowledged() {
    if only_sqlite() {
        nothing_acknowledged_is_lost(&Room::small_disk()).await;
    }
}

#[tokio::test]
async fn a_disk_that_fails_to_write_loses_nothing_that_was_acknowledged() {
    if only_sqlite() {
        nothing_acknowledged_is_lost(&Room::Limit { folder: tempfile::tempdir().unwrap() }).await;
    }
}

#[tokio::test]
async fn a_command_that_finds_no_room_says_so_and_leaves_nothing_half_done() {
    if !only_sqlite() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let home = Home::of_sqlite(&folder.path().join("data"));
    assert!(home.run(&["import", PILOT]).status.success());
    // While it serves, the files beside the database are there already: what fails is what the command writes itself.
    let served = home.serve("");
    let (file, exported) = (folder.path().join("copy.sqlite"), folder.path().join("exported"));
    let [file_name, exported_name] = [&file, &exported].map(|path| path.to_str().unwrap().to_owned());
    let commands: [&[&str]; 3] = [
        &["backup", &file_name],
        &["export", &exported_name],
        &["user", "add", "--email", "bo@people.example", "--name", "Bo Dahl", "--role", "staff"],
    ];
    for arguments in commands {
        let output = home.command(&format!("{NO_SIGNAL}\nulimit -S -f 4"), arguments).output().unwrap();
        assert!(!output.status.success(), "{arguments:?} said that it was done");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(said.contains("not done to its end") || said.contains("cannot be"), "{arguments:?} said: {said}");
    }
    let left = |folder: &std::path::Path| fs::read_dir(folder).map_or(0, Iterator::count);
    assert_eq!((left(&exported), left(folder.path())), (0, 2), "only the data and the empty folder of the export");
    drop(served);
    assert!(home.run(&["verify"]).status.success());
}

#[tokio::test]
async fn an_empty_secret_that_a_full_disk_left_is_made_again_and_a_short_one_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let home = Home::of_sqlite(folder.path());
    let secret = folder.path().join("secret");
    fs::write(&secret, "").unwrap();
    drop(home.serve(""));
    let made = fs::read_to_string(&secret).unwrap();
    assert!(made.len() >= 32);
    drop(home.serve(""));
    assert_eq!(fs::read_to_string(&secret).unwrap(), made, "it stays");

    fs::write(&secret, "short").unwrap();
    let refused = home.run(&["serve", "--listen", "127.0.0.1:0"]);
    assert!(!refused.status.success());
    assert!(String::from_utf8_lossy(&refused.stderr).contains("32 characters"));
}
