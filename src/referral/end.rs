//! The ends of a referral before a course, and the way back from them.

use chrono::{DateTime, NaiveDate, Utc};
use entity::{
    consents::{self, Column, ConsentPurpose},
    referrals::{self, Reason},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, QueryFilter, prelude::Uuid, sea_query::Expr};

use super::{
    State,
    action::{self, ActionError, change},
    requeue::close_not_started,
};
use crate::{
    database::{Database, Transaction},
    record::Change,
    web::Viewer,
};

type Moment = (DateTime<Utc>, NaiveDate);

/// Whether a referral can be taken back: not while a mentor is asked or a course runs, as both sides must be told.
pub fn can_withdraw(state: State) -> bool {
    state.is_undecided() || state == State::Waiting
}

/// Takes a referral back.
pub async fn withdraw(
    db: &Database,
    (now, today): Moment,
    viewer: &Viewer,
    id: Uuid,
    reason: Option<String>,
) -> Result<(), ActionError> {
    let mut act = action::begin(db, viewer, id, can_withdraw).await?;
    act.update(referrals::ActiveModel { withdrawn_on: Set(Some(today)), ..Default::default() }).await?;
    let on_behalf_of = viewer.is_staff().then_some("referrer");
    act.finish(Change { reason, on_behalf_of, ..change(id, "withdrawn", viewer) }, now).await
}

/// Writes down that the young person takes a consent back: always possible, at once. Without the consent to a mentor
/// nothing more may begin, so the referral is taken back with it where nothing runs yet.
pub async fn withdraw_consent(
    db: &Database,
    (now, today): Moment,
    viewer: &Viewer,
    id: Uuid,
    purpose: ConsentPurpose,
) -> Result<(), ActionError> {
    let mut act = action::begin(db, viewer, id, |_| true).await?;
    let given = consents::Entity::update_many()
        .col_expr(Column::WithdrawnOn, Expr::value(Some(today)))
        .filter(Column::ReferralId.eq(id))
        .filter(Column::Purpose.eq(purpose))
        .filter(Column::WithdrawnOn.is_null());
    if given.exec(&act.tx).await?.rows_affected == 0 {
        return Err(ActionError::NotNow);
    }
    if purpose == ConsentPurpose::MentorCourse && can_withdraw(act.state) {
        act.update(referrals::ActiveModel { withdrawn_on: Set(Some(today)), ..Default::default() }).await?;
    }
    let action = match purpose {
        ConsentPurpose::MentorCourse => "mentor_consent_withdrawn",
        ConsentPurpose::Survey => "survey_consent_withdrawn",
    };
    act.finish(Change { on_behalf_of: Some("mentee"), ..change(id, action, viewer) }, now).await
}

/// Closes a referral that waits, as it will not lead to a course.
pub async fn close(
    db: &Database,
    (now, today): Moment,
    viewer: &Viewer,
    id: Uuid,
    (reason, note): (Reason, Option<String>),
) -> Result<(), ActionError> {
    let act = action::begin(db, viewer, id, |state| state.is_undecided() || state == State::Waiting).await?;
    close_not_started(&act.tx, id, reason, today).await?;
    act.finish(Change { reason: note, ..change(id, "closed", viewer) }, now).await
}

/// Opens a referral again that was declined, withdrawn or closed by mistake. The change log keeps what had been.
pub async fn reopen(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    id: Uuid,
    reason: String,
) -> Result<(), ActionError> {
    let can_reopen = |state| matches!(state, State::Declined | State::Withdrawn | State::NotStarted);
    let mut act = action::begin(db, viewer, id, can_reopen).await?;
    if act.state == State::Withdrawn && !has_mentor_consent(&act.tx, id).await? {
        return Err(ActionError::NotNow);
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
    act.finish(Change { reason: Some(reason), ..change(id, "reopened", viewer) }, now).await
}

async fn has_mentor_consent(tx: &Transaction, id: Uuid) -> Result<bool, DbErr> {
    super::consent::has_consent(tx, id, ConsentPurpose::MentorCourse).await
}
