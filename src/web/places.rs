//! The places a server has for connections, and who gives way when all are taken.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;
use tokio::time::Instant;

use crate::{network::Network, web::server::Limits};

/// Stands for a connection whose request is being answered.
const BUSY: u64 = u64::MAX;

pub(super) struct Places {
    opened: Instant,
    limit: usize,
    limit_per_address: usize,
    free: Vec<Network>,
    taken: Arc<Mutex<Taken>>,
}

#[derive(Default)]
struct Taken {
    last: u64,
    seats: HashMap<u64, Arc<Seat>>,
    per_address: HashMap<Network, usize>,
}

struct Seat {
    network: Network,
    /// Microseconds from the opening of the server to the moment its last answer was ready, or [`BUSY`].
    waiting_since: AtomicU64,
    give_up: Notify,
}

impl Places {
    pub(super) fn new(limits: &Limits) -> Self {
        Self {
            opened: Instant::now(),
            limit: limits.connections,
            limit_per_address: limits.connections_per_address,
            free: limits.free.clone(),
            taken: Arc::default(),
        }
    }

    /// A place for a connection from `address`, or none when it has too many or nobody can give way.
    pub(super) fn take(&self, address: IpAddr) -> Option<Place> {
        let free = self.free.iter().any(|free| free.contains(address));
        let network = Network::of(address);
        let mut taken = lock(&self.taken);
        let count = taken.per_address.get(&network).copied().unwrap_or(0);
        if !free && count >= self.limit_per_address {
            return None;
        }
        if taken.seats.len() >= self.limit && !taken.show_one_out() {
            return None;
        }
        let seat = Seat { network, waiting_since: AtomicU64::new(self.now()), give_up: Notify::new() };
        let (seat, number) = taken.sit(seat);
        Some(Place { opened: self.opened, seat, number, taken: self.taken.clone() })
    }

    fn now(&self) -> u64 {
        micros_since(self.opened)
    }
}

impl Taken {
    fn sit(&mut self, seat: Seat) -> (Arc<Seat>, u64) {
        self.last += 1;
        *self.per_address.entry(seat.network).or_default() += 1;
        let seat = Arc::new(seat);
        self.seats.insert(self.last, seat.clone());
        (seat, self.last)
    }

    fn leave(&mut self, number: u64) {
        let Some(seat) = self.seats.remove(&number) else {
            return;
        };
        if let Some(count) = self.per_address.get_mut(&seat.network) {
            *count -= 1;
            if *count == 0 {
                self.per_address.remove(&seat.network);
            }
        }
    }

    /// Asks the connection that has waited longest for its next request to go.
    fn show_one_out(&mut self) -> bool {
        let since = |seat: &Arc<Seat>| seat.waiting_since.load(Ordering::Relaxed);
        let longest = self.seats.iter().min_by_key(|(_, seat)| since(seat));
        let Some((number, seat)) = longest.filter(|(_, seat)| since(seat) != BUSY) else {
            return false;
        };
        let number = *number;
        seat.give_up.notify_one();
        self.leave(number);
        true
    }
}

/// One connection's place; dropping it frees it.
pub(super) struct Place {
    opened: Instant,
    seat: Arc<Seat>,
    number: u64,
    taken: Arc<Mutex<Taken>>,
}

impl Place {
    /// A request is being answered: this connection does not give way.
    pub(super) fn busy(&self) {
        self.seat.waiting_since.store(BUSY, Ordering::Relaxed);
    }

    /// The answer is ready: from now on this connection waits for its next request.
    pub(super) fn waiting(&self) {
        self.seat.waiting_since.store(micros_since(self.opened), Ordering::Relaxed);
    }

    /// Completes when this place was given to somebody else.
    pub(super) async fn given_up(&self) {
        self.seat.give_up.notified().await;
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        lock(&self.taken).leave(self.number);
    }
}

/// The counters stay right when a holder of the lock panicked: each change is complete in itself.
fn lock(taken: &Mutex<Taken>) -> MutexGuard<'_, Taken> {
    taken.lock().unwrap_or_else(PoisonError::into_inner)
}

fn micros_since(opened: Instant) -> u64 {
    u64::try_from(opened.elapsed().as_micros()).unwrap_or(BUSY - 1)
}
