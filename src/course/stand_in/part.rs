//! What part somebody has in a course that they may open.

use chrono::NaiveDate;
use entity::{Course, Meeting, StandIn};
use sea_orm::{ConnectionTrait, DbErr};

use super::periods_of;
use crate::{clock::local_date, course::Mentoring};

/// The part of whoever opens a course.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// Staff and the mentor of the course.
    Decides,
    /// Whoever stands in, with the periods by which they may open it.
    StandsIn(Vec<StandIn>),
}

impl Part {
    /// Of somebody who may open the course.
    pub async fn of(
        db: &impl ConnectionTrait,
        today: NaiveDate,
        by: Mentoring<'_>,
        course: &Course,
    ) -> Result<Self, DbErr> {
        let Some(mentor) = by.mentor_id().filter(|own| !by.is_staff() && *own != course.mentor_id) else {
            return Ok(Self::Decides);
        };
        let mut periods = periods_of(db, today, mentor).await?;
        periods.retain(|period| period.course_id == course.id);
        Ok(Self::StandsIn(periods))
    }

    pub fn decides(&self) -> bool {
        *self == Self::Decides
    }

    /// Whether the meetings of a day are theirs to agree and to log.
    pub fn meets_on(&self, day: NaiveDate) -> bool {
        match self {
            Self::Decides => true,
            Self::StandsIn(periods) => periods.iter().any(|period| period.covers(day)),
        }
    }

    /// Whether they may read what was written on a day: not what was written before their first day.
    pub fn reads_of(&self, day: NaiveDate) -> bool {
        match self {
            Self::Decides => true,
            Self::StandsIn(periods) => periods.iter().any(|period| period.from_on <= day),
        }
    }

    /// Whether they may read what was written of a meeting: also earlier what they wrote themselves.
    pub fn reads_note_of(&self, meeting: &Meeting, by: Mentoring<'_>) -> bool {
        let is_new = self.reads_of(meeting.held_on) && self.reads_of(local_date(meeting.logged_at));
        is_new || by.has_logged(meeting)
    }
}

/// Whether a meeting of this day is theirs to agree and to log, in a course that they may open.
pub async fn meets_on(
    db: &impl ConnectionTrait,
    today: NaiveDate,
    by: Mentoring<'_>,
    (course, day): (&Course, NaiveDate),
) -> Result<bool, DbErr> {
    Ok(Part::of(db, today, by, course).await?.meets_on(day))
}
