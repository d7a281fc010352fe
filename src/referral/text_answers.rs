//! Text messages of the young person and of whoever referred that wait for staff: for a query on referrals, and when staff have
//! seen to them.

use chrono::{DateTime, Utc};
use entity::{
    messages::AddresseeKind,
    referrals,
    text_answers::{Column, Entity, waiting_of},
};
use sea_orm::{
    ColumnTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait},
};

use super::{act, act::ActError, journal::about};
use crate::{
    database::Database,
    message::{self, ShownAnswers},
    record::Change,
    viewer::Viewer,
};

/// Referrals about which somebody of this sort wrote, and nobody has seen to it.
pub fn has_waiting_text(of: AddresseeKind) -> Expr {
    let waiting = Entity::find().select_only().column(Column::ReferralId).filter(waiting_of(of));
    referrals::Column::Id.in_subquery(waiting.filter(Column::ReferralId.is_not_null()).into_query())
}

/// Since when the first of them waits.
pub fn text_waits_since(of: AddresseeKind) -> Expr {
    let own = Expr::col((Entity, Column::ReferralId)).equals((referrals::Entity, referrals::Column::Id));
    let first = Entity::find().select_only().expr(Column::CameAt.min()).filter(own).filter(waiting_of(of));
    Expr::from(first.into_query())
}

/// Staff have seen to all that the page of the referral showed. A second time changes nothing.
pub async fn settle_texts(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    id: Uuid,
    shown: &ShownAnswers,
) -> Result<(), ActError> {
    let act = act::begin(db, viewer, id, |_| true).await?;
    let about = about(&act.tx, &act.row).await?;
    if !message::settle_answers(&act.tx, now, (viewer.user_id, &about), shown).await? {
        return Ok(());
    }
    act.finish(now, Change::of(viewer, "referral", id, "text_settled")).await
}
