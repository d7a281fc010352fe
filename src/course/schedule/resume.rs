//! A paused course goes on.

use chrono::{DateTime, Days, Utc};
use entity::course_pauses;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, EntityTrait, IntoActiveModel, QueryFilter,
    prelude::Uuid,
};

use crate::{
    clock::local_date,
    course::{
        access::{NotRunning, begin_running},
        letters,
    },
    database::Database,
    message,
    record::Change,
    viewer::Viewer,
};

/// Ends the pause that goes on, if there is one: today the course runs again. A pause of the same day never was.
pub async fn resume(db: &Database, now: DateTime<Utc>, viewer: &Viewer, course_id: Uuid) -> Result<(), NotRunning> {
    let today = local_date(now);
    let act = begin_running(db, now, viewer, course_id).await?;
    let goes_on =
        Condition::any().add(course_pauses::Column::UntilOn.is_null()).add(course_pauses::Column::UntilOn.gte(today));
    let pause = course_pauses::Entity::find()
        .filter(course_pauses::Column::CourseId.eq(course_id))
        .filter(course_pauses::Column::FromOn.lte(today))
        .filter(goes_on)
        .one(&act.tx)
        .await?;
    let Some(pause) = pause else { return Ok(()) };
    if pause.from_on == today {
        course_pauses::Entity::delete_by_id(pause.id).exec(&act.tx).await?;
    } else {
        let mut row = pause.into_active_model();
        row.until_on = Set(Some(today - Days::new(1)));
        row.update(&act.tx).await?;
    }
    message::queue(&act.tx, now, letters::RESUMED, course_id, &now.timestamp_micros().to_string()).await?;
    act.finish(now, Change::of(viewer, "course", course_id, "resumed")).await
}
