//! Staff take a proposal back.

use chrono::{DateTime, Utc};
use entity::proposals;
use sea_orm::{ActiveValue::Set, prelude::Uuid};

use super::{ProposalError, close::close, letters, queries::locked, state};
use crate::{database::Database, message, record::Change, viewer::Viewer};

pub async fn withdraw(db: &Database, now: DateTime<Utc>, viewer: &Viewer, id: Uuid) -> Result<(), ProposalError> {
    let tx = db.begin().await?;
    let proposal = locked(&tx, viewer, id).await?;
    if !state(&proposal).is_open() {
        return Err(ProposalError::NoLongerOpen);
    }
    let ending = proposals::ActiveModel { withdrawn_at: Set(Some(now)), ..Default::default() };
    close(&tx, now, &proposal, ending).await?;
    // Whoever was told that the young person is asked is also told that it came to nothing.
    if proposal.mentor_accepted_at.is_some() {
        message::queue(&tx, now, letters::BACK_IN_QUEUE, id, "").await?;
    }
    let change = Change::of(viewer, "referral", proposal.referral_id, "proposal_withdrawn");
    change.write(&tx, now).await?;
    tx.commit().await?;
    Ok(())
}
