//! By whose clock a claim runs out. It says who is still there, and has nothing to do with what is due.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{ConnectionTrait, DbBackend, sea_query::SimpleExpr};

use crate::clock::Clock;

/// How long a claim holds unless it is renewed, which it is three times as often.
pub const LEASE: TimeDelta = TimeDelta::minutes(2);

/// A clock that all who claim agree on.
#[derive(Clone)]
pub enum LeaseClock {
    /// The database's own: clocks of machines differ, and two that differ by more than the lease would both have a claim.
    OfDatabase,
    /// That of the machine: the only one that has the file.
    OfMachine(Clock),
}

impl LeaseClock {
    pub fn of(db: &impl ConnectionTrait) -> Self {
        match db.get_database_backend() {
            DbBackend::Postgres => Self::OfDatabase,
            _ => Self::OfMachine(Clock::system()),
        }
    }

    pub(super) fn now(&self) -> SimpleExpr {
        self.after(TimeDelta::zero())
    }

    pub(super) fn until(&self) -> SimpleExpr {
        self.after(LEASE)
    }

    fn after(&self, time: TimeDelta) -> SimpleExpr {
        match self {
            Self::OfDatabase => Expr::cust(format!("now() + interval '{} seconds'", time.num_seconds())),
            Self::OfMachine(clock) => {
                let at: DateTime<Utc> = clock.now() + time;
                Expr::value(at)
            }
        }
    }
}
