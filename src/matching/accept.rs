//! The mentor says yes; the young person is asked next.

use chrono::{DateTime, Duration, Utc};
use entity::proposals;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, prelude::Uuid};

use super::{Answering, ProposalError, letters, queries::check_agreed, state};
use crate::{clock::local_date, config::Rules, database::Database, message};

/// Takes the mentor's yes, given by the mentor or told to staff on the phone.
pub async fn accept(
    db: &Database,
    now: DateTime<Utc>,
    rules: &Rules,
    by: impl Into<Answering<'_>>,
    id: Uuid,
) -> Result<(), ProposalError> {
    let by = by.into();
    let tx = db.begin().await?;
    let proposal = by.locked(&tx, id).await?;
    if !state(&proposal).awaits_mentor() {
        return Err(ProposalError::NoLongerOpen);
    }
    check_agreed(&tx, &proposal).await?;
    let accepted = proposals::ActiveModel {
        id: Set(id),
        mentor_accepted_at: Set(Some(now)),
        // The young person gets the same time to answer as the mentor had.
        expires_on: Set(local_date(now) + Duration::days(rules.proposal_days)),
        ..Default::default()
    };
    accepted.update(&tx).await?;
    message::queue(&tx, now, letters::MENTEE_ASKED, id, "").await?;
    message::queue(&tx, now, letters::MENTEES_TURN, id, "").await?;
    by.change(proposal.referral_id, "mentor_accepted").write(&tx, now).await?;
    tx.commit().await?;
    Ok(())
}
