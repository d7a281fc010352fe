//! Callers who go away, panic or fail in the middle of a transaction: each takes its own work with it and nobody else's.

use std::sync::Arc;

use entity::partners;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait, EntityTrait, PaginatorTrait, prelude::Uuid};
use tokio::{sync::Barrier, task::JoinSet};

use crate::support;

const EACH: usize = 12;

fn partner(name: String) -> partners::ActiveModel {
    partners::ActiveModel {
        id: Set(Uuid::now_v7()),
        name: Set(name),
        town: Set(None),
        postcode: Set(None),
        contact_name: Set(None),
        contact_email: Set(None),
        municipality_phone: Set(None),
        closed_on: Set(None),
    }
}

/// How a caller ends.
#[derive(Clone, Copy, PartialEq)]
enum End {
    Commits,
    Drops,
    Panics,
    /// Breaks a rule of the database and gives up.
    Fails,
    /// Is cut off while a statement runs.
    IsCutOff,
}

const ENDS: [End; 5] = [End::Commits, End::Drops, End::Panics, End::Fails, End::IsCutOff];

async fn writes(db: brobyg::database::Database, end: End, name: String) {
    let tx = db.begin().await.unwrap();
    let written = partner(name).insert(&tx).await.unwrap();
    match end {
        End::Commits => tx.commit().await.unwrap(),
        End::Drops => drop(tx),
        End::Panics => panic!("as a fault of ours would"),
        End::Fails => {
            let twice = partners::ActiveModel { id: Set(written.id), ..partner("the same id".into()) };
            assert!(twice.insert(&tx).await.is_err());
        }
        End::IsCutOff => {
            let more = partner("cut off".into()).insert(&tx);
            // One look at it sends the statement; the answer is not waited for.
            assert!(futures::poll!(std::pin::pin!(more)).is_pending());
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn whoever_ends_badly_takes_nobody_elses_work_along() {
    let app = support::start().await;
    let together = Arc::new(Barrier::new(EACH * ENDS.len()));
    let mut callers = JoinSet::new();
    for number in 0..EACH {
        for end in ENDS {
            let (db, together) = (app.db().clone(), Arc::clone(&together));
            callers.spawn(async move {
                together.wait().await;
                writes(db, end, format!("Helhedsplan {number}")).await;
            });
        }
    }
    while callers.join_next().await.is_some() {}
    assert_eq!(partners::Entity::find().count(app.db()).await, Ok(EACH as u64));
    writes(app.db().clone(), End::Commits, "bagefter".into()).await;
    assert_eq!(partners::Entity::find().count(app.db()).await, Ok(EACH as u64 + 1));
}

#[tokio::test]
async fn a_transaction_in_which_a_statement_failed_is_not_told_as_kept_unless_it_is() {
    let app = support::start().await;
    let tx = app.db().begin().await.unwrap();
    let written = partner("Helhedsplan".into()).insert(&tx).await.unwrap();
    let twice = partners::ActiveModel { id: Set(written.id), ..partner("the same id".into()) };
    assert!(twice.insert(&tx).await.is_err());
    let told = tx.commit().await.is_ok();
    let kept = partners::Entity::find().count(app.db()).await.unwrap() == 1;
    assert_eq!(told, kept);
}

#[tokio::test]
async fn what_writes_outside_a_transaction_is_durable_when_it_returns() {
    let app = support::start().await;
    // With RETURNING, as one statement, and as a text of statements.
    let written = partner("Helhedsplan".into()).insert(app.db()).await.unwrap();
    partners::Entity::delete_by_id(written.id).exec(app.db()).await.unwrap();
    app.db().execute_unprepared("DELETE FROM partners").await.unwrap();
    partner("En anden".into()).insert(app.db()).await.unwrap();
    let other = sea_orm::Database::connect(&app.app.config.database_url).await.unwrap();
    assert_eq!(partners::Entity::find().count(&other).await, Ok(1));
    assert!(
        app.db().pool().get_database_backend() != sea_orm::DbBackend::Sqlite
            || partner("Forbi".into()).insert(app.db().pool()).await.is_err(),
        "nothing writes past the writer"
    );
}
