//! An activity is written down for everybody who took part.

use chrono::{DateTime, NaiveDate, Utc};
use entity::mentor_activities::{ActiveModel, ActivityKind, Column, Entity};
use sea_orm::{ActiveValue::Set, DbErr, EntityTrait, prelude::Uuid, sea_query::OnConflict};
use thiserror::Error;

use super::queries::called;
use crate::{database::Database, record::Change, viewer::Viewer, word::Worded};

/// What took place.
#[derive(Clone, Debug, PartialEq)]
pub struct NewActivity {
    pub kind: ActivityKind,
    pub held_on: NaiveDate,
    pub minutes: i32,
    pub title: Option<String>,
    /// Who took part: names or mail addresses.
    pub who: Vec<String>,
}

#[derive(Debug, Error, PartialEq)]
pub enum AddActivityError {
    /// Nobody is called so, or more than one.
    #[error("mentor-activity-unknown")]
    Unknown(Vec<String>),
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Writes it down for all of them, or for none. Who was there already stands once. Gives how many took part.
pub async fn add(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    new: NewActivity,
) -> Result<usize, AddActivityError> {
    let tx = db.begin().await?;
    let (mentors, unknown) = called(&tx, &new.who).await?;
    if !unknown.is_empty() {
        return Err(AddActivityError::Unknown(unknown));
    }
    let row = |mentor_id: &Uuid| ActiveModel {
        id: Set(Uuid::now_v7()),
        mentor_id: Set(*mentor_id),
        kind: Set(new.kind),
        held_on: Set(new.held_on),
        minutes: Set(new.minutes),
        title: Set(new.title.clone()),
        added_by: Set(viewer.user_id),
        added_at: Set(now),
    };
    let once = OnConflict::columns([Column::MentorId, Column::Kind, Column::HeldOn]).do_nothing().to_owned();
    Entity::insert_many(mentors.iter().map(row)).on_conflict(once).exec_without_returning(&tx).await?;
    for mentor in &mentors {
        let details = serde_json::json!({ "kind": new.kind.code(), "held_on": new.held_on });
        let change = Change { details: Some(details), ..Change::of(viewer, "mentor", *mentor, "took_part") };
        change.write(&tx, now).await?;
    }
    tx.commit().await?;
    Ok(mentors.len())
}
