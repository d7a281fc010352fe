//! Staff declare what follows a reason, or leave it to the platform again.

use chrono::{DateTime, Utc};
use entity::reason_consequences::{ActiveModel, Column, Entity, Occasion, Onward};
use sea_orm::{ActiveValue::Set, ConnectionTrait, DbErr, EntityTrait, QuerySelect, sea_query::OnConflict};
use thiserror::Error;

use super::{Cause, Consequences, Span, queries::consequences_of};
use crate::{database::Database, form::ChangedMeanwhile, record::Change, viewer::Viewer};

#[derive(Debug, Error, PartialEq)]
pub enum DeclareError {
    /// A mentor's no never closes a referral: the young person has said nothing.
    #[error("reason-onward-missing")]
    NotOfThisOccasion,
    /// A young person who rests for good is a closed referral.
    #[error("reason-rest-missing")]
    EndlessRest,
    #[error(transparent)]
    Changed(#[from] ChangedMeanwhile),
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// What may become of the referral on this occasion.
pub fn possible_onwards(occasion: Occasion) -> &'static [Onward] {
    match occasion {
        Occasion::MentorDeclined => &[Onward::Queue, Onward::TalkFirst],
        Occasion::MenteeDeclined | Occasion::CourseEnded => &[Onward::Queue, Onward::TalkFirst, Onward::Close],
    }
}

/// Declares what follows from now on, if what was declared is `unchanged` since somebody looked. What has followed already stays as it is.
pub async fn declare(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    cause: Cause,
    new: Consequences,
    unchanged: impl FnOnce(Consequences) -> Result<(), ChangedMeanwhile>,
) -> Result<(), DeclareError> {
    if !possible_onwards(cause.occasion()).contains(&new.onward) {
        return Err(DeclareError::NotOfThisOccasion);
    }
    if cause.occasion() == Occasion::CourseEnded && new.rest == Span::Open {
        return Err(DeclareError::EndlessRest);
    }
    let tx = db.begin().await?;
    let before = locked(&tx, now, viewer, cause).await?;
    unchanged(before)?;
    if new == cause.default_consequences() {
        Entity::delete_by_id(cause.id()).exec(&tx).await?;
    } else {
        write(&tx, now, viewer, cause, new).await?;
    }
    if before != new {
        change(viewer, cause, "edited", before, new).write(&tx, now).await?;
    }
    Ok(tx.commit().await?)
}

/// Leaves what follows to the platform again.
pub async fn take_back(db: &Database, now: DateTime<Utc>, viewer: &Viewer, cause: Cause) -> Result<(), DbErr> {
    let tx = db.begin().await?;
    let before = consequences_of(&tx, cause).await?;
    let removed = Entity::delete_by_id(cause.id()).exec(&tx).await?;
    if removed.rows_affected > 0 {
        change(viewer, cause, "taken_back", before, cause.default_consequences()).write(&tx, now).await?;
    }
    tx.commit().await
}

/// What follows now. Whoever else declares waits, also where nobody has declared anything yet.
async fn locked(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    viewer: &Viewer,
    cause: Cause,
) -> Result<Consequences, DbErr> {
    let first = OnConflict::column(Column::Id).do_nothing().to_owned();
    let row = row(now, viewer, cause, cause.default_consequences());
    Entity::insert(row).on_conflict(first).exec_without_returning(tx).await?;
    let kept = Entity::find_by_id(cause.id()).lock_exclusive().one(tx).await?;
    Ok(kept.as_ref().map_or_else(|| cause.default_consequences(), Consequences::from))
}

async fn write(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    viewer: &Viewer,
    cause: Cause,
    new: Consequences,
) -> Result<(), DbErr> {
    let changed = [Column::Onward, Column::RestDays, Column::PauseDays, Column::ChangedBy, Column::ChangedAt];
    let again = OnConflict::column(Column::Id).update_columns(changed).to_owned();
    Entity::insert(row(now, viewer, cause, new)).on_conflict(again).exec_without_returning(tx).await?;
    Ok(())
}

fn row(now: DateTime<Utc>, viewer: &Viewer, cause: Cause, new: Consequences) -> ActiveModel {
    ActiveModel {
        id: Set(cause.id()),
        occasion: Set(cause.occasion()),
        reason: Set(cause.word()),
        onward: Set(new.onward),
        rest_days: Set(new.rest.days()),
        pause_days: Set(new.pause.days()),
        changed_by: Set(viewer.user_id),
        changed_at: Set(now),
    }
}

fn change(viewer: &Viewer, cause: Cause, action: &'static str, before: Consequences, after: Consequences) -> Change {
    Change {
        subject: "reason",
        subject_id: cause.id(),
        action,
        by: Some(viewer.user_id),
        details: Some(serde_json::json!({ "reason": cause.code(), "before": before, "after": after })),
        ..Default::default()
    }
}
