//! The steps on the way to the goal: added, reached, removed.

use chrono::{DateTime, NaiveDate, Utc};
use entity::{Goal, goals};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder, prelude::Uuid,
};

use super::due_steps;
use crate::{
    clock::local_date,
    course::access::{Act, NotRunning, begin_running},
    database::{Database, Transaction},
    viewer::Viewer,
};

/// The steps of a course, in their order.
pub async fn of_course(db: &impl ConnectionTrait, course_id: Uuid) -> Result<Vec<Goal>, DbErr> {
    goals::Entity::find()
        .filter(goals::Column::CourseId.eq(course_id))
        .order_by_asc(goals::Column::Position)
        .order_by_asc(goals::Column::Id)
        .all(db)
        .await
}

/// Adds a step after the others, with the day by which the two want it. The same words twice are one step.
pub async fn add(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    course_id: Uuid,
    (text, due_on): (String, Option<NaiveDate>),
) -> Result<(), NotRunning> {
    let Act { tx, .. } = begin_running(db, now, viewer, course_id).await?;
    let known = of_course(&tx, course_id).await?;
    if known.iter().any(|goal| goal.text == text) {
        return Ok(());
    }
    let goal = goals::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(course_id),
        position: Set(known.last().map_or(1, |last| last.position + 1)),
        text: Set(text),
        reached_on: Set(None),
        set_on: Set(Some(local_date(now))),
        due_on: Set(due_on),
    };
    goal.insert(&tx).await?;
    Ok(tx.commit().await?)
}

/// Marks a step as reached today, or as not reached after all.
pub async fn set_reached(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    ids: (Uuid, Uuid),
    is_reached: bool,
) -> Result<(), NotRunning> {
    let (tx, goal) = found(db, now, viewer, ids).await?;
    if goal.reached_on.is_some() != is_reached {
        let mut row = goal.into_active_model();
        row.reached_on = Set(is_reached.then(|| local_date(now)));
        row.update(&tx).await?;
    }
    Ok(tx.commit().await?)
}

/// Marks the one step whose day has come as reached. False where there are several: then somebody says which.
pub async fn reach_due(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    course_id: Uuid,
) -> Result<bool, NotRunning> {
    let due = due_steps(db, &[course_id], local_date(now)).await?;
    let [goal] = &due[..] else { return Ok(false) };
    set_reached(db, now, viewer, (course_id, goal.id), true).await?;
    Ok(true)
}

/// Takes a step away that the two no longer go for.
pub async fn remove(db: &Database, now: DateTime<Utc>, viewer: &Viewer, ids: (Uuid, Uuid)) -> Result<(), NotRunning> {
    let (tx, goal) = found(db, now, viewer, ids).await?;
    goals::Entity::delete_by_id(goal.id).exec(&tx).await?;
    Ok(tx.commit().await?)
}

/// The step of a running course that the viewer may open.
async fn found(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    (course_id, goal_id): (Uuid, Uuid),
) -> Result<(Transaction, Goal), NotRunning> {
    let Act { tx, .. } = begin_running(db, now, viewer, course_id).await?;
    let goal = goals::Entity::find_by_id(goal_id).one(&tx).await?;
    Ok((tx, goal.filter(|goal| goal.course_id == course_id).ok_or(NotRunning::NotFound)?))
}
