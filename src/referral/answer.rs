//! What staff answer to a referral: yes, a question, or no with a reason and a next step.

use chrono::{DateTime, Utc};
use entity::{
    Referral,
    referrals::{self, Fit, Reason},
};
use sea_orm::{ActiveValue::Set, prelude::Uuid};

use super::{
    State,
    act::{self, ActError},
    fit::{Judged, keep_fits},
    letters, preparation,
};
use crate::{clock::local_date, database::Database, form::ChangedMeanwhile, message, record::Change, viewer::Viewer};

/// Why staff decline a referral, as the partner reads it.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    pub reason: Reason,
    pub note: Option<String>,
    /// What the partner can do now.
    pub next_step: String,
}

/// The reasons for declining; the others are about what happens later.
pub const DECLINE_REASONS: [Reason; 7] = [
    Reason::OutsideTargetGroup,
    Reason::NotReady,
    Reason::NoLongerWants,
    Reason::FoundJobOrEducation,
    Reason::NoContact,
    Reason::Moved,
    Reason::Other,
];

/// Says yes: from now on a mentor is looked for. How the young person suits the target group is told with it, where staff
/// can say so.
pub async fn accept(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    id: Uuid,
    fit: Option<Fit>,
) -> Result<(), ActError> {
    let today = local_date(now);
    let mut act = act::begin(db, viewer, id, State::is_undecided).await?;
    act.update(referrals::ActiveModel { accepted_on: Set(Some(today)), fit: Set(fit), ..Default::default() }).await?;
    keep_fits(&act.tx, today, &[Judged { referral_id: id, fit, known_on: today }]).await?;
    message::queue(&act.tx, now, letters::ACCEPTED, id, &today.to_string()).await?;
    message::queue(&act.tx, now, preparation::letters::PREPARATION, id, "").await?;
    act.finish(now, Change::of(viewer, "referral", id, "accepted")).await
}

/// Tells how the young person suits the target group, as staff see it by now, also long after their answer.
pub async fn judge_fit(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    id: Uuid,
    fit: Option<Fit>,
) -> Result<(), ActError> {
    let mut act = act::begin(db, viewer, id, |state| !state.is_undecided()).await?;
    if act.row.fit == fit {
        return Ok(());
    }
    act.update(referrals::ActiveModel { fit: Set(fit), ..Default::default() }).await?;
    let today = local_date(now);
    keep_fits(&act.tx, today, &[Judged { referral_id: id, fit, known_on: today }]).await?;
    let details = Some(act::fields(&["fit"]));
    act.finish(now, Change { details, ..Change::of(viewer, "referral", id, "judged") }).await
}

/// Asks the partner something, if question and answer are `unchanged` since somebody looked. The earlier ones stay in the
/// change log.
pub async fn ask(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    id: Uuid,
    question: String,
    unchanged: impl FnOnce(&Referral) -> Result<(), ChangedMeanwhile>,
) -> Result<(), ActError> {
    let is_possible = |state: State| state.is_undecided() || state == State::Waiting;
    let mut act = act::begin(db, viewer, id, is_possible).await?;
    unchanged(&act.row)?;
    let asked = referrals::ActiveModel {
        question: Set(Some(question.clone())),
        asked_at: Set(Some(now)),
        answer: Set(None),
        answered_at: Set(None),
        ..Default::default()
    };
    act.update(asked).await?;
    message::queue(&act.tx, now, letters::QUESTION, id, &now.timestamp_micros().to_string()).await?;
    act.finish(now, Change { reason: Some(question), ..Change::of(viewer, "referral", id, "asked") }).await
}

/// Says no. The partner sees reason, note and next step.
pub async fn decline(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    id: Uuid,
    refusal: Refusal,
) -> Result<(), ActError> {
    let today = local_date(now);
    let mut act = act::begin(db, viewer, id, State::is_undecided).await?;
    let declined = referrals::ActiveModel {
        declined_on: Set(Some(today)),
        decline_reason: Set(Some(refusal.reason)),
        decline_note: Set(refusal.note),
        decline_next_step: Set(Some(refusal.next_step)),
        ..Default::default()
    };
    act.update(declined).await?;
    message::queue(&act.tx, now, letters::DECLINED, id, &today.to_string()).await?;
    act.finish(now, Change::of(viewer, "referral", id, "declined")).await
}

/// The partner's answer to staff's question, if that is `unchanged` since somebody read it; staff may write down what was
/// said on the phone.
pub async fn reply(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    id: Uuid,
    answer: String,
    unchanged: impl FnOnce(&Referral) -> Result<(), ChangedMeanwhile>,
) -> Result<(), ActError> {
    let mut act = act::begin(db, viewer, id, |state| !state.is_over()).await?;
    unchanged(&act.row)?;
    if act.row.asked_at.is_none() || act.row.answer.is_some() {
        return Err(ActError::NotNow);
    }
    let answered =
        referrals::ActiveModel { answer: Set(Some(answer.clone())), answered_at: Set(Some(now)), ..Default::default() };
    act.update(answered).await?;
    let on_behalf_of = viewer.is_staff().then_some("referrer");
    act.finish(now, Change { reason: Some(answer), on_behalf_of, ..Change::of(viewer, "referral", id, "answered") })
        .await
}
