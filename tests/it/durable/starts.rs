//! Several processes that start at once: whoever comes second waits for the first, and then serves.

use std::{collections::BTreeSet, path::Path};

use migration::{Migrator, MigratorTrait};
use sea_orm::{ConnectOptions, Database};

use super::program::{Home, Person, Running};
use crate::support::database::{TestDatabase, empty_database_url, on_postgres};

/// On PostgreSQL each machine has a folder of its own; on SQLite they share one.
fn homes(database: &TestDatabase, folder: &Path) -> Vec<Home> {
    let count = if on_postgres() { 4 } else { 3 };
    let folder_of = |number| if on_postgres() { folder.join(format!("machine-{number}")) } else { folder.join("data") };
    (0..count).map(|number| Home::of(&folder_of(number), database.url.clone())).collect()
}

async fn tables_as_long_ago(database: &TestDatabase) {
    let mut options = ConnectOptions::new(&database.url);
    options.max_connections(1).sqlx_logging(false);
    let connection = Database::connect(options).await.unwrap();
    Migrator::up(&connection, Some(2)).await.unwrap();
    connection.close().await.unwrap();
}

/// Starts all at once, and has each of them answer.
async fn all_serve(homes: &[Home]) {
    let begun: Vec<_> = homes.iter().map(|home| home.begin("")).collect();
    let served: Vec<_> = begun.into_iter().map(super::program::Begun::served).collect();
    for one in &served {
        assert_eq!(Person::at(one.port).get("/sign-in").await.status, 200);
    }
    // The youngest link works, and on every machine.
    let links = served.iter().flat_map(|one| one.told.iter().filter_map(|line| line.rsplit_once('/'))).map(|two| two.1);
    let links: BTreeSet<_> = links.filter(|link| link.len() > 20).map(str::to_owned).collect();
    let mut working = 0;
    for link in &links {
        let path = format!("/first-administrator/{link}");
        working += usize::from(Person::at(served[0].port).get(&path).await.body.contains("name=\"again\""));
    }
    assert_eq!(working, 1, "one of {} links works", links.len());
}

#[tokio::test(flavor = "multi_thread")]
async fn several_that_start_at_once_on_an_empty_database_all_serve() {
    let (database, folder) = (empty_database_url().await, tempfile::tempdir().unwrap());
    all_serve(&homes(&database, folder.path())).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn several_that_start_at_once_on_an_old_database_all_serve() {
    let (database, folder) = (empty_database_url().await, tempfile::tempdir().unwrap());
    tables_as_long_ago(&database).await;
    all_serve(&homes(&database, folder.path())).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn several_upgrades_at_once_all_end_well_and_one_of_them_does_the_work() {
    let (database, folder) = (empty_database_url().await, tempfile::tempdir().unwrap());
    let homes = homes(&database, folder.path());
    let begun: Vec<_> = homes.iter().map(|home| home.command("", &["migrate"]).spawn().unwrap()).collect();
    let mut said = Vec::new();
    for child in begun {
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        said.push(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let idle = said.iter().filter(|said| said.starts_with("Changes made: 0.")).count();
    assert_eq!(idle, homes.len() - 1, "{said:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_upgrade_that_is_killed_is_taken_up_again() {
    let (database, folder) = (empty_database_url().await, tempfile::tempdir().unwrap());
    let home = &homes(&database, folder.path())[0];
    for round in 0..8 {
        let mut upgrade = Running::from(home.command("", &["migrate"]).spawn().unwrap());
        // Each round ends at another moment of the work.
        for _ in 0..round {
            home.run(&["config"]);
        }
        upgrade.kill();
    }
    let output = home.run(&["migrate"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let verified = home.run(&["verify"]);
    // Without an index yet, `verify` has that to say and nothing else.
    assert!(!String::from_utf8_lossy(&verified.stderr).contains("table"), "{verified:?}");
}
