//! A course begins: both sides have said yes.

use chrono::{DateTime, Months, NaiveDate, Utc};
use entity::{Course, courses, referrals};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ConnectionTrait, DbErr, EntityTrait, QuerySelect, SqlErr, prelude::Uuid,
};
use thiserror::Error;

use super::{expectations, letters};
use crate::{
    clock::local_date,
    config::Rules,
    duty::{self, Thing},
    message,
    record::Change,
    referral,
};

/// A course is planned to last so many calendar months, at least and at most.
pub const SHORTEST_MONTHS: u32 = 3;
pub const LONGEST_MONTHS: u32 = 6;

/// What a course begins with.
#[derive(Clone, Debug)]
pub struct NewCourse {
    pub referral_id: Uuid,
    pub mentor_id: Uuid,
    pub proposal_id: Option<Uuid>,
    /// A held seat of this mentor; the course keeps it until it ends.
    pub seat_hold_id: Uuid,
    pub matched_on: NaiveDate,
    /// The scheme's usual length when nothing else is agreed.
    pub planned_end_on: Option<NaiveDate>,
    /// Who made it begin; nobody when the platform did.
    pub by: Option<Uuid>,
}

#[derive(Debug, Error, PartialEq)]
pub enum BeginError {
    /// One young person is in one course at a time.
    #[error("course-already-running")]
    AlreadyRunning,
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Begins a course in the transaction of whoever matched the two. It follows the last course of the same referral, if
/// there was one, as its rematch.
pub async fn begin(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    rules: &Rules,
    new: NewCourse,
) -> Result<Course, BeginError> {
    let before = last_of_locked_referral(tx, new.referral_id).await?;
    if before.as_ref().is_some_and(|course| course.ended_on.is_none()) {
        return Err(BeginError::AlreadyRunning);
    }
    let id = Uuid::now_v7();
    let course = courses::ActiveModel {
        id: Set(id),
        reference: Set(id.simple().to_string()),
        referral_id: Set(new.referral_id),
        mentor_id: Set(new.mentor_id),
        proposal_id: Set(new.proposal_id),
        rematch_of: Set(before.map(|course| course.id)),
        seat_hold_id: Set(Some(new.seat_hold_id)),
        matched_on: Set(new.matched_on),
        planned_end_on: Set(new.planned_end_on.unwrap_or(usual_end(new.matched_on, rules))),
        version: Set(0),
        ..Default::default()
    };
    let course = course.insert(tx).await.map_err(lost_the_race)?;
    referral::leave_queue(tx, new.referral_id).await?;
    duty::follow(tx, local_date(now), (Thing::Course, id), new.referral_id).await?;
    let change = Change { subject: "course", subject_id: id, action: "begun", by: new.by, ..Default::default() };
    change.write(tx, now).await?;
    message::queue(tx, now, letters::BEGUN_MENTEE, id, "").await?;
    expectations::letters::ask(tx, now, id).await?;
    Ok(course)
}

/// The planned end when nothing else is agreed: so many calendar months after the match.
pub fn usual_end(matched_on: NaiveDate, rules: &Rules) -> NaiveDate {
    matched_on + Months::new(rules.course_months.clamp(SHORTEST_MONTHS, LONGEST_MONTHS))
}

async fn last_of_locked_referral(tx: &impl ConnectionTrait, referral_id: Uuid) -> Result<Option<Course>, DbErr> {
    referrals::Entity::find_by_id(referral_id).lock_exclusive().one(tx).await?;
    courses::of_referral(referral_id).one(tx).await
}

/// The database refuses a second running course of one referral, whatever was checked before.
fn lost_the_race(error: DbErr) -> BeginError {
    match error.sql_err() {
        Some(SqlErr::UniqueConstraintViolation(_)) => BeginError::AlreadyRunning,
        _ => BeginError::Db(error),
    }
}
