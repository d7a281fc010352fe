//! The whole platform in one file, and back.

use std::{
    fs,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use brobyg::exchange::{LEFT_OUT, backup, restore};
use entity::{changes, mentors, sessions, sign_in_attempts};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ConnectionTrait, DbBackend, EntityTrait, PaginatorTrait, QueryOrder, Statement,
    prelude::Uuid,
};

use crate::support::{self, TestApp, scheme::folder};

impl TestApp {
    /// Every row of every table that a backup has, as text.
    async fn everything(&self) -> Vec<(String, Vec<String>)> {
        let mut tables = Vec::new();
        for table in table_names(self).await {
            let rows = match self.db().get_database_backend() {
                DbBackend::Postgres => format!("SELECT (t.*)::text FROM {table} t ORDER BY 1"),
                _ => {
                    let columns = first_column(self, &format!("SELECT name FROM pragma_table_info('{table}')")).await;
                    let quoted =
                        columns.iter().map(|name| format!("quote({name})")).collect::<Vec<_>>().join("||','||");
                    format!("SELECT {quoted} FROM {table} ORDER BY 1")
                }
            };
            tables.push((table, first_column(self, &rows).await));
        }
        tables
    }
}

async fn first_column(app: &TestApp, sql: &str) -> Vec<String> {
    let asked = Statement::from_string(app.db().get_database_backend(), sql);
    let rows = app.db().query_all_raw(asked).await.unwrap();
    rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
}

/// The tables of the schema that belong in a backup.
async fn table_names(app: &TestApp) -> Vec<String> {
    let asked = match app.db().get_database_backend() {
        DbBackend::Postgres => "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
        _ => "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY 1",
    };
    let names = first_column(app, asked).await;
    names.into_iter().filter(|name| name != "seaql_migrations" && !LEFT_OUT.contains(&name.as_str())).collect()
}

/// A platform with something in every corner.
async fn busy() -> TestApp {
    let app = support::start().await;
    app.import(&folder("pilot")).await.unwrap();
    let partner = app.partner("Helhedsplan Syd").await;
    app.referrer(&partner).await;
    app.administrator().await;
    app
}

#[tokio::test]
async fn what_is_restored_is_what_was_backed_up() {
    let (first, second) = (busy().await, support::start().await);
    let file = first.data.path().join("copy.backup");

    let written = backup(first.db(), first.app.clock.now(), &file).await.unwrap();
    let read = restore(second.db(), &file).await.unwrap();

    assert_eq!(read, written);
    assert_eq!(second.everything().await, first.everything().await);
}

#[tokio::test]
async fn a_backup_has_neither_sessions_nor_sign_in_attempts() {
    let (first, second) = (busy().await, support::start().await);
    let file = first.data.path().join("copy.backup");
    assert_ne!(sessions::Entity::find().count(first.db()).await.unwrap(), 0);

    backup(first.db(), first.app.clock.now(), &file).await.unwrap();
    restore(second.db(), &file).await.unwrap();

    assert_eq!(sessions::Entity::find().count(second.db()).await.unwrap(), 0);
    assert_eq!(sign_in_attempts::Entity::find().count(second.db()).await.unwrap(), 0);
}

#[tokio::test]
async fn every_table_is_in_a_backup_or_left_out_on_purpose() {
    let app = support::start().await;
    let listed = fs::read_to_string("src/exchange/backup/tables.rs").unwrap();

    for table in table_names(&app).await {
        assert!(listed.contains(&format!("{table}::Entity>(from, to")), "{table} is not copied");
    }
}

#[tokio::test]
async fn work_goes_on_while_a_backup_is_made_and_the_backup_is_of_one_moment() {
    let (first, second) = (busy().await, support::start().await);
    let file = first.data.path().join("copy.backup");
    let stop = Arc::new(AtomicBool::new(false));
    let worker = tokio::spawn(write_pairs(first.db().clone(), Arc::clone(&stop)));

    backup(first.db(), first.app.clock.now(), &file).await.unwrap();
    stop.store(true, Ordering::Relaxed);
    let pairs = worker.await.unwrap();
    restore(second.db(), &file).await.unwrap();

    assert!(pairs > 0);
    let copied = changes::Entity::find().order_by_asc(changes::Column::Id).all(second.db()).await.unwrap();
    let pairs = copied.iter().filter(|change| change.subject == "pair").count();
    assert_eq!(pairs % 2, 0, "half a transaction was copied");
}

/// Writes two rows in each transaction until it is told to stop; says how many transactions there were.
async fn write_pairs(db: brobyg::database::Database, stop: Arc<AtomicBool>) -> usize {
    let mut pairs = 0;
    while !stop.load(Ordering::Relaxed) || pairs == 0 {
        let tx = db.begin().await.unwrap();
        for _ in 0..2 {
            let change = changes::ActiveModel {
                id: Set(Uuid::now_v7()),
                subject: Set("pair".into()),
                subject_id: Set(Uuid::now_v7()),
                action: Set("written".into()),
                at: Set(support::today().and_hms_opt(9, 0, 0).unwrap().and_utc()),
                ..Default::default()
            };
            change.insert(&tx).await.unwrap();
        }
        tx.commit().await.unwrap();
        pairs += 1;
        tokio::task::yield_now().await;
    }
    pairs
}

#[tokio::test]
async fn what_is_restored_can_be_worked_with() {
    let (first, second) = (busy().await, support::start().await);
    let file = first.data.path().join("copy.backup");
    backup(first.db(), first.app.clock.now(), &file).await.unwrap();
    restore(second.db(), &file).await.unwrap();

    // Its numbers go on where the copied ones end.
    let mentor = mentors::Entity::find().one(second.db()).await.unwrap().unwrap();
    let tx = second.db().begin().await.unwrap();
    brobyg::mentor::changed(&tx, mentor.id).await.unwrap();
    tx.commit().await.unwrap();
    for counts in second.import(&folder("pilot")).await.unwrap().counts {
        assert_eq!((counts.new, counts.changed), (0, 0), "{:?}", counts.table);
    }
}

#[tokio::test]
async fn a_backup_never_replaces_a_file() {
    let app = support::start().await;
    let file = app.data.path().join("copy.backup");
    fs::write(&file, "mine").unwrap();

    let error = backup(app.db(), app.app.clock.now(), &file).await.unwrap_err().to_string();

    assert_eq!(error, format!("{} exists already; choose another name.", file.display()));
    assert_eq!(fs::read_to_string(&file).unwrap(), "mine");
}

#[tokio::test]
async fn nothing_is_restored_over_records() {
    let app = busy().await;
    let file = app.data.path().join("copy.backup");
    backup(app.db(), app.app.clock.now(), &file).await.unwrap();
    let before = app.everything().await;

    let error = restore(app.db(), &file).await.unwrap_err().to_string();

    assert!(error.starts_with("The platform has records already"), "{error}");
    assert_eq!(app.everything().await, before);
}

#[tokio::test]
async fn a_file_that_is_no_backup_or_a_broken_one_is_named() {
    let app = support::start().await;
    let path = |name: &str| app.data.path().join(name);
    fs::write(path("text"), "not a database at all").unwrap();
    backup(app.db(), app.app.clock.now(), &path("whole")).await.unwrap();
    let whole = fs::read(path("whole")).unwrap();
    fs::write(path("half"), &whole[..whole.len() / 2]).unwrap();

    for (name, words) in
        [("text", "is not a backup of this platform"), ("half", "is damaged"), ("none", "cannot be read")]
    {
        let error = restore(app.db(), &path(name)).await.unwrap_err().to_string();
        assert!(error.contains(words), "{name}: {error}");
    }
}

#[cfg(unix)]
#[tokio::test]
async fn only_its_owner_may_read_a_backup() {
    use std::os::unix::fs::PermissionsExt;
    let app = support::start().await;
    let file = app.data.path().join("copy.backup");

    backup(app.db(), app.app.clock.now(), &file).await.unwrap();

    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
}

/// A whole backup, changed by hand.
async fn changed_by(sql: &str) -> String {
    let (first, second) = (support::start().await, support::start().await);
    let file = first.data.path().join("copy.backup");
    backup(first.db(), first.app.clock.now(), &file).await.unwrap();
    let connection = sea_orm::Database::connect(format!("sqlite:{}", file.display())).await.unwrap();
    connection.execute_unprepared(sql).await.unwrap();
    connection.close().await.unwrap();
    restore(second.db(), &file).await.unwrap_err().to_string()
}

#[tokio::test]
async fn a_backup_that_holds_more_than_tables_or_more_than_a_row_can_is_refused() {
    for (sql, words) in [
        (
            "DROP TABLE goals; CREATE VIEW goals AS WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n FROM n) \
             SELECT n AS id FROM n",
            "goals is no table",
        ),
        ("CREATE TRIGGER t AFTER INSERT ON partners BEGIN DELETE FROM users; END", "t is no table"),
        (
            "INSERT INTO partners (id, name, town) VALUES (randomblob(16), 'a', printf('%.*c', 5000000, 'a'))",
            "a row of \"partners\" has more than",
        ),
        (
            "INSERT INTO partners (id, name, town) VALUES (randomblob(16), 'a', zeroblob(900000000))",
            "a row of \"partners\"",
        ),
    ] {
        let error = changed_by(sql).await;
        assert!(error.contains(words), "{sql}: {error}");
    }
}
