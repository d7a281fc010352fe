//! What follows when a course ends: what its reason declares.

use chrono::NaiveDate;
use entity::{Course, consents::ConsentPurpose, courses::CourseClass, referrals::Reason};
use sea_orm::{ConnectionTrait, DbErr};
use serde::Deserialize;

use crate::{
    reason::{Cause, Consequences, Declared, Onward, Span, consequences_of},
    referral,
};

/// A completed course has reached what it was for.
const AFTER_COMPLETION: Consequences = Consequences { onward: Onward::Close, rest: Span::None, pause: Span::None };

/// A reason may be missing after the class was decided otherwise: somebody has to look at it.
const WITHOUT_A_REASON: Consequences = Consequences { onward: Onward::TalkFirst, ..AFTER_COMPLETION };

/// What follows a course that ends now with this class and for this reason. No mentor is looked for once the young person
/// has said no to one, whatever the reason declares.
pub async fn consequences(
    db: &impl ConnectionTrait,
    course: &Course,
    (class, reason): (CourseClass, Option<Reason>),
) -> Result<Consequences, DbErr> {
    let follows = match reason {
        _ if class == CourseClass::Completed => AFTER_COMPLETION,
        Some(reason) => consequences_of(db, Cause::CourseEnded(reason)).await?,
        None => WITHOUT_A_REASON,
    };
    let says = referral::agreement(db, course.referral_id, ConsentPurpose::MentorCourse).await?;
    let onward = if says.is_no() { Onward::Close } else { follows.onward };
    Ok(Consequences { onward, ..follows })
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
