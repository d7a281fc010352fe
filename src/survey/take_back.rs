//! An answer that was never given, or given by somebody else, is taken back: it counts until today, and is asked for again.

use chrono::{DateTime, Utc};
use entity::Survey;
use sea_orm::prelude::Uuid;

use super::{
    answer::{AnswerError, find_to_change},
    history::{self, Told},
};
use crate::{database::Database, form::ChangedMeanwhile, record::Change, viewer::Viewer, word::Worded};

/// Takes the answer of a survey back, if what is there is `unchanged` since somebody looked. A survey without an answer
/// stays as it is.
pub async fn take_back(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    survey_id: Uuid,
    unchanged: impl FnOnce(&Survey) -> Result<(), ChangedMeanwhile>,
) -> Result<(), AnswerError> {
    let tx = db.begin().await?;
    let before = find_to_change(&tx, survey_id).await?;
    unchanged(&before)?;
    let Some(status) = before.status else { return Ok(()) };
    let nothing = Told { answer: None, through: None, entered_by: Some(viewer.user_id), language: None };
    history::write(&tx, now, &before, nothing).await?;
    let details = serde_json::json!({ "before": status.code(), "before_on": before.answered_on });
    Change { details: Some(details), ..Change::of(viewer, "survey", survey_id, "taken_back") }.write(&tx, now).await?;
    Ok(tx.commit().await?)
}
