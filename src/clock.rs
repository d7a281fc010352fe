//! The only place that knows what time it is.

use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, Duration, NaiveDate, NaiveDateTime, NaiveTime, SubsecRound, TimeZone, Utc};
use chrono_tz::Europe::Copenhagen;

/// No jump of a clock is longer.
const MINUTES_OF_A_DAY: i64 = 24 * 60;

/// Where "now" and "today" come from. Deadlines are calendar dates in Denmark.
#[derive(Clone)]
pub struct Clock(Option<Arc<Mutex<DateTime<Utc>>>>);

impl Clock {
    /// The computer's clock.
    pub fn system() -> Self {
        Self(None)
    }

    /// A clock that stands still until it is moved.
    pub fn standing_at(now: DateTime<Utc>) -> Self {
        Self(Some(Arc::new(Mutex::new(now))))
    }

    /// Moves a standing clock; the computer's clock stays as it is.
    pub fn advance(&self, by: Duration) {
        if let Some(standing) = &self.0 {
            *standing.lock().unwrap_or_else(PoisonError::into_inner) += by;
        }
    }

    /// To the microsecond, as PostgreSQL keeps it: rows sort in the same order in either database.
    pub fn now(&self) -> DateTime<Utc> {
        match &self.0 {
            Some(standing) => *standing.lock().unwrap_or_else(PoisonError::into_inner),
            #[expect(clippy::disallowed_methods, reason = "the one door through which time comes in")]
            None => Utc::now().trunc_subsecs(6),
        }
    }

    /// Today's date in Denmark.
    pub fn today(&self) -> NaiveDate {
        local_date(self.now())
    }
}

/// The date in Denmark at an instant.
pub fn local_date(at: DateTime<Utc>) -> NaiveDate {
    at.with_timezone(&Copenhagen).date_naive()
}

/// What a clock in Denmark shows at an instant.
pub fn local_moment(at: DateTime<Utc>) -> NaiveDateTime {
    at.with_timezone(&Copenhagen).naive_local()
}

/// The instant at which a clock in Denmark shows this: nothing for an hour that is left out in spring, the first of one that
/// comes twice in autumn.
pub fn instant_of(day: NaiveDate, hour: NaiveTime) -> Option<DateTime<Utc>> {
    Copenhagen.from_local_datetime(&day.and_time(hour)).earliest().map(|at| at.to_utc())
}

/// The instant at which a date begins in Denmark. No clock change happens at midnight there.
pub fn begin_of(day: NaiveDate) -> DateTime<Utc> {
    let midnight = day.and_time(NaiveTime::MIN);
    Copenhagen.from_local_datetime(&midnight).earliest().map_or(midnight.and_utc(), |begun| begun.to_utc())
}

/// The first instant at which a clock in Denmark shows this minute of a day, or, when it jumps over that minute, the first
/// after the jump.
pub fn first_instant_of(day: NaiveDate, time: NaiveTime) -> DateTime<Utc> {
    let wanted = day.and_time(time);
    let shown = |minutes| Copenhagen.from_local_datetime(&(wanted + Duration::minutes(minutes))).earliest();
    (0..=MINUTES_OF_A_DAY).find_map(shown).map_or_else(|| wanted.and_utc(), |at| at.to_utc())
}
