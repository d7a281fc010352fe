//! Leaving the scheme.

use chrono::{DateTime, Utc};
use entity::mentors;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, DbErr, prelude::Uuid};
use thiserror::Error;

use crate::{
    account::{self, people::DisableError},
    clock::local_date,
    database::Database,
    mentor::{
        changed,
        queries::{has_open_proposal, locked, running_courses, stood_in},
    },
    record::Change,
    viewer::Viewer,
    word::Worded,
};

/// Why a mentor leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeaveReason {
    NoTime,
    Moved,
    Health,
    NewJob,
    /// The scheme ended it.
    EndedByUs,
    Other,
}

impl Worded for LeaveReason {
    const KEY: &'static str = "mentor-left-reason";
    const TABLE: &'static [(Self, &'static str, &'static str)] = &[
        (Self::NoTime, "no-time", ""),
        (Self::Moved, "moved", ""),
        (Self::Health, "health", ""),
        (Self::NewJob, "new-job", ""),
        (Self::EndedByUs, "ended-by-us", ""),
        (Self::Other, "left-other", ""),
    ];
}

#[derive(Debug, Error)]
pub enum LeaveError {
    #[error("mentor-missing")]
    NotFound,
    #[error("mentor-leave-not-mentor")]
    NotMentor,
    /// Courses run, with these young people.
    #[error("mentor-leave-courses")]
    CoursesRun(Vec<String>),
    #[error("mentor-leave-proposal")]
    ProposalOpen,
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// A mentor is responsible for nothing, so nobody has to take over.
impl From<DisableError> for LeaveError {
    fn from(error: DisableError) -> Self {
        match error {
            DisableError::Db(error) => Self::Db(error),
            other => Self::Db(DbErr::Custom(other.to_string())),
        }
    }
}

/// Lets a mentor go who has no course and no open proposal; the mentor signs in no more.
pub async fn leave(
    db: &Database,
    now: DateTime<Utc>,
    by: &Viewer,
    mentor_id: Uuid,
    reason: LeaveReason,
    note: Option<String>,
) -> Result<Option<Uuid>, LeaveError> {
    let tx = db.begin().await?;
    let mentor = locked(&tx, mentor_id).await?.ok_or(LeaveError::NotFound)?;
    if mentor.approved_on.is_none() || mentor.left_on.is_some() {
        return Err(LeaveError::NotMentor);
    }
    let mut courses = running_courses(&tx, mentor_id).await?;
    courses.extend(stood_in(&tx, local_date(now), mentor_id).await?);
    if !courses.is_empty() {
        return Err(LeaveError::CoursesRun(courses.into_iter().map(|course| course.young_person).collect()));
    }
    if has_open_proposal(&tx, mentor_id).await? {
        return Err(LeaveError::ProposalOpen);
    }
    let left = mentors::ActiveModel {
        id: Set(mentor_id),
        left_on: Set(Some(local_date(now))),
        left_reason: Set(Some(reason.code().into_owned())),
        version: Set(mentor.version + 1),
        ..Default::default()
    };
    left.update(&tx).await?;
    if let Some(user_id) = mentor.user_id {
        account::people::disable_within(&tx, now, by, user_id, None).await?;
    }
    changed(&tx, mentor_id).await?;
    let change = Change { reason: note, ..Change::of(by, "mentor", mentor_id, "left") };
    change.write(&tx, now).await?;
    tx.commit().await?;
    Ok(mentor.user_id)
}
