//! The young person's own yes or no, through a link, told to staff, or passed on by the partner. With a yes the course
//! begins.

use chrono::{DateTime, Utc};
use entity::{Course, Proposal, consents::ConsentPurpose, links::LinkPurpose, proposals, proposals::DeclinedBy};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect,
    prelude::Uuid,
};

use super::{
    Decline, ProposalError, State,
    decline::refuse,
    letters,
    queries::{check_agreed, find_for, locked},
    state,
};
use crate::{
    account::link,
    clock::local_date,
    config::Rules,
    course::{self, NewCourse},
    database::{Database, Transaction},
    error::{AppError, AppResult},
    message,
    record::Change,
    referral::{self, Way},
    viewer::Viewer,
};

/// Who passes the young person's answer on.
pub enum Through<'a> {
    /// The young person, with the token of the link.
    Link(&'a str),
    /// Staff, who were told on the phone, with the proposal.
    Staff(&'a Viewer, Uuid),
    /// Whoever referred a young person who wants to be reached through the partner alone, with the referral.
    Partner(&'a Viewer, Uuid),
}

/// Makes a link for the young person, to be sent by hand; earlier ones stop working. None when nobody is to be asked.
pub async fn make_link(db: &Database, now: DateTime<Utc>, viewer: &Viewer, id: Uuid) -> AppResult<Option<String>> {
    let tx = db.begin().await?;
    let proposal = find_for(&tx, viewer, id).await?.ok_or(AppError::NotFound)?;
    let says = referral::agreement(&tx, proposal.referral_id, ConsentPurpose::MentorCourse).await?;
    if state(&proposal) != State::AwaitingMentee || says.is_no() {
        return Ok(None);
    }
    let token = link::issue(&tx, now, LinkPurpose::MenteeAnswer, id).await?;
    tx.commit().await?;
    Ok(Some(token))
}

/// Both have said yes: closes the proposal and begins the course on the seat it held.
pub async fn mentee_accepts(
    db: &Database,
    now: DateTime<Utc>,
    rules: &Rules,
    through: Through<'_>,
) -> Result<Course, ProposalError> {
    let tx = db.begin().await?;
    let by = through.viewer();
    let proposal = awaiting(&tx, now, through).await?;
    // The young person reads that the link is spent; staff and the partner, why.
    check_agreed(&tx, &proposal).await.map_err(|error| match (error, by) {
        (ProposalError::Stopped, None) => ProposalError::LinkSpent,
        (error, _) => error,
    })?;
    let Some(seat_hold_id) = proposal.seat_hold_id else { return Err(ProposalError::NoLongerOpen) };
    let accepted = proposals::ActiveModel {
        id: Set(proposal.id),
        mentee_accepted_at: Set(Some(now)),
        closed_at: Set(Some(now)),
        seat_hold_id: Set(None),
        ..Default::default()
    };
    accepted.update(&tx).await?;
    let new = NewCourse {
        referral_id: proposal.referral_id,
        mentor_id: proposal.mentor_id,
        proposal_id: Some(proposal.id),
        seat_hold_id,
        matched_on: local_date(now),
        planned_end_on: None,
        by: by.map(|viewer| viewer.user_id),
    };
    said_yes(&proposal, by).write(&tx, now).await?;
    let course = course::begin(&tx, now, rules, new).await?;
    message::queue(&tx, now, letters::BEGUN_MENTOR, proposal.id, "").await?;
    message::queue(&tx, now, letters::BEGUN_REFERRER, proposal.id, "").await?;
    tx.commit().await?;
    Ok(course)
}

/// The yes in the history of the referral: of the young person, or passed on by somebody.
fn said_yes(proposal: &Proposal, by: Option<&Viewer>) -> Change {
    Change {
        subject: "referral",
        subject_id: proposal.referral_id,
        action: if by.is_some() { "mentee_accepted" } else { "mentee_told" },
        by: by.map(|viewer| viewer.user_id),
        on_behalf_of: by.map(|_| "mentee"),
        ..Default::default()
    }
}

/// No thanks, without blame. What follows is what the reason declares.
pub async fn mentee_declines(
    db: &Database,
    now: DateTime<Utc>,
    through: Through<'_>,
    decline: Decline,
) -> Result<(), ProposalError> {
    let tx = db.begin().await?;
    let viewer = through.viewer();
    let proposal = awaiting(&tx, now, through).await?;
    refuse(&tx, now, &proposal, (DeclinedBy::Mentee, decline), viewer).await?;
    tx.commit().await?;
    Ok(())
}

impl<'a> Through<'a> {
    /// Whoever has signed in.
    fn viewer(&self) -> Option<&'a Viewer> {
        match self {
            Self::Link(_) => None,
            Self::Staff(viewer, _) | Self::Partner(viewer, _) => Some(*viewer),
        }
    }
}

/// The locked proposal that waits for the young person. A link is spent by this.
async fn awaiting(tx: &Transaction, now: DateTime<Utc>, through: Through<'_>) -> Result<Proposal, ProposalError> {
    let proposal = match through {
        Through::Link(token) => {
            let spent = link::spend(tx, now, LinkPurpose::MenteeAnswer, token).await?;
            of_link(tx, spent.ok_or(ProposalError::LinkSpent)?).await?
        }
        Through::Staff(viewer, id) => locked(tx, viewer, id).await?,
        Through::Partner(viewer, referral_id) => {
            let asked = asked_through(tx, viewer, referral_id).await?.ok_or(ProposalError::NotFound)?;
            of_link(tx, asked.id).await?
        }
    };
    if state(&proposal) == State::AwaitingMentee { Ok(proposal) } else { Err(ProposalError::NoLongerOpen) }
}

/// The proposal that a referrer may answer in the young person's place: one that waits for somebody who wants to be
/// reached through the partner alone, or cannot be reached otherwise.
pub(super) async fn asked_through(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    referral_id: Uuid,
) -> Result<Option<Proposal>, DbErr> {
    let Some(referral) = referral::find_for(db, viewer, referral_id).await? else { return Ok(None) };
    let reach = referral::reach(db, &referral, ConsentPurpose::MentorCourse).await?;
    if matches!(reach.way, Way::Mail(_) | Way::Phone(_)) {
        return Ok(None);
    }
    let waiting = State::AwaitingMentee.condition().add(proposals::Column::ReferralId.eq(referral_id));
    proposals::Entity::find().filter(waiting).one(db).await
}

async fn of_link(tx: &impl ConnectionTrait, id: Uuid) -> Result<Proposal, ProposalError> {
    let found = proposals::Entity::find_by_id(id).lock_exclusive().one(tx).await?;
    found.ok_or(ProposalError::NotFound)
}
