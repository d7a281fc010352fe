//! What staff learn of an applicant: the interview, the criminal record, the training.

use chrono::{DateTime, Months, NaiveDate, Utc};
use entity::{
    Mentor,
    mentors::{self, CriminalRecordStatus},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, DbErr, prelude::Uuid};
use serde_json::json;
use thiserror::Error;

use crate::{
    clock::local_date,
    database::Database,
    form::ChangedMeanwhile,
    mentor::{changed, queries::locked},
    record::Change,
    viewer::Viewer,
};

#[derive(Debug, Error, PartialEq)]
pub enum RecordError {
    #[error("mentor-missing")]
    NotFound,
    /// What will happen cannot be recorded yet.
    #[error("mentor-date-future")]
    Future,
    #[error(transparent)]
    Changed(#[from] ChangedMeanwhile),
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Records that a mentor was interviewed on a day, and what staff noted, if that is `unchanged` since somebody looked.
/// Mentors never see the note.
pub async fn record_interview(
    db: &Database,
    now: DateTime<Utc>,
    by: &Viewer,
    mentor_id: Uuid,
    (on, note): (NaiveDate, Option<String>),
    unchanged: impl FnOnce(&Mentor) -> Result<(), ChangedMeanwhile>,
) -> Result<(), RecordError> {
    let row = mentors::ActiveModel { interviewed_on: Set(Some(on)), interview_note: Set(note), ..Default::default() };
    write(db, now, by, mentor_id, Learnt { on, action: "interviewed", row }, unchanged).await
}

/// Where the criminal record stands, and since when.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NewRecord {
    pub status: CriminalRecordStatus,
    pub on: NaiveDate,
    /// Months that an approved check is good for.
    pub good_for_months: u32,
}

/// Records where the criminal record stands; never what stands in it. While a new check is asked for, the one before
/// keeps its day of expiry.
pub async fn record_criminal_record(
    db: &Database,
    now: DateTime<Utc>,
    by: &Viewer,
    mentor_id: Uuid,
    new: NewRecord,
) -> Result<(), RecordError> {
    let mut row = mentors::ActiveModel {
        criminal_record_status: Set(Some(new.status)),
        criminal_record_checked_on: Set(Some(new.on)),
        ..Default::default()
    };
    let action = match new.status {
        CriminalRecordStatus::Requested => "record-requested",
        CriminalRecordStatus::Approved => {
            row.criminal_record_expires_on = Set(new.on.checked_add_months(Months::new(new.good_for_months)));
            "record-approved"
        }
        CriminalRecordStatus::Refused => {
            row.criminal_record_expires_on = Set(None);
            "record-refused"
        }
    };
    write(db, now, by, mentor_id, Learnt { on: new.on, action, row }, |_| Ok(())).await
}

/// Records that a mentor took part in the training for mentors.
pub async fn record_training(
    db: &Database,
    now: DateTime<Utc>,
    by: &Viewer,
    mentor_id: Uuid,
    on: NaiveDate,
) -> Result<(), RecordError> {
    let row = mentors::ActiveModel { trained_on: Set(Some(on)), ..Default::default() };
    write(db, now, by, mentor_id, Learnt { on, action: "trained", row }, |_| Ok(())).await
}

/// What was learnt on a day, with the columns that tell it.
struct Learnt {
    on: NaiveDate,
    action: &'static str,
    row: mentors::ActiveModel,
}

async fn write(
    db: &Database,
    now: DateTime<Utc>,
    by: &Viewer,
    mentor_id: Uuid,
    Learnt { on, action, row }: Learnt,
    unchanged: impl FnOnce(&Mentor) -> Result<(), ChangedMeanwhile>,
) -> Result<(), RecordError> {
    if on > local_date(now) {
        return Err(RecordError::Future);
    }
    let tx = db.begin().await?;
    let mentor = locked(&tx, mentor_id).await?.ok_or(RecordError::NotFound)?;
    unchanged(&mentor)?;
    let row = mentors::ActiveModel { id: Set(mentor_id), version: Set(mentor.version + 1), ..row };
    row.update(&tx).await?;
    changed(&tx, mentor_id).await?;
    let change = Change {
        subject: "mentor",
        subject_id: mentor_id,
        action,
        by: Some(by.user_id),
        details: Some(json!({ "on": on })),
        ..Default::default()
    };
    change.write(&tx, now).await?;
    Ok(tx.commit().await?)
}
