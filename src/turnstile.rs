//! How much costly work runs at once: whoever comes when all places are taken waits in a short row, or is told.
//!
//! The counts are for a small machine with two cores; another has more time, not more memory.

use std::time::Duration;

use thiserror::Error;
use tokio::{
    sync::{Semaphore, SemaphorePermit},
    time::timeout,
};

/// Passwords: each takes 19 MiB and some 25 ms of one core.
pub static PASSWORDS: Turnstile = Turnstile::new(2, 200, Duration::from_secs(20));
/// Plans of a matching meeting, and what would unlock the most: they weigh everybody who waits against every mentor.
pub static PLANS: Turnstile = Turnstile::new(2, 8, Duration::from_secs(20));
/// Figures and files that are made of whole tables.
pub static REPORTS: Turnstile = Turnstile::new(4, 40, Duration::from_secs(20));
/// Lists and tables taken away as files, each read from its first row to its last.
pub static FILES: Turnstile = Turnstile::new(2, 20, Duration::from_secs(20));
/// Searches among the mentors.
pub static SEARCHES: Turnstile = Turnstile::new(8, 200, Duration::from_secs(20));
/// Forms that are larger than people write: each holds its megabyte more than once while it is read.
pub static LARGE_FORMS: Turnstile = Turnstile::new(16, 100, Duration::from_secs(20));

/// All places were taken, and the row before them was full or did not move.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
#[error("busy")]
pub struct Busy;

/// Lets so many in at once.
pub struct Turnstile {
    places: Semaphore,
    /// Places and row together.
    room: Semaphore,
    patience: Duration,
}

/// A place, free again when this is dropped.
pub struct Pass<'a> {
    _place: SemaphorePermit<'a>,
    _room: SemaphorePermit<'a>,
}

impl Turnstile {
    /// `at_once` places, and a row of at most `waiting` who each wait at most `patience`.
    pub const fn new(at_once: usize, waiting: usize, patience: Duration) -> Self {
        Self { places: Semaphore::const_new(at_once), room: Semaphore::const_new(at_once + waiting), patience }
    }

    /// Waits for a place.
    ///
    /// # Errors
    /// When the row is full, or the wait was too long.
    pub async fn enter(&self) -> Result<Pass<'_>, Busy> {
        let room = self.room.try_acquire().map_err(|_| Busy)?;
        let place = timeout(self.patience, self.places.acquire()).await.map_err(|_| Busy)?.map_err(|_| Busy)?;
        Ok(Pass { _place: place, _room: room })
    }
}
