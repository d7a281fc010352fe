//! Whoever referred writes to staff about how it goes, and staff to them.

use chrono::{DateTime, Utc};
use entity::status_replies::{self, Column, Model, waiting};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, prelude::Uuid,
};

use super::letters;
use crate::{
    database::Database,
    message,
    record::{Change, SAID_AGAIN_WITHIN},
    referral::act::{self, ActError},
    viewer::Viewer,
};

/// Writes something down and tells the other side. What staff write answers all that waited for an answer.
pub async fn write(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    referral_id: Uuid,
    text: String,
) -> Result<(), ActError> {
    let act = act::begin(db, viewer, referral_id, |_| true).await?;
    let (id, is_partners) = (Uuid::now_v7(), !viewer.is_staff());
    if written_before(&act.tx, now, (referral_id, viewer.user_id), &text).await? {
        return Ok(());
    }
    if !is_partners {
        settle_all(&act.tx, now, viewer, referral_id).await?;
    }
    let reply = status_replies::ActiveModel {
        id: Set(id),
        referral_id: Set(referral_id),
        is_partners: Set(is_partners),
        text: Set(text),
        written_at: Set(now),
        written_by: Set(viewer.user_id),
        settled_at: Set(None),
        settled_by: Set(None),
    };
    status_replies::Entity::insert(reply).exec_without_returning(&act.tx).await?;
    let kind = if is_partners { letters::STATUS_QUESTION } else { letters::STATUS_ANSWER };
    message::queue(&act.tx, now, kind, referral_id, &id.simple().to_string()).await?;
    act.finish(now, Change::of(viewer, "referral", referral_id, "status_written")).await
}

/// Whether the same wrote the very same just before, and nobody has written since.
async fn written_before(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    (referral_id, by): (Uuid, Uuid),
    text: &str,
) -> Result<bool, DbErr> {
    let own = status_replies::Entity::find().filter(Column::ReferralId.eq(referral_id));
    let last = own.order_by_desc(Column::WrittenAt).order_by_desc(Column::Id).one(tx).await?;
    let is_same = |last: &Model| last.written_by == by && last.text == text;
    Ok(last.is_some_and(|last| is_same(&last) && last.written_at > now - SAID_AGAIN_WITHIN))
}

/// What the partner wrote needs no answer. A second time changes nothing.
pub async fn settle(db: &Database, now: DateTime<Utc>, viewer: &Viewer, referral_id: Uuid) -> Result<(), ActError> {
    let act = act::begin(db, viewer, referral_id, |_| true).await?;
    if settle_all(&act.tx, now, viewer, referral_id).await? == 0 {
        return Ok(());
    }
    act.finish(now, Change::of(viewer, "referral", referral_id, "status_settled")).await
}

async fn settle_all(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    viewer: &Viewer,
    referral_id: Uuid,
) -> Result<u64, DbErr> {
    let settled = status_replies::ActiveModel {
        settled_at: Set(Some(now)),
        settled_by: Set(Some(viewer.user_id)),
        ..Default::default()
    };
    let open = status_replies::Entity::update_many().set(settled).filter(waiting());
    Ok(open.filter(Column::ReferralId.eq(referral_id)).exec(tx).await?.rows_affected)
}
