//! Closing a proposal without a course: its seat is free again, and the referral waits again.

use chrono::{DateTime, Utc};
use entity::{Proposal, proposals};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait, DbErr};

use crate::mentor::seats;

/// Writes what ended the proposal and frees the seat.
pub(super) async fn close(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    proposal: &Proposal,
    mut ending: proposals::ActiveModel,
) -> Result<(), DbErr> {
    ending.id = Set(proposal.id);
    ending.seat_hold_id = Set(None);
    ending.closed_at = Set(Some(now));
    ending.update(tx).await?;
    match proposal.seat_hold_id {
        Some(hold) => seats::free(tx, hold).await,
        None => Ok(()),
    }
}
