//! An agreed meeting is moved, or made longer, shorter or otherwise.

use chrono::{DateTime, Utc};
use entity::planned_meetings;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, prelude::Uuid};

use super::{
    NewPlan, PlanError, letters, passed_on,
    plan::{check_theirs, check_time, in_the_way},
    queries::coming,
};
use crate::{
    clock::local_date,
    course::{Mentoring, access::begin_to_meet, expectations, stand_in::mentor_on},
    database::Database,
    form::ChangedMeanwhile,
    record::{Change, Row},
};

/// Writes a meeting that is still to come anew, if it is as it was `seen` (its sequence), and tells both.
pub async fn change(
    db: &Database,
    now: DateTime<Utc>,
    by: impl Into<Mentoring<'_>>,
    ids: (Uuid, Uuid),
    (new, seen): (NewPlan, i32),
) -> Result<(), PlanError> {
    let by = by.into();
    let act = begin_to_meet(db, now, by, ids.0).await?;
    let meeting = coming(&act.tx, now, ids).await?;
    if meeting.sequence != seen {
        return Err(ChangedMeanwhile.into());
    }
    if new.changed(&meeting).is_empty() {
        return Ok(());
    }
    check_time(now, &new)?;
    for day in [meeting.starts_at, new.starts_at] {
        check_theirs(&act.tx, now, by, (&act.row, day)).await?;
    }
    if in_the_way(&act.tx, (ids.0, Some(meeting.id)), &new).await?.is_some() {
        return Err(PlanError::Overlaps);
    }
    let believed =
        meeting.moved_from.filter(|from| *from > now).map_or(meeting.starts_at, |from| from.min(meeting.starts_at));
    let days = [local_date(meeting.starts_at), local_date(new.starts_at)];
    let changed = planned_meetings::ActiveModel {
        id: Set(meeting.id),
        sequence: Set(meeting.sequence + 1),
        changed_at: Set(now),
        moved_from: Set(Some(believed)),
        ..new.columns()
    };
    let changed = changed.update(&act.tx).await?;
    letters::tell(&act.tx, now, &changed).await?;
    expectations::letters::ask_before(&act.tx, now, (ids.0, changed.starts_at)).await?;
    let [before, after] = days;
    if mentor_on(&act.tx, &act.row, before, local_date(now)).await?
        != mentor_on(&act.tx, &act.row, after, local_date(now)).await?
    {
        passed_on::tell_of_a_move(&act.tx, now, &changed).await?;
    }
    let change =
        Change { details: Some(serde_json::json!({ "planned_on": days })), ..by.change(ids.0, "meeting_moved") };
    act.finish(now, change).await
}
