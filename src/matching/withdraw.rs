//! Staff take a proposal back.

use chrono::{DateTime, Utc};
use entity::proposals;
use sea_orm::{ActiveValue::Set, prelude::Uuid};

use super::{ProposalError, close::close, queries::locked, state};
use crate::{database::Database, record::Change, web::Viewer};

pub async fn withdraw(db: &Database, now: DateTime<Utc>, viewer: &Viewer, id: Uuid) -> Result<(), ProposalError> {
    let tx = db.begin().await?;
    let proposal = locked(&tx, viewer, id).await?;
    if !state(&proposal).is_open() {
        return Err(ProposalError::NoLongerOpen);
    }
    let ending = proposals::ActiveModel { withdrawn_at: Set(Some(now)), ..Default::default() };
    close(&tx, now, &proposal, ending).await?;
    let change = Change {
        subject: "referral",
        subject_id: proposal.referral_id,
        action: "proposal_withdrawn",
        by: Some(viewer.user_id),
        ..Default::default()
    };
    change.write(&tx, now).await?;
    tx.commit().await?;
    Ok(())
}
