//! What every act upon a referral shares: found through the viewer, held, its state checked.

use entity::Referral;
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    DbErr,
    prelude::{Json, Uuid},
};

use super::{State, queries::locked};
use crate::{
    database::Database,
    form::{ChangedMeanwhile, refusals},
    record::Held,
    viewer::Viewer,
};

/// Why an act upon a referral was refused.
#[derive(Debug, thiserror::Error)]
pub enum ActError {
    #[error("there is no such referral for this viewer")]
    NotFound,
    /// The referral stands otherwise by now.
    #[error("referral-not-possible-now")]
    NotNow,
    /// The young person's consent to a mentor is to be written down first.
    #[error("referral-reopen-no-consent")]
    NoConsent,
    #[error(transparent)]
    Changed(#[from] ChangedMeanwhile),
    #[error(transparent)]
    Db(#[from] DbErr),
}

refusals! {
    ActError { leaves Db, Changed; gone NotFound; else ""; }
}

/// A referral in the transaction of an act.
pub(super) type Act = Held<Referral, State>;

/// Begins an act on a referral that this viewer may see and that stands as the act needs it.
pub(super) async fn begin(
    db: &Database,
    viewer: &Viewer,
    id: Uuid,
    is_possible: impl Fn(State) -> bool,
) -> Result<Act, ActError> {
    let tx = db.begin().await?;
    let (referral, state) = locked(&tx, viewer, id).await?.ok_or(ActError::NotFound)?;
    if !is_possible(state) {
        return Err(ActError::NotNow);
    }
    Ok(Act { tx, row: referral, state })
}

impl Act {
    /// Writes the changed columns, one version on.
    pub async fn update(&mut self, mut changed: entity::referrals::ActiveModel) -> Result<(), DbErr> {
        changed.id = Set(self.row.id);
        changed.version = Set(self.row.version + 1);
        self.row = changed.update(&self.tx).await?;
        Ok(())
    }
}

/// The names of the fields that an act changed.
pub(super) fn fields(names: &[&str]) -> Json {
    serde_json::json!({ "fields": names })
}
