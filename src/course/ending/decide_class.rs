//! Staff decide how an ended course counts, against the rule or with it again.

use chrono::{DateTime, NaiveDate, Utc};
use entity::{Course, courses::CourseClass, referrals::Reason};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait, DbErr, IntoActiveModel, prelude::Uuid};
use thiserror::Error;

use super::{checks::held, past};
use crate::{
    clock::local_date,
    course::{ClassEvidence, access::begin, meeting},
    database::Database,
    form::ChangedMeanwhile,
    record::Change,
    viewer::Viewer,
};

#[derive(Debug, Error, PartialEq)]
pub enum DecideClassError {
    #[error("course-gone")]
    NotFound,
    /// A running course has no class.
    #[error("course-still-running")]
    StillRunning,
    #[error("course-override-reason-missing")]
    ReasonMissing,
    /// What was not completed has a reason why.
    #[error("course-end-reason-missing")]
    EndReasonMissing,
    /// Both at once; each is said beside its field.
    #[error("course-end-reason-missing")]
    BothReasonsMissing,
    #[error(transparent)]
    Changed(#[from] ChangedMeanwhile),
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// How staff want a course to count.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Decision {
    /// None gives the word back to the rule.
    pub class: Option<CourseClass>,
    pub reason: Option<String>,
    /// Why the course was not completed.
    pub end_reason: Option<Reason>,
}

/// Writes the decision beside the rule and its evidence, which stay, if the decision before it is `unchanged` since
/// somebody looked.
pub async fn decide_class(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    course_id: Uuid,
    decision: Decision,
    unchanged: impl FnOnce(&Course) -> Result<(), ChangedMeanwhile>,
) -> Result<(), DecideClassError> {
    let act = begin(db, now, viewer, course_id).await?.ok_or(DecideClassError::NotFound)?;
    let (tx, course) = (&act.tx, &act.row);
    unchanged(course)?;
    let meetings = meeting::of_course(tx, course_id).await?;
    let before = ClassEvidence::of(course, held(&meetings)).ok_or(DecideClassError::StillRunning)?;
    let wanted = decision.class.filter(|class| *class != before.rule_class);
    let class = wanted.unwrap_or(before.rule_class);
    let end_reason = decision.end_reason.or(course.interruption_reason).filter(|_| class != CourseClass::Completed);
    let is_unexplained = wanted.is_some() && decision.reason.is_none();
    let is_without_reason = class != CourseClass::Completed && end_reason.is_none();
    match (is_unexplained, is_without_reason) {
        (true, true) => return Err(DecideClassError::BothReasonsMissing),
        (true, false) => return Err(DecideClassError::ReasonMissing),
        (false, true) => return Err(DecideClassError::EndReasonMissing),
        (false, false) => {}
    }
    let reason = decision.reason.clone().filter(|_| wanted.is_some());
    let today = local_date(now);
    past::keep(tx, course, today).await?;
    write_down(tx, today, course.clone(), wanted, (reason, end_reason)).await?;
    let change = Change {
        reason: decision.reason,
        details: Some(serde_json::json!({ "class": [before.class(), class], "rule_class": before.rule_class })),
        ..Change::of(viewer, "course", course_id, "class_decided")
    };
    act.finish(now, change).await
}

async fn write_down(
    tx: &impl ConnectionTrait,
    today: NaiveDate,
    course: Course,
    class: Option<CourseClass>,
    (reason, end_reason): (Option<String>, Option<Reason>),
) -> Result<(), DbErr> {
    let version = course.version;
    let mut row = course.into_active_model();
    row.class_override = Set(class);
    row.override_reason = Set(reason);
    row.interruption_reason = Set(end_reason);
    row.ending_known_on = Set(Some(today));
    row.version = Set(version + 1);
    row.update(tx).await?;
    Ok(())
}
