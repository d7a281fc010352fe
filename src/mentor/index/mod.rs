//! Keeps the search index a true copy of the mentors in the database.
//!
//! Every change of a mentor leaves a numbered row ([`super::changed`]) in its transaction. The index remembers the number
//! it has come to, and takes in what came after: first in memory, where searches find it at once, and soon in writing. Whatever it cannot follow (damage, another version, a database put back
//! from a copy) is mended by building it again beside the old one.

mod changes;
mod documents;

pub use documents::{documents, expected_ids};

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use anyhow::Context;
use chrono::NaiveDate;
use sea_orm::DbErr;

use crate::{
    app::App,
    config::Config,
    database::Database,
    industry::Vocabulary,
    search::{Lexicon, MentorIndex, SearchError},
};

use changes::News;

/// Where the index lies.
pub fn directory(config: &Config) -> PathBuf {
    config.data.join("index")
}

/// Opens the index in a directory, as full as the database is. What is missing, damaged or old is built again.
pub async fn open(directory: &Path, db: &Database, today: NaiveDate) -> anyhow::Result<Arc<MentorIndex>> {
    let path = directory.to_owned();
    let opened = tokio::task::spawn_blocking(move || MentorIndex::open(&path, lexicon())).await?;
    let full = match opened {
        Ok(index) => {
            let index = Arc::new(index);
            brought_up(&index, db, today).await.map(|()| index)
        }
        Err(error) => {
            tracing::info!("building the search index: {error}");
            create(directory, db, today).await
        }
    };
    match full {
        Ok(index) => Ok(index),
        // Another process of ours writes there; each serves from a copy that is true.
        Err(error) if is_in_use(&error) => in_memory(db, today).await,
        Err(error) => Err(error).context("The search index cannot be built"),
    }
}

/// Builds the index in a directory afresh, beside one that is being served, and returns how many mentors are in it.
pub async fn build_in(directory: &Path, db: &Database, today: NaiveDate) -> anyhow::Result<u64> {
    let path = directory.to_owned();
    match tokio::task::spawn_blocking(move || MentorIndex::open(&path, lexicon())).await? {
        Ok(index) => build(&Arc::new(index), db, today).await,
        Err(_) => Ok(create(directory, db, today).await?.count()),
    }
}

async fn create(directory: &Path, db: &Database, today: NaiveDate) -> anyhow::Result<Arc<MentorIndex>> {
    let path = directory.to_owned();
    let index = Arc::new(tokio::task::spawn_blocking(move || MentorIndex::create(&path, lexicon())).await??);
    build(&index, db, today).await?;
    Ok(index)
}

/// A full index that lives only as long as this process.
pub async fn in_memory(db: &Database, today: NaiveDate) -> anyhow::Result<Arc<MentorIndex>> {
    let index = Arc::new(tokio::task::spawn_blocking(|| MentorIndex::in_memory(lexicon())).await??);
    build(&index, db, today).await?;
    Ok(index)
}

fn lexicon() -> Arc<Lexicon> {
    Arc::clone(Vocabulary::standard().lexicon())
}

fn is_in_use(error: &anyhow::Error) -> bool {
    matches!(error.downcast_ref(), Some(SearchError::InUse))
}

/// Builds the index afresh beside the one in use, and returns how many mentors are in it.
pub async fn rebuild(app: &App) -> anyhow::Result<u64> {
    build(&app.search, &app.db, app.clock.today()).await
}

async fn build(index: &Arc<MentorIndex>, db: &Database, today: NaiveDate) -> anyhow::Result<u64> {
    // The number first: what changes while the mentors are read is taken in again afterwards.
    let sequence = changes::settled(db).await?;
    let documents = documents::all_documents(db, today).await?;
    let index = Arc::clone(index);
    tokio::task::spawn_blocking(move || {
        index.replace_all(documents, sequence, today)?;
        Ok(index.count())
    })
    .await?
}

/// Takes in what was committed since the last time; costs one small query when that is nothing.
pub async fn catch_up(app: &App) -> anyhow::Result<()> {
    follow(&app.search, &app.db, app.clock.today()).await
}

/// The same after a page has written: a failure is not the visitor's concern, and the job tries again.
pub async fn catch_up_now(app: &App) {
    if let Err(error) = catch_up(app).await {
        tracing::error!("the search index is behind: {error:#}");
    }
}

/// Lets searches find what was committed since the last time.
async fn follow(index: &Arc<MentorIndex>, db: &Database, today: NaiveDate) -> anyhow::Result<()> {
    match changes::since(db, index.sequence()).await? {
        News::None => Ok(()),
        News::TooMuch => build(index, db, today).await.map(drop),
        News::Changed(ids, last) => {
            let changed = documents(db, today, &ids).await?;
            let removed: Vec<_> = ids.into_iter().filter(|id| !changed.iter().any(|one| one.id == *id)).collect();
            let index = Arc::clone(index);
            Ok(tokio::task::spawn_blocking(move || index.take(&changed, &removed, last)).await?)
        }
    }
}

/// The same, and writes it down.
async fn brought_up(index: &Arc<MentorIndex>, db: &Database, today: NaiveDate) -> anyhow::Result<()> {
    follow(index, db, today).await?;
    if !index.is_unwritten() {
        return Ok(());
    }
    let writing = Arc::clone(index);
    match tokio::task::spawn_blocking(move || writing.write()).await? {
        Ok(()) => Ok(()),
        Err(SearchError::InUse) => Err(SearchError::InUse.into()),
        // The files are gone or broken: another process may have built an index in their place.
        Err(_) => build(index, db, today).await.map(drop),
    }
}

/// The number of the last change of a mentor; 0 when there is none.
pub async fn last_change(db: &Database) -> Result<u64, DbErr> {
    changes::last(db).await
}

/// The same, once every change with a lower number is committed or given up.
pub async fn settled_change(db: &Database) -> Result<u64, DbErr> {
    changes::settled(db).await
}

/// How many changes the index of this machine has yet to take in.
pub async fn behind(app: &App) -> Result<u64, DbErr> {
    Ok(changes::last(&app.db).await?.saturating_sub(app.search.sequence()))
}

/// The job that keeps the index up to date.
///
/// Pauses begin and end by the calendar, without anybody writing anything: an index of another day is built again.
pub async fn keep(app: &App) -> anyhow::Result<()> {
    if app.search.day() == Some(app.clock.today()) {
        return brought_up(&app.search, &app.db, app.clock.today()).await;
    }
    changes::forget_old(&app.db).await?;
    rebuild(app).await.map(drop)
}
