//! Staff propose a mentor for a waiting referral; the proposal holds one of the mentor's seats.

use chrono::{DateTime, Duration, Utc};
use entity::{Proposal, consents::ConsentPurpose, proposals, proposals::ProposalMethod};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    ConnectionTrait, DbErr, SqlErr,
    prelude::{Json, Uuid},
};
use thiserror::Error;

use super::{RuledOut, Wanted, letters, ruled_out};
use crate::{
    clock::local_date,
    config::Rules,
    database::Database,
    mentor::{self, WhyNot, seats},
    message,
    record::Change,
    referral::{self, HeldBack},
    viewer::Viewer,
};

#[derive(Debug, Error)]
pub enum ProposeError {
    #[error("matching-not-found")]
    NotFound,
    #[error("matching-not-waiting")]
    NotWaiting,
    /// Staff are to talk with the partner first, or the young person rests.
    #[error("{}", held_back_key(*.0))]
    HeldBack(HeldBack),
    /// The young person says no to a mentor.
    #[error("matching-stopped")]
    Stopped,
    #[error("{}", .0.key())]
    RuledOut(RuledOut),
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Whom staff propose, how they found the mentor, and the facts as they stood then.
pub struct NewProposal {
    pub referral_id: Uuid,
    pub mentor_id: Uuid,
    pub method: ProposalMethod,
    pub facts: Json,
}

/// Writes the proposal down, holds a seat for it and writes to the mentor.
pub async fn propose(
    db: &Database,
    now: DateTime<Utc>,
    rules: &Rules,
    viewer: &Viewer,
    new: NewProposal,
) -> Result<Proposal, ProposeError> {
    let tx = db.begin().await?;
    let proposal = propose_within(&tx, now, rules, viewer, new).await?;
    tx.commit().await?;
    Ok(proposal)
}

/// The same within the transaction of somebody who writes down more.
pub async fn propose_within(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    rules: &Rules,
    viewer: &Viewer,
    new: NewProposal,
) -> Result<Proposal, ProposeError> {
    let found = referral::locked(tx, viewer, new.referral_id).await?;
    let (referral, state) = found.ok_or(ProposeError::NotFound)?;
    if state != referral::State::Waiting {
        return Err(ProposeError::NotWaiting);
    }
    if let Some(why) = referral::held_back(&referral, local_date(now)) {
        return Err(ProposeError::HeldBack(why));
    }
    if referral::agreement(tx, referral.id, ConsentPurpose::MentorCourse).await?.is_no() {
        return Err(ProposeError::Stopped);
    }
    let wanted = Wanted::of_referral(tx, rules, &referral).await?;
    check(tx, now, &wanted, new.mentor_id).await?;
    let hold = seats::hold(tx, new.mentor_id, local_date(now)).await.map_err(|error| match error {
        seats::HoldError::NoFreeSeat => ProposeError::RuledOut(RuledOut::Mentor(WhyNot::NoFreeSeat)),
        seats::HoldError::Db(error) => ProposeError::Db(error),
    })?;
    let proposal = insert(tx, now, rules, viewer, new, hold).await?;
    message::queue(tx, now, letters::PROPOSED, proposal.id, "").await?;
    let change = Change::of(viewer, "referral", proposal.referral_id, "proposed");
    change.write(tx, now).await?;
    Ok(proposal)
}

async fn check(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    wanted: &Wanted,
    mentor_id: Uuid,
) -> Result<(), ProposeError> {
    let facts = mentor::facts_of(tx, &[mentor_id]).await?.remove(&mentor_id).ok_or(ProposeError::NotFound)?;
    match ruled_out(wanted, &facts, local_date(now)) {
        Some(why) => Err(ProposeError::RuledOut(why)),
        None => Ok(()),
    }
}

/// Why a referral that waits cannot be proposed, as a key.
pub fn held_back_key(why: HeldBack) -> &'static str {
    match why {
        HeldBack::TalkFirst(_) => "matching-talk-first",
        HeldBack::Rests(_) => "matching-young-rests",
    }
}

async fn insert(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    rules: &Rules,
    viewer: &Viewer,
    new: NewProposal,
    hold: Uuid,
) -> Result<Proposal, ProposeError> {
    let proposal = proposals::ActiveModel {
        id: Set(Uuid::now_v7()),
        referral_id: Set(new.referral_id),
        mentor_id: Set(new.mentor_id),
        seat_hold_id: Set(Some(hold)),
        proposed_at: Set(now),
        proposed_by: Set(Some(viewer.user_id)),
        method: Set(new.method),
        facts: Set(new.facts),
        expires_on: Set(local_date(now) + Duration::days(rules.proposal_days)),
        ..Default::default()
    };
    // One open proposal a referral: the database refuses a second, whatever was checked before.
    proposal.insert(tx).await.map_err(|error| match error.sql_err() {
        Some(SqlErr::UniqueConstraintViolation(_)) => ProposeError::NotWaiting,
        _ => ProposeError::Db(error),
    })
}
