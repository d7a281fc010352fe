//! A paused course goes on.

use chrono::{DateTime, Days, Utc};
use entity::course_pauses;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, EntityTrait, IntoActiveModel, QueryFilter,
    prelude::Uuid,
};

use crate::{
    clock::local_date,
    course::access::{NotRunning, locked_running_for},
    database::Database,
    record::Change,
    viewer::Viewer,
};

/// Ends the pause that goes on, if there is one: today the course runs again. A pause of the same day never was.
pub async fn resume(db: &Database, viewer: &Viewer, now: DateTime<Utc>, course_id: Uuid) -> Result<(), NotRunning> {
    let tx = db.begin().await?;
    let today = local_date(now);
    locked_running_for(&tx, viewer, today, course_id).await?;
    let goes_on =
        Condition::any().add(course_pauses::Column::UntilOn.is_null()).add(course_pauses::Column::UntilOn.gte(today));
    let pause = course_pauses::Entity::find()
        .filter(course_pauses::Column::CourseId.eq(course_id))
        .filter(course_pauses::Column::FromOn.lte(today))
        .filter(goes_on)
        .one(&tx)
        .await?;
    let Some(pause) = pause else { return Ok(()) };
    if pause.from_on == today {
        course_pauses::Entity::delete_by_id(pause.id).exec(&tx).await?;
    } else {
        let mut row = pause.into_active_model();
        row.until_on = Set(Some(today - Days::new(1)));
        row.update(&tx).await?;
    }
    let by = Some(viewer.user_id);
    Change { subject: "course", subject_id: course_id, action: "resumed", by, ..Default::default() }
        .write(&tx, now)
        .await?;
    Ok(tx.commit().await?)
}
