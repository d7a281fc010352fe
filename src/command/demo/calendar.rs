//! The demo's calendar: that of the pilot, moved so that the day its figures were made is today.

use chrono::{DateTime, Duration, NaiveDate, Utc};

use crate::clock::begin_of;

/// When on a day something is done.
const IN_THE_FORENOON: Duration = Duration::hours(10);

pub struct Calendar {
    pub now: DateTime<Utc>,
    pub moved: Duration,
}

impl Calendar {
    /// The day of the demo for one of the files.
    pub fn day(&self, written: NaiveDate) -> NaiveDate {
        written + self.moved
    }

    /// When something was done on a day of the files; never after now.
    pub fn at(&self, written: NaiveDate) -> DateTime<Utc> {
        (begin_of(self.day(written)) + IN_THE_FORENOON).min(self.now)
    }

    pub fn days_ago(&self, days: i64) -> DateTime<Utc> {
        self.now - Duration::days(days)
    }
}
