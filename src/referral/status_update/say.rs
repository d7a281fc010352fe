//! A sentence is said to whoever referred, or taken back.

use chrono::{DateTime, Utc};
use entity::{
    consents::ConsentPurpose,
    status_updates::{self, Column, Sentence, standing},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, prelude::Uuid,
};
use thiserror::Error;

use super::letters;
use crate::{
    database::{Database, Transaction},
    message,
    record::Change,
    referral::{
        act::{self, Act, ActError},
        agreement,
    },
    viewer::Viewer,
    word::Worded,
};

#[derive(Debug, Error, PartialEq)]
pub enum SayError {
    /// Something was said after this follow-up already.
    #[error("status-update-said")]
    Said,
    /// The young person says no to a mentor: that the course ends is told instead.
    #[error("status-update-stopped")]
    Stopped,
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Says a sentence in the transaction of whoever followed up, and tells whoever referred.
pub async fn say(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    viewer: &Viewer,
    (referral_id, follow_up_id): (Uuid, Uuid),
    sentence: Sentence,
) -> Result<(), SayError> {
    if agreement(tx, referral_id, ConsentPurpose::MentorCourse).await?.is_no() {
        return Err(SayError::Stopped);
    }
    let known = status_updates::Entity::find().filter(Column::FollowUpId.eq(follow_up_id)).filter(standing());
    if known.one(tx).await?.is_some() {
        return Err(SayError::Said);
    }
    let id = Uuid::now_v7();
    let update = status_updates::ActiveModel {
        id: Set(id),
        referral_id: Set(referral_id),
        follow_up_id: Set(Some(follow_up_id)),
        sentence: Set(sentence),
        said_at: Set(now),
        said_by: Set(viewer.user_id),
        taken_back_at: Set(None),
        taken_back_by: Set(None),
    };
    status_updates::Entity::insert(update).exec_without_returning(tx).await?;
    message::queue(tx, now, letters::STATUS_UPDATE, referral_id, &id.simple().to_string()).await?;
    let details = serde_json::json!({ "sentence": sentence.code() });
    let change = Change { details: Some(details), ..Change::of(viewer, "referral", referral_id, "status_said") };
    Ok(change.write(tx, now).await?)
}

/// A sentence that is being taken back, with the follow-up after which it was said.
pub struct TakenBack {
    act: Act,
    pub follow_up_id: Option<Uuid>,
}

impl TakenBack {
    pub fn tx(&self) -> &Transaction {
        &self.act.tx
    }

    pub async fn finish(self, now: DateTime<Utc>, viewer: &Viewer) -> Result<(), ActError> {
        let change = Change::of(viewer, "referral", self.act.row.id, "status_taken_back");
        self.act.finish(now, change).await
    }
}

/// What was said stands no more. Nothing is left to be done where it was taken back already.
pub async fn take_back(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    (referral_id, id): (Uuid, Uuid),
) -> Result<Option<TakenBack>, ActError> {
    let act = act::begin(db, viewer, referral_id, |_| true).await?;
    let own = status_updates::Entity::find_by_id(id).filter(Column::ReferralId.eq(referral_id));
    let known = own.one(&act.tx).await?.ok_or(ActError::NotFound)?;
    if known.taken_back_at.is_some() {
        return Ok(None);
    }
    let back = status_updates::ActiveModel {
        id: Set(id),
        taken_back_at: Set(Some(now)),
        taken_back_by: Set(Some(viewer.user_id)),
        ..Default::default()
    };
    back.update(&act.tx).await?;
    Ok(Some(TakenBack { act, follow_up_id: known.follow_up_id }))
}
