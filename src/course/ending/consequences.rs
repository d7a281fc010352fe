//! What follows when a course ends: what its reason declares.

use chrono::NaiveDate;
use entity::{Course, courses::CourseClass, referrals::Reason};
use sea_orm::{ConnectionTrait, DbErr};
use serde::Deserialize;

use crate::reason::{Cause, Consequences, Declared, Onward, Span, consequences_of};

/// A completed course has reached what it was for.
const AFTER_COMPLETION: Consequences = Consequences { onward: Onward::Close, rest: Span::None, pause: Span::None };

/// A reason may be missing after the class was decided otherwise: somebody has to look at it.
const WITHOUT_A_REASON: Consequences = Consequences { onward: Onward::TalkFirst, ..AFTER_COMPLETION };

/// What follows a course of this class that ends now for this reason.
pub async fn consequences(
    db: &impl ConnectionTrait,
    class: CourseClass,
    reason: Option<Reason>,
) -> Result<Consequences, DbErr> {
    match reason {
        _ if class == CourseClass::Completed => Ok(AFTER_COMPLETION),
        Some(reason) => consequences_of(db, Cause::CourseEnded(reason)).await,
        None => Ok(WITHOUT_A_REASON),
    }
}

/// What followed a course that has ended, as it was declared then. One that was brought in from files has none.
pub fn followed(course: &Course) -> Option<Consequences> {
    Consequences::deserialize(course.followed.as_ref()?).ok()
}

/// What follows this reason now.
pub fn after(declared: &Declared, reason: Reason) -> Consequences {
    declared.of(Cause::CourseEnded(reason))
}

/// The first day on which a new attempt is to be made; none where nothing is to follow.
pub fn not_before(follows: Consequences, ended_on: NaiveDate) -> Option<NaiveDate> {
    follows.rest.over_on(ended_on).filter(|_| follows.onward != Onward::Close)
}
