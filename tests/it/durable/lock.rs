//! A lock that somebody else holds, and files that may not be written: waited for with a limit, told, and got over.

use std::{fs, path::Path, process::Command, time::Duration};

use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection};
use tokio::{task::JoinSet, time::Instant};

use super::{
    only_sqlite,
    program::{Home, Person},
};

/// Ten seconds for all, and much room for a slow machine; one after the other they would take 400 seconds.
const LONGEST: Duration = Duration::from_secs(200);
const WAITING: usize = 40;

async fn another_program(home: &Home) -> DatabaseConnection {
    let mut options = ConnectOptions::new(&home.database_url);
    options.max_connections(1).sqlx_logging(false);
    Database::connect(options).await.unwrap()
}

#[tokio::test]
async fn a_lock_held_by_somebody_else_is_waited_for_ten_seconds_and_not_once_for_each() {
    if !only_sqlite() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let home = Home::of_sqlite(folder.path());
    let served = home.serve("");
    let mut astrid = Person::at(served.port);
    astrid.becomes_administrator(&served).await;
    let token = astrid.token("/admin/partners/new").await;
    let other = another_program(&home).await;
    other.execute_unprepared("BEGIN IMMEDIATE").await.unwrap();

    let since = Instant::now();
    let mut waiting = JoinSet::new();
    for number in 0..WAITING {
        let (mut person, token) = (astrid.clone(), token.clone());
        let name = format!("Helhedsplan {number}");
        waiting.spawn(async move { person.post("/admin/partners/new", &token, &[("name", &name)]).await.status });
    }
    assert_eq!(astrid.get("/admin/partners").await.status, 200, "pages are read meanwhile");
    assert_eq!(waiting.join_all().await, [503; WAITING]);
    assert!(since.elapsed() < LONGEST, "they waited {:?}", since.elapsed());

    other.execute_unprepared("ROLLBACK").await.unwrap();
    let after = astrid.post("/admin/partners/new", &token, &[("name", "Helhedsplan bagefter")]).await;
    assert_eq!(after.status, 303, "{}", after.body);
}

/// Whether the rights of files bind this user; the administrator of the machine may write everywhere.
fn may_write_anyway(folder: &Path) -> bool {
    let file = folder.join("tried");
    fs::write(&file, "").unwrap();
    make(&file, "444");
    fs::OpenOptions::new().write(true).open(file).is_ok()
}

fn make(path: &Path, mode: &str) {
    assert!(Command::new("chmod").arg(mode).arg(path).status().unwrap().success());
}

/// Runs a program as somebody whom the rights of files bind.
const AS_NOBODY: &str = "exec setpriv --reuid=65534 --regid=65534 --clear-groups \"$@\"";

#[tokio::test]
async fn a_database_made_read_only_is_told_and_written_again_when_it_may_be() {
    if !only_sqlite() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    fs::create_dir(&data).unwrap();
    let (mut frame, mut home) = ("", Home::of_sqlite(&data));
    if may_write_anyway(folder.path()) {
        frame = AS_NOBODY;
        // Where the program was built, others may not look.
        let program = folder.path().join("brobyg");
        fs::copy(&home.program, &program).unwrap();
        home.program = program;
        for path in [folder.path(), &data] {
            make(path, "777");
        }
    }
    let served = home.serve(frame);
    let mut astrid = Person::at(served.port);
    astrid.becomes_administrator(&served).await;
    let token = astrid.token("/admin/partners/new").await;
    let files = || fs::read_dir(&data).unwrap().map(|file| file.unwrap().path()).filter(|file| file.is_file());

    // A lock held for a while makes the program open its connection to write afresh, when it may only read.
    let other = another_program(&home).await;
    other.execute_unprepared("BEGIN IMMEDIATE").await.unwrap();
    files().for_each(|file| make(&file, "400"));
    assert_eq!(astrid.post("/admin/partners/new", &token, &[("name", "Helhedsplan 1")]).await.status, 503);
    other.execute_unprepared("ROLLBACK").await.unwrap();
    other.close().await.unwrap();
    let refused = astrid.post("/admin/partners/new", &token, &[("name", "Helhedsplan 2")]).await;
    assert_eq!(refused.status, 503, "{}", refused.body);
    assert_eq!(astrid.get("/admin/partners").await.status, 200);

    files().for_each(|file| make(&file, "600"));
    assert_eq!(astrid.post("/admin/partners/new", &token, &[("name", "Helhedsplan 3")]).await.status, 303);
    let page = astrid.get("/admin/partners").await.body;
    assert!(page.contains("Helhedsplan 3") && !page.contains("Helhedsplan 1") && !page.contains("Helhedsplan 2"));
}
