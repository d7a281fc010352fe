//! Staff name somebody to stand in.

use chrono::{DateTime, Utc};
use entity::{Course, referrals};
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, prelude::Uuid};
use thiserror::Error;

use super::choices::{against, is_away};
use crate::{
    clock::local_date,
    config::Rules,
    course::{
        self, NotRunning,
        stand_in::{self, NewStandIn, StandInError},
    },
    database::Database,
    matching::{RuledOut, Wanted, ruled_out::stands_against},
    mentor::{self, WhyNot},
    viewer::Viewer,
};

#[derive(Debug, Error)]
pub enum NameError {
    #[error(transparent)]
    Refused(#[from] StandInError),
    /// The two may not be brought together, or the mentor is away too.
    #[error("{}", .0.key())]
    RuledOut(RuledOut),
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Names somebody for a running course, and tells everybody whom it concerns.
pub async fn name(
    db: &Database,
    now: DateTime<Utc>,
    rules: &Rules,
    viewer: &Viewer,
    (course_id, new): (Uuid, NewStandIn),
) -> Result<(), NameError> {
    let tx = db.begin().await?;
    let found = course::locked_for(&tx, local_date(now), viewer, course_id).await?;
    let course = found.ok_or(StandInError::NotFound)?;
    if course.ended_on.is_some() {
        return Err(StandInError::NotRunning(NotRunning::Ended).into());
    }
    // Whoever stands in is to meet the young person, and everybody is told of it: not while nobody may write to anybody.
    if course::is_stopped(&tx, &course).await? {
        return Err(StandInError::NotRunning(NotRunning::Stopped).into());
    }
    mentor::keep_from_leaving(&tx, new.mentor_id).await?;
    if new.mentor_id != course.mentor_id {
        check(&tx, now, rules, (&course, new)).await?;
    }
    stand_in::keep(&tx, now, viewer, &course, new).await?;
    Ok(tx.commit().await?)
}

/// By the rules that hold for a proposal, but for the seat: today, and for a break on every day of the period.
async fn check(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    rules: &Rules,
    (course, new): (&Course, NewStandIn),
) -> Result<(), NameError> {
    let referral = referrals::Entity::find_by_id(course.referral_id).one(tx).await?.ok_or(StandInError::NotFound)?;
    let wanted = Wanted::of_referral(tx, rules, &referral).await?;
    let mut found = mentor::facts_of(tx, &[new.mentor_id]).await?;
    let facts = found.remove(&new.mentor_id).ok_or(StandInError::NotFound)?;
    let all: Vec<RuledOut> = stands_against(&wanted, &facts, local_date(now)).collect();
    let away = is_away(&facts, new.from_on, new.until_on).then_some(RuledOut::Mentor(WhyNot::Paused));
    match against(&all).or(away) {
        Some(why) => Err(NameError::RuledOut(why)),
        None => Ok(()),
    }
}
