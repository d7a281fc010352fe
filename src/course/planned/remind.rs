//! When the two are reminded of what they agreed.

use chrono::{DateTime, Days, Duration, NaiveTime, Utc};
use entity::PlannedMeeting;

use crate::clock::{instant_of, local_date};

/// School and work are over, and the evening is not yet.
const HOUR: u32 = 16;
/// What was agreed since is remembered.
const FRESH: Duration = Duration::hours(24);

/// The afternoon of the day before. Nothing when what is agreed was agreed, or changed, less than a day ahead or later than
/// that afternoon.
pub fn reminder_due(meeting: &PlannedMeeting) -> Option<DateTime<Utc>> {
    let hour = NaiveTime::from_hms_opt(HOUR, 0, 0)?;
    let due = instant_of(local_date(meeting.starts_at) - Days::new(1), hour)?;
    let is_old_enough = meeting.changed_at < due && meeting.changed_at + FRESH <= meeting.starts_at;
    is_old_enough.then_some(due)
}
