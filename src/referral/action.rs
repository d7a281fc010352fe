//! What every act upon a referral shares: it is found through the viewer, its state is checked, it is written down.

use chrono::{DateTime, Utc};
use entity::Referral;
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    DbErr,
    prelude::{Json, Uuid},
};

use super::{State, queries::locked};
use crate::{
    database::{Database, Transaction},
    error::AppError,
    form::{ChangedMeanwhile, FieldErrors, FormError},
    record::Change,
    viewer::Viewer,
};

/// Why an act upon a referral was refused.
#[derive(Debug, thiserror::Error)]
pub enum ActionError {
    #[error("there is no such referral for this viewer")]
    NotFound,
    /// The referral stands otherwise by now.
    #[error("referral-not-possible-now")]
    NotNow,
    /// The young person's consent to a mentor is to be written down first.
    #[error("referral-reopen-no-consent")]
    NoConsent,
    #[error("somebody changed the referral meanwhile")]
    ChangedMeanwhile,
    #[error(transparent)]
    Db(#[from] DbErr),
}

impl From<ChangedMeanwhile> for ActionError {
    fn from(_: ChangedMeanwhile) -> Self {
        Self::ChangedMeanwhile
    }
}

impl From<ActionError> for FormError {
    fn from(error: ActionError) -> Self {
        match error {
            ActionError::NotFound => AppError::NotFound.into(),
            ActionError::Db(error) => error.into(),
            ActionError::ChangedMeanwhile => AppError::ChangedMeanwhile.into(),
            refusal => FieldErrors::on("", refusal).into(),
        }
    }
}

/// A referral in the transaction of an act.
pub(super) struct Act {
    pub tx: Transaction,
    pub referral: Referral,
    pub state: State,
}

/// Begins an act on a referral that this viewer may see and that stands as the act needs it.
pub(super) async fn begin(
    db: &Database,
    viewer: &Viewer,
    id: Uuid,
    is_possible: impl Fn(State) -> bool,
) -> Result<Act, ActionError> {
    let tx = db.begin().await?;
    let (referral, state) = locked(&tx, viewer, id).await?.ok_or(ActionError::NotFound)?;
    if !is_possible(state) {
        return Err(ActionError::NotNow);
    }
    Ok(Act { tx, referral, state })
}

impl Act {
    /// Writes the changed columns, one version on.
    pub async fn update(&mut self, mut changed: entity::referrals::ActiveModel) -> Result<(), DbErr> {
        changed.id = Set(self.referral.id);
        changed.version = Set(self.referral.version + 1);
        self.referral = changed.update(&self.tx).await?;
        Ok(())
    }

    /// Writes the act into the change log and ends its transaction.
    pub async fn finish(self, change: Change, now: DateTime<Utc>) -> Result<(), ActionError> {
        change.write(&self.tx, now).await?;
        Ok(self.tx.commit().await?)
    }
}

/// An act as the change log keeps it.
pub(super) fn change(referral_id: Uuid, action: &'static str, viewer: &Viewer) -> Change {
    Change { subject: "referral", subject_id: referral_id, action, by: Some(viewer.user_id), ..Change::default() }
}

/// The names of the fields that an act changed.
pub(super) fn fields(names: &[&str]) -> Json {
    serde_json::json!({ "fields": names })
}
