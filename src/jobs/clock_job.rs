//! A job by the clock: when it is due, what is done about the times that were missed, and what there is to do then.

use std::{pin::Pin, sync::Arc};

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, prelude::Uuid};

use super::{
    attempt::Attempt,
    found,
    schedule::{CatchUp, Schedule},
};
use crate::{
    app::App,
    backlog::{self, Due},
    database::Transaction,
};

type Doing<T> = Pin<Box<dyn Future<Output = T> + Send>>;
pub(super) type Work = Arc<dyn Fn(Attempt) -> Doing<anyhow::Result<()>> + Send + Sync>;
pub(super) type Finder = Arc<dyn Fn(App, DateTime<Utc>) -> Doing<Result<Vec<Uuid>, DbErr>> + Send + Sync>;

/// Something that is done at certain times, once each, on whichever machine.
#[derive(Clone)]
pub struct ClockJob {
    /// As in the tables `jobs` and `job_runs`, and in the keys `job-…`; at most 40 characters.
    pub name: &'static str,
    pub schedule: Schedule,
    pub catch_up: CatchUp,
    pub(super) work: Work,
    /// What is found, without a word of it anywhere.
    look: Option<Finder>,
    item: Option<Work>,
}

impl ClockJob {
    /// A job that finds things, and does each in a transaction of its own: one that goes wrong does not hold the others.
    ///
    /// Both are told as of when; each is also told which thing, and looks again whether it still is to be done.
    pub fn each<F, D, E>(
        name: &'static str,
        at: (Schedule, CatchUp),
        find: impl Fn(App, DateTime<Utc>) -> F + Send + Sync + 'static,
        item: impl Fn(App, Arc<Transaction>, DateTime<Utc>, Uuid) -> D + Send + Sync + 'static,
    ) -> Self
    where
        F: Future<Output = Result<Vec<Uuid>, DbErr>> + Send + 'static,
        D: Future<Output = Result<(), E>> + Send + 'static,
        E: Into<anyhow::Error>,
    {
        let find: Finder = Arc::new(move |app, at| Box::pin(find(app, at)));
        Self::finding(name, at, (Arc::clone(&find), find), item)
    }

    /// The same of a job that writes to people: it says since when each thing is due, and what was due before a file brought it in is
    /// left alone until staff say otherwise.
    pub fn writing<F, D, E>(
        name: &'static str,
        at: (Schedule, CatchUp),
        find: impl Fn(App, DateTime<Utc>) -> F + Send + Sync + 'static,
        item: impl Fn(App, Arc<Transaction>, DateTime<Utc>, Uuid) -> D + Send + Sync + 'static,
    ) -> Self
    where
        F: Future<Output = Result<Vec<Due>, DbErr>> + Send + 'static,
        D: Future<Output = Result<(), E>> + Send + 'static,
        E: Into<anyhow::Error>,
    {
        let found = Arc::new(find);
        let seen = Arc::clone(&found);
        let look: Finder = Arc::new(move |app, at| {
            let due = seen(app.clone(), at);
            Box::pin(async move { Ok(backlog::spared(&app.db, due.await?).await?.found) })
        });
        let find: Finder = Arc::new(move |app, at| {
            let due = found(app.clone(), at);
            Box::pin(async move {
                let spared = backlog::spared(&app.db, due.await?).await?;
                spared.keep(&app.db, at, name).await?;
                Ok(spared.found)
            })
        });
        Self::finding(name, at, (find, look), item)
    }

    /// A job with what finds its things, and with what only looks for them.
    fn finding<D, E>(
        name: &'static str,
        (schedule, catch_up): (Schedule, CatchUp),
        (find, look): (Finder, Finder),
        item: impl Fn(App, Arc<Transaction>, DateTime<Utc>, Uuid) -> D + Send + Sync + 'static,
    ) -> Self
    where
        D: Future<Output = Result<(), E>> + Send + 'static,
        E: Into<anyhow::Error>,
    {
        let work: Work = Arc::new(move |attempt| Box::pin(found::find_items(attempt, Arc::clone(&find))));
        let item = Arc::new(item);
        let item: Work = Arc::new(move |attempt| {
            let (id, item) = (attempt.item().unwrap_or_default(), Arc::clone(&item));
            Box::pin(async move { attempt.within(|app, tx, at| item(app, tx, at, id)).await })
        });
        Self { name, schedule, catch_up, work, look: Some(look), item: Some(item) }
    }

    /// A job of a statement or two that are one thing, in one transaction.
    pub fn whole<D, E>(
        name: &'static str,
        (schedule, catch_up): (Schedule, CatchUp),
        work: impl Fn(App, Arc<Transaction>, DateTime<Utc>) -> D + Send + Sync + 'static,
    ) -> Self
    where
        D: Future<Output = Result<(), E>> + Send + 'static,
        E: Into<anyhow::Error>,
    {
        let work = Arc::new(work);
        let work: Work = Arc::new(move |attempt| {
            let work = Arc::clone(&work);
            Box::pin(async move { attempt.within(|app, tx, at| work(app, tx, at)).await })
        });
        Self { name, schedule, catch_up, work, look: None, item: None }
    }

    /// A job that keeps its own transactions, and may be done twice without harm: it is noted as done after its end.
    pub fn own<D, E>(
        name: &'static str,
        (schedule, catch_up): (Schedule, CatchUp),
        work: impl Fn(App, DateTime<Utc>) -> D + Send + Sync + 'static,
    ) -> Self
    where
        D: Future<Output = Result<(), E>> + Send + 'static,
        E: Into<anyhow::Error>,
    {
        let work: Work = Arc::new(move |attempt: Attempt| {
            let doing = work(attempt.app.clone(), attempt.at());
            Box::pin(async move {
                doing.await.map_err(Into::into)?;
                let tx = attempt.app.db.begin().await?;
                attempt.commit(tx).await
            })
        });
        Self { name, schedule, catch_up, work, look: None, item: None }
    }

    /// What does a row: the time itself, or a thing that was found.
    pub(super) fn work_of(&self, item: Option<Uuid>) -> Work {
        let of_item = self.item.as_ref().filter(|_| item.is_some());
        Arc::clone(of_item.unwrap_or(&self.work))
    }

    /// How many things it would find, written down nowhere; nothing when it does not look for any.
    pub(super) async fn would_find(&self, app: &App, at: DateTime<Utc>) -> Result<Option<usize>, DbErr> {
        match &self.look {
            Some(look) => look(app.clone(), at).await.map(|found| Some(found.len())),
            None => Ok(None),
        }
    }
}
