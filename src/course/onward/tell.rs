//! Somebody says how a course is stepped down and what comes after: the mentor by a link or on the page, or staff.

use chrono::{DateTime, Utc};
use entity::{Course, OnwardPlan, courses, links::LinkPurpose, onward_plans};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait, DbErr, EntityTrait, QuerySelect, prelude::Uuid};

use super::of_course;
use crate::{
    account::link,
    clock::local_date,
    course::access::{NotRunning, begin, begin_running, is_open_by_link},
    database::Database,
    form::ChangedMeanwhile,
    record::Change,
    viewer::Viewer,
};

/// The plan as it was told.
#[derive(Clone, Debug, PartialEq)]
pub struct NewPlan {
    /// How the last meetings are spaced.
    pub step_down: Option<String>,
    /// What happens afterwards: whom the young person turns to, and the next step.
    pub onward: String,
}

#[derive(Debug, thiserror::Error)]
pub enum TellError {
    #[error(transparent)]
    Course(#[from] NotRunning),
    #[error(transparent)]
    Changed(#[from] ChangedMeanwhile),
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Writes down the plan, if what stands is as it was seen: the mentor while the course runs, staff also once it has ended.
pub async fn tell(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    course_id: Uuid,
    (new, unchanged): (NewPlan, impl FnOnce(&Course, Option<&OnwardPlan>) -> Result<(), ChangedMeanwhile>),
) -> Result<(), TellError> {
    let act = match viewer.is_staff() {
        true => begin(db, now, viewer, course_id).await?.ok_or(NotRunning::NotFound)?,
        false => begin_running(db, now, viewer, course_id).await?,
    };
    unchanged(&act.row, of_course(&act.tx, course_id).await?.as_ref())?;
    save(&act.tx, now, (&act.row, Some(viewer)), new).await?;
    act.finish::<DbErr>(now, Change::of(viewer, "course", course_id, "onward_told")).await?;
    Ok(())
}

/// The same for the mentor who has this link. Returns false when nothing was taken: it is spent, or of no use any more.
pub(super) async fn tell_by_link(
    db: &Database,
    now: DateTime<Utc>,
    token: &str,
    (new, unchanged): (NewPlan, impl FnOnce(&Course, Option<&OnwardPlan>) -> Result<(), ChangedMeanwhile>),
) -> Result<bool, TellError> {
    let tx = db.begin().await?;
    let Some(id) = link::spend(&tx, now, LinkPurpose::Onward, token).await? else { return Ok(false) };
    let course = courses::Entity::find_by_id(id).lock_exclusive().one(&tx).await?;
    let Some(course) = course else { return Ok(false) };
    if !is_open_by_link(&tx, &course).await? {
        return Ok(false);
    }
    unchanged(&course, of_course(&tx, id).await?.as_ref())?;
    save(&tx, now, (&course, None), new).await?;
    let change = Change { subject: "course", subject_id: id, action: "onward_told", ..Default::default() };
    let change = Change { on_behalf_of: Some("mentor"), ..change };
    change.write(&tx, now).await?;
    tx.commit().await?;
    Ok(true)
}

async fn save(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    (course, viewer): (&Course, Option<&Viewer>),
    new: NewPlan,
) -> Result<(), DbErr> {
    let row =
        courses::ActiveModel { id: Set(course.id), onward_plan: Set(Some(new.onward.clone())), ..Default::default() };
    row.update(tx).await?;
    keep(tx, now, (course.id, viewer), (new.step_down, Some(new.onward))).await
}

/// Keeps the plan as a dated fact; that it stands in the course is for the caller to see to.
pub async fn keep(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    (course_id, viewer): (Uuid, Option<&Viewer>),
    (step_down, onward): (Option<String>, Option<String>),
) -> Result<(), DbErr> {
    let row = onward_plans::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(course_id),
        step_down: Set(step_down),
        onward: Set(onward),
        none_because: Set(None),
        told_at: Set(now),
        told_on: Set(local_date(now)),
        told_by: Set(viewer.map(|viewer| viewer.user_id)),
        by_mentor: Set(viewer.is_none_or(|viewer| !viewer.is_staff())),
    };
    onward_plans::Entity::insert(row).exec_without_returning(tx).await.map(drop)
}
