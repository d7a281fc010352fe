//! A no, with a coded reason: from the mentor, or from the young person. What follows is what the reason declares.

use chrono::{DateTime, NaiveDate, Utc};
use entity::{
    Proposal, proposals,
    proposals::{DeclineReason, DeclinedBy},
    referrals::Reason,
};
use sea_orm::{ActiveValue::Set, ConnectionTrait, DbErr, prelude::Uuid};

use super::{Answering, ProposalError, close::close, letters, state};
use crate::{
    clock::local_date,
    database::{Database, Transaction},
    message,
    reason::{self, Cause, Consequences, Onward, Span},
    record::Change,
    referral,
    viewer::Viewer,
};

/// Why, in a code and perhaps in words for staff.
#[derive(Clone, Debug)]
pub struct Decline {
    pub reason: DeclineReason,
    pub note: Option<String>,
}

/// Takes the mentor's no, given by the mentor or told to staff on the phone.
pub async fn decline(
    db: &Database,
    now: DateTime<Utc>,
    by: impl Into<Answering<'_>>,
    id: Uuid,
    decline: Decline,
) -> Result<(), ProposalError> {
    let by = by.into();
    let tx = db.begin().await?;
    let proposal = by.locked(&tx, id).await?;
    if !state(&proposal).awaits_mentor() {
        return Err(ProposalError::NoLongerOpen);
    }
    refuse(&tx, now, &proposal, (DeclinedBy::Mentor, decline), by.viewer()).await?;
    tx.commit().await?;
    Ok(())
}

/// Closes the locked proposal and carries out what the reason declares. Nobody has signed in where the young person, or a mentor
/// without a sign-in, answers through a link.
pub(super) async fn refuse(
    tx: &Transaction,
    now: DateTime<Utc>,
    proposal: &Proposal,
    (by, decline): (DeclinedBy, Decline),
    viewer: Option<&Viewer>,
) -> Result<(), DbErr> {
    let today = local_date(now);
    let follows = reason::consequences_of(tx, Cause::declined(by, decline.reason)).await?;
    let ending = proposals::ActiveModel {
        declined_at: Set(Some(now)),
        declined_by: Set(Some(by)),
        decline_reason: Set(Some(decline.reason)),
        decline_note: Set(decline.note),
        rests_until: Set(free_again(follows.rest, today)),
        ..Default::default()
    };
    if close(tx, now, proposal, ending).await? {
        onward(tx, today, proposal, follows, decline.reason).await?;
    }
    let by_user = viewer.map(|viewer| viewer.user_id);
    // What the young person says stays out of the mentor's history.
    let mentors_own = spoke_for(by, viewer).filter(|_| by == DeclinedBy::Mentor);
    reason::pause_mentor(tx, now, (by_user, mentors_own), proposal.mentor_id, follows).await?;
    message::queue(tx, now, letters::DECLINED, proposal.id, "").await?;
    if by == DeclinedBy::Mentee {
        message::queue(tx, now, letters::BACK_IN_QUEUE, proposal.id, "").await?;
    }
    let change = Change {
        subject: "referral",
        subject_id: proposal.referral_id,
        action: "proposal_declined",
        by: by_user,
        on_behalf_of: spoke_for(by, viewer),
        details: Some(serde_json::json!({ "by": by, "reason": decline.reason, "follows": follows })),
        ..Default::default()
    };
    change.write(tx, now).await
}

/// Whose answer it is where nobody of theirs is known to have given it: told to staff, or by the link of a mentor.
fn spoke_for(by: DeclinedBy, viewer: Option<&Viewer>) -> Option<&'static str> {
    match (by, viewer) {
        (DeclinedBy::Mentor, None) => Some("mentor"),
        (DeclinedBy::Mentor, Some(viewer)) => viewer.is_staff().then_some("mentor"),
        (DeclinedBy::Mentee, viewer) => viewer.filter(|viewer| viewer.is_staff()).map(|_| "mentee"),
    }
}

/// The first day on which the two may be proposed to each other again; none when they never may.
fn free_again(rest: Span, today: NaiveDate) -> Option<NaiveDate> {
    match rest {
        Span::None => Some(today),
        Span::Days(_) | Span::Open => rest.over_on(today),
    }
}

/// Without a word from here the referral waits again by itself, with its waiting time.
async fn onward(
    tx: &impl ConnectionTrait,
    today: NaiveDate,
    proposal: &Proposal,
    follows: Consequences,
    why: DeclineReason,
) -> Result<(), DbErr> {
    let id = proposal.referral_id;
    match follows.onward {
        Onward::Queue => Ok(()),
        Onward::TalkFirst => referral::ask_for_talk(tx, id, today).await,
        Onward::Close => referral::close_waiting(tx, id, as_counted(why), today).await,
    }
}

/// The reason as the figures count it for a referral that led to no course.
fn as_counted(why: DeclineReason) -> Reason {
    match why {
        DeclineReason::NoTime => Reason::NoTime,
        DeclineReason::FoundJobOrEducation => Reason::FoundJobOrEducation,
        DeclineReason::NoLongerWants => Reason::NoLongerWants,
        DeclineReason::WrongIndustry
        | DeclineReason::TooFar
        | DeclineReason::KnowsThePerson
        | DeclineReason::WishesNotMet
        | DeclineReason::MetNoThanks
        | DeclineReason::Other => Reason::Other,
    }
}
