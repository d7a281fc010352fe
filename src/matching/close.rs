//! Closing a proposal without a course: its seat is free again, and the referral waits again, unless the young person
//! says no to a mentor by now.

use chrono::{DateTime, Utc};
use entity::{Proposal, proposals};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait, DbErr};

use crate::{clock::local_date, mentor::seats, referral};

/// Writes what ended the proposal and frees the seat; whether the referral goes on.
pub(super) async fn close(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    proposal: &Proposal,
    mut ending: proposals::ActiveModel,
) -> Result<bool, DbErr> {
    ending.id = Set(proposal.id);
    ending.seat_hold_id = Set(None);
    ending.closed_at = Set(Some(now));
    ending.update(tx).await?;
    if let Some(hold) = proposal.seat_hold_id {
        seats::free(tx, hold).await?;
    }
    Ok(!referral::withdraw_stopped(tx, proposal.referral_id, local_date(now)).await?)
}
