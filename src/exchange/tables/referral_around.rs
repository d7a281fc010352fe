//! What the row of a referral is told of by other tables.

use chrono::NaiveDate;
use entity::YoungPerson;

use crate::industry::IndustryCode;

/// What the row of a referral takes from other tables.
pub struct Around {
    pub partner: String,
    pub housing_area: String,
    pub young_person: YoungPerson,
    pub industry_codes: Vec<IndustryCode>,
    /// The day of the consent, and whether it was withdrawn.
    pub consent: Option<(NaiveDate, bool)>,
    pub courses: Courses,
}

/// Which courses a referral has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Courses {
    None,
    /// The last one ended on this day.
    Ended(NaiveDate),
    OneRuns,
}

impl Courses {
    /// From the ends of the courses of a referral.
    pub fn of(ends: &[Option<NaiveDate>]) -> Self {
        let all_ended: Option<Vec<NaiveDate>> = ends.iter().copied().collect();
        match all_ended.map(|ends| ends.into_iter().max()) {
            None => Self::OneRuns,
            Some(None) => Self::None,
            Some(Some(last)) => Self::Ended(last),
        }
    }
}
