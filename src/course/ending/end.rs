//! A course ends: its class, why, and what follows, in one transaction.

use chrono::{DateTime, NaiveDate, Utc};
use entity::{Course, OnwardPlan, courses::CourseClass, referrals::Reason};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait, DbErr, IntoActiveModel, prelude::Uuid};

use super::{
    checks::{EndError, Ending, check},
    consequences::{consequences, not_before},
};
use crate::{
    clock::local_date,
    course::{
        ClassEvidence,
        access::{Act, begin_running, running_for},
        letters, meeting, onward, planned,
    },
    database::Database,
    form::ChangedMeanwhile,
    mentor, message, reason,
    reason::{Consequences, Onward},
    record::Change,
    referral,
    viewer::Viewer,
};

/// What an ending would mean, before anybody confirms it.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    pub evidence: ClassEvidence,
    pub follows: Consequences,
}

/// Reads what this ending would mean; changes nothing.
pub async fn preview(
    db: &impl ConnectionTrait,
    today: NaiveDate,
    viewer: &Viewer,
    course_id: Uuid,
    ending: &Ending,
) -> Result<Preview, EndError> {
    let course = running_for(db, today, viewer, course_id).await?;
    let meetings = meeting::of_course(db, course_id).await?;
    let evidence = check(&course, &meetings, ending, today)?;
    let follows = consequences(db, &course, (evidence.class(), ending.reason)).await?;
    Ok(Preview { follows, evidence })
}

/// Ends a running course, if what stands of the time after it is as it was seen; frees its seat and carries out what follows.
pub async fn end(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    course_id: Uuid,
    (ending, unchanged): (Ending, impl FnOnce(&Course, Option<&OnwardPlan>) -> Result<(), ChangedMeanwhile>),
) -> Result<CourseClass, EndError> {
    let today = local_date(now);
    let Act { tx, row: course, .. } = begin_running(db, now, viewer, course_id).await?;
    let said = onward::of_course(&tx, course_id).await?;
    unchanged(&course, said.as_ref())?;
    let meetings = meeting::of_course(&tx, course_id).await?;
    let evidence = check(&course, &meetings, &ending, today)?;
    let class = evidence.class();
    let reason = ending.reason.filter(|_| class != CourseClass::Completed);
    let follows = consequences(&tx, &course, (class, reason)).await?;
    write_down(&tx, today, &course, (&ending, &evidence), (reason, follows)).await?;
    if let Some(hold) = course.seat_hold_id {
        mentor::seats::free(&tx, hold).await?;
    }
    planned::cancel_coming(&tx, now, viewer, course_id).await?;
    carry_out(&tx, now, viewer, &course, (follows, ending.ended_on)).await?;
    onward_told(&tx, now, viewer, (&course, &ending, said)).await?;
    if let Some(way) = ending.second_route {
        referral::ways::add_of(&tx, today, course.referral_id, way).await?;
    }
    change(viewer, course_id, reason, &evidence).write(&tx, now).await?;
    let dedup = ending.ended_on.to_string();
    for kind in [letters::ENDED_MENTOR, letters::ENDED_MENTEE, letters::ENDED_REFERRER] {
        message::queue(&tx, now, kind, course_id, &dedup).await?;
    }
    tx.commit().await?;
    Ok(class)
}

/// What the ending says of the last meetings and of the time after them is kept where it says something new.
async fn onward_told(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    viewer: &Viewer,
    (course, ending, said): (&Course, &Ending, Option<OnwardPlan>),
) -> Result<(), DbErr> {
    let before = said.and_then(|said| said.step_down);
    let step_down = ending.standing(ending.step_down.as_ref(), before.as_ref());
    let onward = ending.standing(ending.onward_plan.as_ref(), course.onward_plan.as_ref());
    if onward == course.onward_plan && step_down == before {
        return Ok(());
    }
    // What comes after is told with how the last meetings are spaced, never without; what stood before is told once by pages.
    match onward {
        Some(onward) => onward::keep(tx, now, (course.id, Some(viewer)), (step_down, Some(onward))).await,
        None => Ok(()),
    }
}

async fn write_down(
    tx: &impl ConnectionTrait,
    today: NaiveDate,
    course: &Course,
    (ending, evidence): (&Ending, &ClassEvidence),
    (reason, follows): (Option<Reason>, Consequences),
) -> Result<(), DbErr> {
    let mut row = course.clone().into_active_model();
    row.seat_hold_id = Set(None);
    row.ended_on = Set(Some(ending.ended_on));
    row.ended_by = Set(Some(ending.ended_by));
    row.interruption_reason = Set(reason);
    row.onward_plan = Set(ending.standing(ending.onward_plan.as_ref(), course.onward_plan.as_ref()));
    row.ending_note = Set(ending.ending_note.clone());
    row.class_override = Set(evidence.override_class);
    row.override_reason = Set(evidence.override_reason.clone());
    row.followed = Set(Some(serde_json::json!(follows)));
    row.ending_known_on = Set(Some(today));
    row.version = Set(course.version + 1);
    row.update(tx).await?;
    Ok(())
}

async fn carry_out(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    viewer: &Viewer,
    course: &Course,
    (follows, ended_on): (Consequences, NaiveDate),
) -> Result<(), DbErr> {
    let (today, referral_id) = (local_date(now), course.referral_id);
    match follows.onward {
        Onward::Queue => referral::requeue(tx, referral_id, today).await?,
        Onward::Close => referral::close_finished(tx, referral_id, today).await?,
        Onward::TalkFirst => referral::ask_for_talk(tx, referral_id, today).await?,
    }
    if let Some(day) = not_before(follows, ended_on) {
        referral::let_rest(tx, referral_id, day).await?;
    }
    reason::pause_mentor(tx, now, (Some(viewer.user_id), None), course.mentor_id, follows).await
}

fn change(viewer: &Viewer, course_id: Uuid, reason: Option<Reason>, evidence: &ClassEvidence) -> Change {
    Change {
        reason: evidence.override_reason.clone(),
        details: Some(serde_json::json!({
            "ended_on": evidence.ended_on,
            "held": evidence.held,
            "planned_end_on": evidence.planned_end_on,
            "rule_class": evidence.rule_class,
            "class": evidence.class(),
            "reason": reason,
        })),
        ..Change::of(viewer, "course", course_id, "ended")
    }
}
