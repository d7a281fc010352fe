//! What a job by the clock has found, and since when it is due.

use chrono::NaiveDate;
use sea_orm::prelude::Uuid;

/// A thing about which somebody is to be written to. One thing may be found for several occasions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// As the job names it.
    pub id: Uuid,
    /// The referral, the course or the mentor that a file may have brought in.
    pub of: Uuid,
    /// The day on which the occasion came.
    pub on: NaiveDate,
}
