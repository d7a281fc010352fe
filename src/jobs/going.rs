//! What is being done right now by one machine, and how it ends.

use std::{collections::BTreeMap, time::Duration};

use entity::jobs::Cause;
use sea_orm::DbErr;
use tokio::{
    task::{Id, JoinError, JoinSet},
    time::timeout,
};

use super::claim::Claimed;

/// What became of what was taken up, in numbers by job.
pub type Tally = BTreeMap<&'static str, Counted>;

/// What came to its end: times at which the job was due, and things that it found then; and what did not.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Counted {
    pub times: usize,
    pub things: usize,
    pub failed: usize,
}

/// How one try ended.
pub(super) enum Ended {
    Done,
    Failed(Cause),
    /// Somebody else has it.
    Lost,
}

/// What is being done right now, and the claims to it.
#[derive(Default)]
pub(super) struct Going {
    tries: JoinSet<Result<Ended, DbErr>>,
    held: Vec<(Id, &'static str, Claimed)>,
}

impl Going {
    pub(super) fn len(&self) -> usize {
        self.tries.len()
    }

    /// What was broken off, or ended without a word.
    pub(super) fn held(self) -> impl Iterator<Item = (&'static str, Claimed)> {
        self.held.into_iter().map(|(_, job, claimed)| (job, claimed))
    }

    pub(super) fn begin(
        &mut self,
        job: &'static str,
        claimed: &Claimed,
        attempt: impl Future<Output = Result<Ended, DbErr>> + Send + 'static,
    ) {
        let id = self.tries.spawn(attempt).id();
        self.held.push((id, job, claimed.clone()));
    }

    /// What does not come to its end in this time is broken off, and stays held.
    pub(super) async fn come_to_their_end(&mut self, tally: &mut Tally, grace: Duration) {
        let ending = async {
            while !self.tries.is_empty() {
                self.one_ends(tally).await;
            }
        };
        // Whether it was long enough shows in what is still held.
        let _ = timeout(grace, ending).await;
        self.tries.shutdown().await;
    }

    /// Waits for one of them, and counts it. One that could not write down how it ended leaves its claim to run out.
    pub(super) async fn one_ends(&mut self, tally: &mut Tally) {
        let Some(ended) = self.tries.join_next_with_id().await else { return };
        let id = ended.as_ref().map_or_else(JoinError::id, |(id, _)| *id);
        let Some(place) = self.held.iter().position(|(of, ..)| *of == id) else { return };
        let (_, job, claimed) = self.held.swap_remove(place);
        let counted = tally.entry(job).or_default();
        match ended {
            Ok((_, Ok(Ended::Done))) if claimed.row.item.is_some() => counted.things += 1,
            Ok((_, Ok(Ended::Done))) => counted.times += 1,
            Ok((_, Ok(Ended::Lost))) => (),
            Ok((_, Ok(Ended::Failed(_)))) | Err(_) => counted.failed += 1,
            Ok((_, Err(error))) => {
                tracing::error!(job, "how it ended cannot be written down: {error}");
                counted.failed += 1;
            }
        }
    }
}
