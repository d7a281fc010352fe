//! Asking, and the answer: told to staff or the partner, or given by the young person through a link.

use chrono::{DateTime, Utc};
use entity::{
    Referral,
    consents::ConsentPurpose,
    links::LinkPurpose,
    referrals::{self, Entity, Reason},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, DbErr, EntityTrait, QuerySelect, prelude::Uuid};

use crate::{
    account::link,
    clock::local_date,
    database::{Database, Transaction},
    message::{self, sms::Sms},
    record::Change,
    referral::{
        State,
        act::{self, ActError},
        interest::letters,
        queries::state_of,
        reach,
        requeue::close_waiting,
    },
    viewer::Viewer,
};

/// Asks in writing; what is written to whom, the letter knows when it is sent.
pub async fn ask(db: &Database, now: DateTime<Utc>, sms: &Sms, viewer: &Viewer, id: Uuid) -> Result<(), ActError> {
    let mut act = act::begin(db, viewer, id, |state| state == State::Waiting).await?;
    // Whoever is said to have been asked was asked.
    if reach(&act.tx, &act.row, ConsentPurpose::MentorCourse).await?.in_writing(sms).is_none() {
        return Err(ActError::NotNow);
    }
    let today = local_date(now);
    act.update(referrals::ActiveModel { interest_asked_on: Set(Some(today)), ..Default::default() }).await?;
    message::queue(&act.tx, now, letters::INTEREST, id, &today.to_string()).await?;
    act.finish(now, Change::of(viewer, "referral", id, "interest_asked")).await
}

/// Writes down that somebody was told that a mentor is still wanted.
pub async fn confirm(db: &Database, now: DateTime<Utc>, viewer: &Viewer, id: Uuid) -> Result<(), ActError> {
    let mut act = act::begin(db, viewer, id, |state| state == State::Waiting).await?;
    act.update(still_wanted(now)).await?;
    act.finish(now, Change { on_behalf_of: Some("mentee"), ..Change::of(viewer, "referral", id, "interest_confirmed") })
        .await
}

/// Takes the young person's own answer. With a no the referral is closed, and the partner is told.
///
/// Returns false when the link is spent, or nobody waits any more: then nothing was taken.
pub async fn answer(db: &Database, now: DateTime<Utc>, token: &str, is_yes: bool) -> Result<bool, DbErr> {
    let tx = db.begin().await?;
    let Some(referral) = awaiting(&tx, now, token).await? else { return Ok(false) };
    let action = if is_yes { "interest_told" } else { "interest_lost" };
    if is_yes {
        let version = Set(referral.version + 1);
        referrals::ActiveModel { id: Set(referral.id), version, ..still_wanted(now) }.update(&tx).await?;
    } else {
        close_waiting(&tx, referral.id, Reason::NoLongerWants, local_date(now)).await?;
        message::queue(&tx, now, letters::INTEREST_LOST, referral.id, "").await?;
    }
    let change = Change { subject: "referral", subject_id: referral.id, action, ..Change::default() };
    change.write(&tx, now).await?;
    tx.commit().await?;
    Ok(true)
}

fn still_wanted(now: DateTime<Utc>) -> referrals::ActiveModel {
    referrals::ActiveModel {
        interest_asked_on: Set(None),
        interest_confirmed_on: Set(Some(local_date(now))),
        ..Default::default()
    }
}

/// The locked referral that a link is about, while it waits. The link is spent by this.
async fn awaiting(tx: &Transaction, now: DateTime<Utc>, token: &str) -> Result<Option<Referral>, DbErr> {
    let Some(id) = link::spend(tx, now, LinkPurpose::Interest, token).await? else { return Ok(None) };
    let Some(referral) = Entity::find_by_id(id).lock_exclusive().one(tx).await? else { return Ok(None) };
    Ok((state_of(tx, &referral).await? == State::Waiting).then_some(referral))
}
