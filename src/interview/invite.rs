//! The letters of invitation to a sample.

use chrono::{DateTime, Utc};
use entity::{
    interview_samples,
    interviewees::{ActiveModel, Column, Entity},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, ExprTrait, QueryFilter, QuerySelect, prelude::Uuid};

use super::letters;
use crate::{clock::local_date, database::Database, message, record::Change, viewer::Viewer};

/// Invites everybody of a sample who was neither invited nor has answered; gives how many. Whether somebody still agrees is asked
/// when the letter leaves.
pub async fn invite(db: &Database, now: DateTime<Utc>, viewer: &Viewer, sample_id: Uuid) -> Result<usize, DbErr> {
    let tx = db.begin().await?;
    interview_samples::Entity::find_by_id(sample_id).lock_exclusive().one(&tx).await?;
    let open = Column::SampleId.eq(sample_id).and(Column::InvitedOn.is_null()).and(Column::Says.is_null());
    let rows = Entity::find().filter(open.clone()).all(&tx).await?;
    if rows.is_empty() {
        return Ok(0);
    }
    let invited = ActiveModel { invited_on: Set(Some(local_date(now))), ..Default::default() };
    Entity::update_many().set(invited).filter(open).exec(&tx).await?;
    for row in &rows {
        message::queue(&tx, now, letters::to(row.stratum), row.id, "").await?;
    }
    let details = serde_json::json!({ "invited": rows.len() });
    let change = Change { details: Some(details), ..Change::of(viewer, "interview_sample", sample_id, "invited") };
    change.write(&tx, now).await?;
    tx.commit().await?;
    Ok(rows.len())
}
