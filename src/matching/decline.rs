//! A no, with a coded reason: from the mentor, or from the young person as told to staff.

use chrono::{DateTime, Utc};
use entity::{
    proposals,
    proposals::{DeclineReason, DeclinedBy},
};
use sea_orm::{ActiveValue::Set, prelude::Uuid};

use super::{ProposalError, close::close, letters, queries::locked, state};
use crate::{database::Database, message, record::Change, web::Viewer};

/// Why, in a code and perhaps in words for staff.
pub struct Decline {
    pub reason: DeclineReason,
    pub note: Option<String>,
    pub by: DeclinedBy,
}

/// Closes the proposal; the pair rests and the referral waits again with its waiting time.
pub async fn decline(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    id: Uuid,
    decline: Decline,
) -> Result<(), ProposalError> {
    let tx = db.begin().await?;
    let proposal = locked(&tx, viewer, id).await?;
    let may = match decline.by {
        DeclinedBy::Mentor => state(&proposal).awaits_mentor(),
        DeclinedBy::Mentee => viewer.is_staff() && state(&proposal).is_open(),
    };
    if !may {
        return Err(ProposalError::NoLongerOpen);
    }
    let ending = proposals::ActiveModel {
        declined_at: Set(Some(now)),
        declined_by: Set(Some(decline.by)),
        decline_reason: Set(Some(decline.reason)),
        decline_note: Set(decline.note),
        ..Default::default()
    };
    close(&tx, now, &proposal, ending).await?;
    message::queue(&tx, now, letters::DECLINED, id, "").await?;
    let change = Change {
        subject: "referral",
        subject_id: proposal.referral_id,
        action: "proposal_declined",
        by: Some(viewer.user_id),
        ..Default::default()
    };
    change.write(&tx, now).await?;
    tx.commit().await?;
    Ok(())
}
