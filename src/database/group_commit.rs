//! SQLite's one writer, shared fairly: transactions that wait for each other are committed together.
//!
//! A durable commit costs a disk sync. Each transaction runs alone, in the batch that is open; when another one is waiting,
//! it leaves the batch open for it, and the last one syncs for all. Nobody is told that a transaction is written before that
//! sync. Whatever fails, all of the batch hear of it, and the next batch begins on a new connection.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use sea_orm::{ConnAcquireErr, DbErr};
use tokio::{
    sync::{Mutex, OwnedMutexGuard, oneshot},
    time::{Instant, timeout_at},
};

use super::batch::{Batch, Slot, Told};

/// The longest a first transaction may have to wait for later ones, counted in transactions.
const LARGEST_BATCH: usize = 64;
/// The longest that a transaction waits before it begins: for its turn, and for a lock that another process holds.
const PATIENCE: Duration = Duration::from_secs(10);

type Place = Arc<Mutex<Slot>>;

pub(super) struct Writer {
    url: String,
    place: Place,
    queued: Arc<AtomicUsize>,
}

impl Writer {
    pub(super) fn new(url: &str) -> Self {
        Self { url: url.to_owned(), place: Arc::new(Mutex::new(Slot::new(url))), queued: Arc::default() }
    }

    pub(super) fn url(&self) -> &str {
        &self.url
    }

    pub(super) async fn begin(&self) -> Result<Turn, DbErr> {
        let deadline = Instant::now() + PATIENCE;
        let mut ticket = Ticket::take(&self.queued, &self.place);
        let place = timeout_at(deadline, Arc::clone(&self.place).lock_owned()).await;
        let place = place.map_err(|_| DbErr::ConnectionAcquire(ConnAcquireErr::Timeout))?;
        ticket.served = true;
        let turn = Turn { place: Some(place), queued: Arc::clone(&self.queued), part: Part::Nothing };
        drop(ticket);
        // In a task of its own: a caller who goes away in the middle leaves nothing half begun.
        let entered = tokio::spawn(turn.enter(deadline)).await;
        entered.map_err(|error| DbErr::Custom(error.to_string()))?
    }
}

/// A place in the queue. Given up before its turn came, it sees to it that a batch left open for it is committed.
struct Ticket {
    queued: Arc<AtomicUsize>,
    place: Place,
    served: bool,
}

impl Ticket {
    fn take(queued: &Arc<AtomicUsize>, place: &Place) -> Self {
        queued.fetch_add(1, Ordering::SeqCst);
        Self { queued: Arc::clone(queued), place: Arc::clone(place), served: false }
    }
}

impl Drop for Ticket {
    fn drop(&mut self) {
        self.queued.fetch_sub(1, Ordering::SeqCst);
        if self.served {
            return;
        }
        let Ok(runtime) = tokio::runtime::Handle::try_current() else { return };
        let (place, queued) = (Arc::clone(&self.place), Arc::clone(&self.queued));
        runtime.spawn(async move {
            let mut place = place.lock_owned().await;
            if queued.load(Ordering::SeqCst) == 0 {
                place.commit().await;
            }
        });
    }
}

/// What of the open batch belongs to a turn.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    Nothing,
    /// Everything: nobody has written before it.
    Whole,
    Savepoint,
}

/// The right to write until it is dropped, which takes back what was written.
pub(super) struct Turn {
    place: Option<OwnedMutexGuard<Slot>>,
    queued: Arc<AtomicUsize>,
    part: Part,
}

impl Turn {
    async fn enter(mut self, deadline: Instant) -> Result<Self, DbErr> {
        let Some(place) = self.place.as_mut() else { return Err(over()) };
        match &place.open {
            Some(batch) => {
                batch.set_savepoint().await;
                batch.statements()?;
                self.part = Part::Savepoint;
            }
            None => {
                place.begin(deadline).await?;
                self.part = Part::Whole;
            }
        }
        Ok(self)
    }

    pub(super) fn batch(&self) -> Result<&Batch, DbErr> {
        self.place.as_ref().and_then(|place| place.open.as_ref()).ok_or_else(over)
    }

    /// Waits until the batch of this turn is on disk.
    pub(super) async fn commit(mut self) -> Result<(), DbErr> {
        let (told, outcome) = oneshot::channel();
        self.end(Some(told));
        outcome.await.unwrap_or_else(|_| Err(over()))
    }

    /// Ends in a task of its own, so that a caller who goes away takes nobody else's work with it.
    fn end(&mut self, told: Option<Told>) {
        let Some(place) = self.place.take() else { return };
        match tokio::runtime::Handle::try_current() {
            Ok(runtime) => drop(runtime.spawn(end(place, Arc::clone(&self.queued), self.part, told))),
            Err(_) => {
                // Nobody can clean up: whoever comes next, if anybody does, must not write on.
                if let Some(batch) = &place.open {
                    batch.fail(over());
                }
            }
        }
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        self.end(None);
    }
}

fn over() -> DbErr {
    DbErr::ConnectionAcquire(ConnAcquireErr::ConnectionClosed)
}

/// Keeps or takes back one turn, then commits for everybody unless somebody is waiting to write more.
async fn end(mut place: OwnedMutexGuard<Slot>, queued: Arc<AtomicUsize>, part: Part, told: Option<Told>) {
    let Some(batch) = place.open.as_mut() else { return };
    match (part, told) {
        (Part::Whole, None) => return place.roll_back().await,
        (Part::Savepoint, None) => batch.undo_savepoint().await,
        (Part::Nothing, _) => (),
        (_, Some(told)) => {
            if part == Part::Savepoint {
                batch.keep_savepoint().await;
            }
            batch.waits(told);
        }
    }
    if batch.has_failed() || batch.len() >= LARGEST_BATCH || queued.load(Ordering::SeqCst) == 0 {
        place.commit().await;
    }
}
