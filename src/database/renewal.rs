//! When PostgreSQL's connections are to be opened afresh.

use std::{
    sync::atomic::{AtomicU64, Ordering},
    time::Duration,
};

use sea_orm::DbErr;
use tokio::time::Instant;

use super::away::{is_lost, is_read_only};

/// A server that stays read-only is not connected to afresh more often than this.
const PAUSE: Duration = Duration::from_secs(5);

/// The moment since which connections are in doubt. One that was cut is seldom the only one, and a server that has become
/// read-only may no longer be the one that the address leads to. Asking before each use would cost a page six journeys to
/// the server; this costs nothing as long as all is well.
pub(super) struct Renewal {
    started: Instant,
    /// Microseconds after `started`; zero when there was no doubt yet.
    doubted: AtomicU64,
}

impl Default for Renewal {
    fn default() -> Self {
        Self { started: Instant::now(), doubted: AtomicU64::new(0) }
    }
}

impl Renewal {
    /// Whether a connection of this age is from before the last doubt.
    pub(super) fn is_in_doubt(&self, age: Duration) -> bool {
        let doubted = self.doubted.load(Ordering::SeqCst);
        let opened = self.micros().saturating_sub(micros(age));
        doubted > 0 && opened <= doubted
    }

    /// Hears of an error. True when the connection was lost, and what was only read can be read again on another one.
    pub(super) fn hears(&self, error: &DbErr) -> bool {
        let (is_lost, now) = (is_lost(error), self.micros());
        let doubted = self.doubted.load(Ordering::SeqCst);
        let is_due = doubted == 0 || now.saturating_sub(doubted) > micros(PAUSE);
        if is_lost || (is_read_only(error) && is_due) {
            self.doubted.fetch_max(now, Ordering::SeqCst);
        }
        is_lost
    }

    fn micros(&self) -> u64 {
        micros(self.started.elapsed()) + 1
    }
}

fn micros(time: Duration) -> u64 {
    u64::try_from(time.as_micros()).unwrap_or(u64::MAX)
}
