//! What is kept for a person.

use entity::{
    KeptForm,
    kept_forms::{Column, Entity},
};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, prelude::Uuid};

use super::{Kept, Why};
use crate::word::Worded;

/// The forms kept of one page, the newest first.
pub async fn of_page(db: &impl ConnectionTrait, user_id: Uuid, path: &str) -> Result<Vec<Kept>, DbErr> {
    let of_page = Entity::find().filter(Column::UserId.eq(user_id)).filter(Column::Path.eq(path));
    let found = of_page.order_by_desc(Column::KeptAt).all(db).await?;
    Ok(found.into_iter().map(kept).collect())
}

/// The page on which a form stood that posts to this address.
pub async fn page_of_action(db: &impl ConnectionTrait, user_id: Uuid, action: &str) -> Result<Option<String>, DbErr> {
    let found = Entity::find().select_only().column(Column::Page).filter(Column::UserId.eq(user_id));
    found.filter(Column::Action.eq(action)).order_by_desc(Column::KeptAt).into_tuple().one(db).await
}

/// The page of what somebody sent last when nobody, or somebody else, was signed in.
pub async fn page_that_waits(db: &impl ConnectionTrait, user_id: Uuid) -> Result<Option<String>, DbErr> {
    let sent = [Why::SignedOut, Why::OtherSignIn].map(|why| why.code().into_owned());
    let found = Entity::find().select_only().column(Column::Page).filter(Column::UserId.eq(user_id));
    found.filter(Column::Why.is_in(sent)).order_by_desc(Column::KeptAt).into_tuple().one(db).await
}

fn kept(row: KeptForm) -> Kept {
    Kept {
        id: Some(row.id),
        page: row.page,
        action: row.action,
        once: row.once,
        turn: row.turn,
        why: Why::read(&row.why).unwrap_or(Why::Typed),
        pairs: serde_json::from_value(row.pairs).unwrap_or_default(),
        is_incomplete: row.is_incomplete,
        at: row.kept_at,
    }
}
