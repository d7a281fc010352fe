//! What every act upon an enquiry shares: found through the viewer, held, its state checked.

use entity::{
    Enquiry,
    enquiries::{self, Entity},
    referral_drafts, referrals,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, prelude::Uuid,
};
use thiserror::Error;

use super::{Facts, State, visible_to};
use crate::{database::Database, form::refusals, record::Held, viewer::Viewer};

/// Why an act upon an enquiry was refused.
#[derive(Debug, Error)]
pub enum ActError {
    #[error("there is no such enquiry for this viewer")]
    NotFound,
    /// It stands otherwise by now.
    #[error("enquiry-not-now")]
    NotNow,
    #[error(transparent)]
    Db(#[from] DbErr),
}

refusals! {
    ActError { leaves Db; gone NotFound; "" NotNow; }
}

/// An enquiry in the transaction of an act.
pub(super) type Act = Held<Enquiry, State>;

/// Begins an act on an enquiry that stands as the act needs it.
pub(super) async fn begin(
    db: &Database,
    viewer: &Viewer,
    id: Uuid,
    is_possible: impl Fn(State) -> bool,
) -> Result<Act, ActError> {
    let tx = db.begin().await?;
    let found = Entity::find_by_id(id).filter(visible_to(viewer)).lock_exclusive().one(&tx).await?;
    let enquiry = found.ok_or(ActError::NotFound)?;
    let state = State::of(&enquiry, &facts(&tx, enquiry.draft_id).await?);
    if !is_possible(state) {
        return Err(ActError::NotNow);
    }
    Ok(Act { tx, row: enquiry, state })
}

async fn facts(tx: &impl ConnectionTrait, draft_id: Option<Uuid>) -> Result<Facts, DbErr> {
    let Some(id) = draft_id else { return Ok(Facts::default()) };
    let draft = referral_drafts::Entity::find_by_id(id).one(tx).await?;
    let referral = referrals::Entity::find_by_id(id).one(tx).await?;
    Ok(Facts { open_draft_id: draft.map(|draft| draft.id), referral_id: referral.map(|referral| referral.id) })
}

impl Act {
    pub async fn update(&self, mut changed: enquiries::ActiveModel) -> Result<(), DbErr> {
        changed.id = Set(self.row.id);
        changed.update(&self.tx).await?;
        Ok(())
    }
}
