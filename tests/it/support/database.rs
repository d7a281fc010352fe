//! A database of its own for each test: a SQLite file, or a PostgreSQL database, as `BROBYG_TEST_DATABASE` says.
//!
//! The migrations run once for all tests; each test gets a copy of the result.

use std::sync::atomic::{AtomicU32, Ordering};

use migration::{Migrator, MigratorTrait};
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection};
use tempfile::TempDir;
use tokio::sync::OnceCell;

/// A database that ends with this value.
pub struct TestDatabase {
    pub url: String,
    /// Dropped after use: removes a SQLite file or a PostgreSQL database.
    _end: End,
}

enum End {
    Sqlite { _folder: TempDir },
    Postgres { _drop: DropPostgres },
}

/// Whether this run is about PostgreSQL.
pub fn on_postgres() -> bool {
    std::env::var("BROBYG_TEST_DATABASE").is_ok_and(|name| name == "postgres")
}

/// A database without tables; on SQLite the file is not there yet.
pub async fn empty_database_url() -> TestDatabase {
    if on_postgres() {
        return postgres_with("ENCODING 'UTF8'").await;
    }
    let folder = TempDir::new().unwrap();
    TestDatabase { url: sqlite_url(&folder), _end: End::Sqlite { _folder: folder } }
}

/// An empty database of PostgreSQL, made with these words.
pub async fn postgres_with(words: &str) -> TestDatabase {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let name = format!("brobyg_empty_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
    administer(&format!("CREATE DATABASE {name} TEMPLATE template0 {words}")).await;
    TestDatabase { url: postgres_url(&name), _end: End::Postgres { _drop: DropPostgres(name) } }
}

/// A migrated database that nobody else uses.
///
/// # Panics
/// When `BROBYG_TEST_DATABASE` is neither `sqlite` (the default) nor `postgres`, or the database cannot be made.
pub async fn fresh_database_url() -> TestDatabase {
    match std::env::var("BROBYG_TEST_DATABASE").as_deref() {
        Err(_) | Ok("sqlite") => sqlite().await,
        Ok("postgres") => postgres().await,
        Ok(other) => panic!("BROBYG_TEST_DATABASE is {other}, but only sqlite and postgres are known"),
    }
}

async fn sqlite() -> TestDatabase {
    static TEMPLATE: OnceCell<Vec<u8>> = OnceCell::const_new();
    let template = TEMPLATE
        .get_or_init(async || {
            let folder = TempDir::new().unwrap();
            migrate(sqlite_url(&folder)).await;
            std::fs::read(folder.path().join("brobyg.sqlite")).unwrap()
        })
        .await;
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("brobyg.sqlite"), template).unwrap();
    TestDatabase { url: sqlite_url(&folder), _end: End::Sqlite { _folder: folder } }
}

fn sqlite_url(folder: &TempDir) -> String {
    format!("sqlite://{}?mode=rwc", folder.path().join("brobyg.sqlite").display())
}

async fn postgres() -> TestDatabase {
    static TEMPLATE: OnceCell<String> = OnceCell::const_new();
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let process = std::process::id();
    let template = TEMPLATE
        .get_or_init(async || {
            let name = format!("brobyg_template_{process}");
            administer(&format!("CREATE DATABASE {name}")).await;
            migrate(postgres_url(&name)).await;
            name
        })
        .await;
    let name = format!("brobyg_test_{process}_{}", COUNT.fetch_add(1, Ordering::Relaxed));
    // To copy the template's files takes half the time of writing each of its pages to the log as well.
    administer(&format!("CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")).await;
    TestDatabase { url: postgres_url(&name), _end: End::Postgres { _drop: DropPostgres(name) } }
}

/// The server's URL names a database; ours stands in its place.
fn postgres_url(name: &str) -> String {
    let server = std::env::var("BROBYG_TEST_POSTGRES_URL")
        .expect("BROBYG_TEST_POSTGRES_URL should be set: run bin/test, which starts a PostgreSQL for the tests");
    let (server, _) = server.rsplit_once('/').unwrap();
    format!("{server}/{name}")
}

/// Leaves no connection behind: the database is copied next.
async fn migrate(url: String) {
    let connection = connect(url).await;
    Migrator::up(&connection, None).await.unwrap();
    connection.close().await.unwrap();
}

pub async fn administer(statement: &str) {
    let connection = connect(postgres_url("postgres")).await;
    connection.execute_unprepared(statement).await.unwrap();
    connection.close().await.unwrap();
}

async fn connect(url: String) -> DatabaseConnection {
    let mut options = ConnectOptions::new(url);
    options.max_connections(1).sqlx_logging(false);
    Database::connect(options).await.unwrap()
}

struct DropPostgres(String);

impl Drop for DropPostgres {
    /// On a thread of its own, as the test's runtime is busy ending.
    fn drop(&mut self) {
        let statement = format!("DROP DATABASE {} WITH (FORCE)", self.0);
        let dropping = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(administer(&statement));
        });
        if dropping.join().is_err() {
            eprintln!("the database {} could not be dropped", self.0);
        }
    }
}
