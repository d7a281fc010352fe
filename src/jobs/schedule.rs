//! When a job is due: once a day at a time of Denmark, or again and again. Nothing else, so that whoever reads the table of
//! jobs knows it.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};

use crate::clock::{first_instant_of, local_date};

/// The most missed times that a job makes up for, the newest ones.
pub const MOST_MISSED: usize = 400;

/// When a job is due.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Schedule {
    /// At this minute of each day in Denmark, however long the day is: named by its date, so that there is one of each.
    Daily(NaiveTime),
    /// After this time, counted in UTC: a clock that is changed neither doubles one nor leaves one out.
    Every(TimeDelta),
}

/// What is done about the times that nobody was there for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum CatchUp {
    /// The newest is done, and stands for all.
    Latest,
    /// Each is done, the oldest first, as of its own time; at most [`MOST_MISSED`].
    Each,
    /// The newest is done unless it is older than this: it would be of no use any more.
    Skip(TimeDelta),
}

/// One time at which a job is due.
#[derive(Clone, Debug, PartialEq)]
pub struct Due {
    /// Its name, which no other time of the job has.
    pub key: String,
    pub at: DateTime<Utc>,
}

impl Schedule {
    /// How much time lies between two, on an ordinary day.
    pub fn period(self) -> TimeDelta {
        match self {
            Self::Daily(_) => TimeDelta::days(1),
            Self::Every(period) => period,
        }
    }

    /// The newest time that is not after this instant.
    pub fn latest(self, now: DateTime<Utc>) -> Due {
        match self {
            Self::Daily(time) => {
                let today = local_date(now);
                let due = of_day(today, time);
                if due.at <= now { due } else { of_day(today - Days::new(1), time) }
            }
            Self::Every(period) => of_instant(now, period),
        }
    }

    /// The first time after this one.
    pub fn after(self, due: &Due) -> Due {
        match self {
            Self::Daily(time) => of_day(local_date(due.at) + Days::new(1), time),
            Self::Every(period) => of_instant(due.at + period, period),
        }
    }

    /// The time so many before.
    fn before(self, due: &Due, count: usize) -> Due {
        let count = u32::try_from(count).unwrap_or_default();
        match self {
            Self::Daily(time) => of_day(local_date(due.at) - Days::new(count.into()), time),
            Self::Every(period) => of_instant(due.at - period * i32::try_from(count).unwrap_or_default(), period),
        }
    }

    /// What is to be done now when this was the last time that was taken up, and what of it first. A job that was never
    /// taken up begins with the newest.
    pub fn missed(self, catch_up: CatchUp, last: Option<DateTime<Utc>>, now: DateTime<Utc>) -> Option<Due> {
        let newest = self.latest(now);
        if last.is_some_and(|last| newest.at <= last) {
            return None;
        }
        match (catch_up, last) {
            (CatchUp::Skip(age), _) if now - newest.at > age => None,
            (CatchUp::Each, Some(last)) => {
                let first = self.after(&self.latest(last));
                let oldest = self.before(&newest, MOST_MISSED - 1);
                Some(if first.at < oldest.at { oldest } else { first })
            }
            _ => Some(newest),
        }
    }
}

fn of_day(day: NaiveDate, time: NaiveTime) -> Due {
    Due { key: day.to_string(), at: first_instant_of(day, time) }
}

/// The last whole multiple of the period since 1970.
fn of_instant(at: DateTime<Utc>, period: TimeDelta) -> Due {
    let period = period.num_seconds().max(1);
    let seconds = at.timestamp().div_euclid(period) * period;
    let at = DateTime::from_timestamp(seconds, 0).unwrap_or(at);
    Due { key: at.format("%Y-%m-%dT%H:%M:%SZ").to_string(), at }
}
