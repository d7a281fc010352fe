//! The ends of a referral before a course, and the way back from them.

use chrono::{DateTime, Utc};
use entity::{
    consents::ConsentPurpose,
    referrals::{self, Reason},
};
use sea_orm::{ActiveValue::Set, prelude::Uuid};

use super::{
    State,
    act::{self, ActError},
    agreement::{Agreement, agreement},
    requeue::close_waiting,
};
use crate::{clock::local_date, database::Database, record::Change, viewer::Viewer};

/// Whether a referral can be taken back: not while a mentor is asked or a course runs, as both sides must be told.
pub fn can_withdraw(state: State) -> bool {
    state.is_undecided() || state == State::Waiting
}

/// Takes a referral back.
pub async fn withdraw(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    id: Uuid,
    reason: Option<String>,
) -> Result<(), ActError> {
    let mut act = act::begin(db, viewer, id, can_withdraw).await?;
    let withdrawn = referrals::ActiveModel {
        withdrawn_on: Set(Some(local_date(now))),
        talk_asked_on: Set(None),
        ..Default::default()
    };
    act.update(withdrawn).await?;
    let on_behalf_of = viewer.is_staff().then_some("referrer");
    act.finish(now, Change { reason, on_behalf_of, ..Change::of(viewer, "referral", id, "withdrawn") }).await
}

/// Closes a referral that waits, as it will not lead to a course, or not to another one. Only of one that never led to
/// any the figures count the reason.
pub async fn close(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    id: Uuid,
    (reason, note): (Reason, Option<String>),
) -> Result<(), ActError> {
    let act = act::begin(db, viewer, id, |state| state.is_undecided() || state == State::Waiting).await?;
    close_waiting(&act.tx, id, reason, local_date(now)).await?;
    let details = Some(serde_json::json!({ "reason": reason }));
    act.finish(now, Change { reason: note, details, ..Change::of(viewer, "referral", id, "closed") }).await
}

/// Whether a referral that is over may be opened again, by what the young person says to a mentor: without their consent
/// nobody looks for one, and what was withdrawn has none.
pub fn may_reopen(state: State, says: Agreement) -> bool {
    !says.is_no() && (state != State::Withdrawn || says.is_given())
}

/// Opens a referral again that was declined, withdrawn or closed by mistake. The change log keeps what had been.
pub async fn reopen(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    id: Uuid,
    reason: String,
) -> Result<(), ActError> {
    let can_reopen = |state| matches!(state, State::Declined | State::Withdrawn | State::NotStarted);
    let mut act = act::begin(db, viewer, id, can_reopen).await?;
    let says = agreement(&act.tx, id, ConsentPurpose::MentorCourse).await?;
    if !may_reopen(act.state, says) {
        return Err(ActError::NoConsent);
    }
    let opened = referrals::ActiveModel {
        withdrawn_on: Set(None),
        declined_on: Set(None),
        decline_reason: Set(None),
        decline_note: Set(None),
        decline_next_step: Set(None),
        closed_on: Set(None),
        not_started_reason: Set(None),
        ..Default::default()
    };
    act.update(opened).await?;
    act.finish(now, Change { reason: Some(reason), ..Change::of(viewer, "referral", id, "reopened") }).await
}
