//! A follow-up that reached nobody is closed: only after the contact protocol was followed.

use chrono::{DateTime, Utc};
use entity::{
    Course, FollowUpTry,
    contact_attempts::AttemptResult,
    follow_ups::{self, Side},
    mentors, referrals, young_people,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait, DbErr, EntityTrait, prelude::Uuid};
use thiserror::Error;

use super::{
    plan::keep,
    queries::tries_of,
    record_try::{held, is_open, told},
};
use crate::{
    clock::{local_date, local_moment},
    config::Rules,
    course::{Protocol, Tried, own_ways},
    database::Database,
    message,
    viewer::Viewer,
};

#[derive(Debug, Error, PartialEq)]
pub enum GiveUpError {
    #[error("course-gone")]
    NotFound,
    /// Somebody else has done it, or the course has ended.
    #[error("follow-up-closed")]
    Closed,
    #[error("not-reached-too-early")]
    ProtocolNotFollowed,
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// How far a side has been tried in vain, beside the ways of their own that are in use. What came back undelivered was no try.
pub async fn protocol(
    db: &impl ConnectionTrait,
    (side, course): (Side, &Course),
    tries: &[FollowUpTry],
) -> Result<Protocol, DbErr> {
    let is_in_vain = |one: &&FollowUpTry| !matches!(one.result, AttemptResult::Answered | AttemptResult::Bounced);
    let told = |one: &FollowUpTry| {
        let moment = local_moment(one.tried_at);
        Tried { on: moment.date(), at: Some(moment.time()), channel: one.channel }
    };
    let tries: Vec<Tried> = tries.iter().filter(is_in_vain).map(told).collect();
    Ok(Protocol::of(&tries, live_ways(db, side, course).await?))
}

/// Whether a phone and a mail address of theirs are in use; of a review, those of the young person.
async fn live_ways(db: &impl ConnectionTrait, side: Side, course: &Course) -> Result<(bool, bool), DbErr> {
    let (owner, phone, email) = if side == Side::Mentor {
        let mentor = mentors::Entity::find_by_id(course.mentor_id).one(db).await?;
        let Some(mentor) = mentor else { return Ok((false, false)) };
        (mentor.id, mentor.phone, Some(mentor.email))
    } else {
        let referral = referrals::Entity::find_by_id(course.referral_id).one(db).await?;
        let Some(referral) = referral else { return Ok((false, false)) };
        let person = young_people::Entity::find_by_id(referral.young_person_id).one(db).await?;
        let Some(person) = person else { return Ok((false, false)) };
        let (phone, email) = own_ways(&person);
        (person.id, phone.cloned(), email.cloned())
    };
    let dead = message::dead_values(db, owner).await?;
    let is_alive = |value: Option<String>| value.is_some_and(|value| !dead.contains(&value));
    Ok((is_alive(phone), is_alive(email)))
}

/// Closes a follow-up as not reached; the next one is planned.
pub async fn give_up(
    db: &Database,
    now: DateTime<Utc>,
    rules: &Rules,
    viewer: &Viewer,
    id: Uuid,
) -> Result<(), GiveUpError> {
    let (tx, follow_up, course) = held(db, id).await?.ok_or(GiveUpError::NotFound)?;
    if !is_open(&follow_up) || course.ended_on.is_some() {
        return Err(GiveUpError::Closed);
    }
    if !protocol(&tx, (follow_up.side, &course), &tries_of(&tx, id).await?).await?.is_followed() {
        return Err(GiveUpError::ProtocolNotFollowed);
    }
    let today = local_date(now);
    let given_up = follow_ups::ActiveModel { id: Set(id), not_reached_on: Set(Some(today)), ..Default::default() };
    given_up.update(&tx).await?;
    keep(&tx, rules, today, course.id).await?;
    told(viewer, &follow_up, "follow_up_given_up").write(&tx, now).await?;
    Ok(tx.commit().await?)
}
