//! Opens a matching meeting. Its first plan is made by [`super::solve`].

use chrono::{DateTime, Utc};
use entity::{MatchingMeeting, matching_meetings};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, DbErr, prelude::Uuid};

use crate::{database::Database, record::Change, viewer::Viewer};

/// Nothing is planned yet.
const NEVER: i32 = -1;

pub async fn open(db: &Database, now: DateTime<Utc>, viewer: &Viewer) -> Result<MatchingMeeting, DbErr> {
    let tx = db.begin().await?;
    let meeting = matching_meetings::ActiveModel {
        id: Set(Uuid::now_v7()),
        opened_at: Set(now),
        opened_by: Set(viewer.user_id),
        total: Set(0),
        version: Set(0),
        solved_version: Set(NEVER),
        weighed: Set(0),
        to_weigh: Set(0),
        ..Default::default()
    };
    let meeting = meeting.insert(&tx).await?;
    let change = Change::of(viewer, "matching_meeting", meeting.id, "opened");
    change.write(&tx, now).await?;
    tx.commit().await?;
    Ok(meeting)
}
