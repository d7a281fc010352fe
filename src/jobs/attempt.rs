//! One try of one row. What it does and that it is done stand or fall together.

use std::{sync::Arc, time::Instant};

use anyhow::Context;
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, prelude::Uuid};

use super::{claim::Claimed, noted};
use crate::{app::App, database::Transaction};

/// Somebody else has the claim by now, and does or has done the same.
#[derive(Debug, thiserror::Error)]
#[error("somebody else does this by now")]
pub struct Lost;

/// What is tried, and with which claim.
pub struct Attempt {
    pub app: App,
    pub(super) claimed: Claimed,
    begun: Instant,
    /// When the job is due next; nothing for a thing that was found.
    next_due_at: Option<DateTime<Utc>>,
}

impl Attempt {
    pub(super) fn new(app: App, claimed: Claimed, next_due_at: Option<DateTime<Utc>>) -> Self {
        Self { app, claimed, begun: Instant::now(), next_due_at }
    }

    /// As of when it is done.
    pub fn at(&self) -> DateTime<Utc> {
        self.claimed.row.due_at
    }

    /// Which thing, of those that were found.
    pub(super) fn item(&self) -> Option<Uuid> {
        self.claimed.row.item
    }

    /// Does this in one transaction with the note that it is done.
    pub(super) async fn within<D, E>(
        self,
        work: impl FnOnce(App, Arc<Transaction>, DateTime<Utc>) -> D,
    ) -> anyhow::Result<()>
    where
        D: Future<Output = Result<(), E>>,
        E: Into<anyhow::Error>,
    {
        let tx = Arc::new(self.app.db.begin().await?);
        work(self.app.clone(), Arc::clone(&tx), self.at()).await.map_err(Into::into)?;
        let tx = Arc::into_inner(tx).context("the transaction is still in use")?;
        self.commit(tx).await
    }

    /// Ends the transaction of what was done, unless somebody else has the claim by now.
    ///
    /// # Errors
    /// [`Lost`] when somebody has; then nothing of it is kept.
    pub(super) async fn commit(self, tx: Transaction) -> anyhow::Result<()> {
        self.note_done(&tx).await?;
        Ok(tx.commit().await?)
    }

    async fn note_done(&self, tx: &impl ConnectionTrait) -> anyhow::Result<()> {
        let now = self.app.clock.now();
        anyhow::ensure!(self.claimed.finish(tx, now, self.begun.elapsed()).await?, Lost);
        if let Some(next_due_at) = self.next_due_at {
            noted::note_done(tx, &self.claimed.row.job, now, next_due_at).await?;
        }
        Ok(())
    }
}
