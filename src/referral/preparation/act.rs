//! Somebody says that the young person was prepared.

use chrono::{DateTime, Utc};
use entity::{
    links::LinkPurpose,
    preparations::{self, Column, Entity, PreparedBy},
};
use sea_orm::{ActiveValue::Set, ConnectionTrait, DbErr, EntityTrait, prelude::Uuid, sea_query::OnConflict};

use crate::{
    account::link,
    clock::local_date,
    database::Database,
    record::Change,
    referral::act::{self, ActError},
    viewer::Viewer,
};

/// Staff or the referrer have gone through it with the young person. The first who says so stands there.
pub async fn prepare(db: &Database, now: DateTime<Utc>, viewer: &Viewer, id: Uuid) -> Result<(), ActError> {
    let act = act::begin(db, viewer, id, |state| !state.is_over()).await?;
    let by = if viewer.is_staff() { PreparedBy::Staff } else { PreparedBy::Referrer };
    if !prepared(&act.tx, now, id, (by, Some(viewer.user_id))).await? {
        return Ok(());
    }
    act.finish(now, Change::of(viewer, "referral", id, "prepared")).await
}

/// The young person has read it, by the link, which goes on showing it. False where the link opens nothing.
pub async fn prepared_by_link(db: &Database, now: DateTime<Utc>, token: &str) -> Result<bool, DbErr> {
    let tx = db.begin().await?;
    let Some(link) = link::find(&tx, now, LinkPurpose::Preparation, token).await? else { return Ok(false) };
    let id = link.subject_id;
    if prepared(&tx, now, id, (PreparedBy::YoungPerson, None)).await? {
        let change = Change { subject: "referral", subject_id: id, action: "prepared", ..Change::default() };
        Change { on_behalf_of: Some("mentee"), ..change }.write(&tx, now).await?;
    }
    tx.commit().await?;
    Ok(true)
}

/// Writes it down, unless somebody has said so before. Whether it is new.
pub async fn prepared(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    referral_id: Uuid,
    (prepared_by, entered_by): (PreparedBy, Option<Uuid>),
) -> Result<bool, DbErr> {
    let row = preparations::ActiveModel {
        referral_id: Set(referral_id),
        prepared_on: Set(local_date(now)),
        prepared_by: Set(prepared_by),
        entered_by: Set(entered_by),
    };
    let once = OnConflict::column(Column::ReferralId).do_nothing().to_owned();
    Ok(Entity::insert(row).on_conflict(once).exec_without_returning(tx).await? > 0)
}
