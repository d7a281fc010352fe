//! From when until when somebody can stand in.

use chrono::NaiveDate;

use super::StandInError;

/// Whoever is away for longer than twelve weeks hands the course over.
pub const LONGEST_DAYS: i64 = 84;

/// Whether somebody can stand in from a day to a day, both included.
pub fn check_days(today: NaiveDate, from_on: NaiveDate, until_on: NaiveDate) -> Result<(), StandInError> {
    if from_on < today {
        return Err(StandInError::Past);
    }
    if until_on < from_on {
        return Err(StandInError::EndsFirst);
    }
    if (until_on - from_on).num_days() >= LONGEST_DAYS { Err(StandInError::TooLong) } else { Ok(()) }
}
