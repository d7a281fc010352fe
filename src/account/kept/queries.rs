//! What is kept for a person.

use chrono::{DateTime, NaiveDate, Utc};
use entity::{
    KeptForm,
    kept_forms::{Column, Entity},
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    prelude::Uuid,
};

use super::{Kept, Why};
use crate::{clock::begin_of, word::Worded};

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

/// What is kept for a person and was typed before an instant, the oldest first.
pub async fn of_person(
    db: &impl ConnectionTrait,
    user_id: Uuid,
    before: Option<DateTime<Utc>>,
) -> Result<Vec<Kept>, DbErr> {
    let own = Entity::find().filter(Column::UserId.eq(user_id));
    let own = own.filter(Condition::all().add_option(before.map(|before| Column::KeptAt.lt(before))));
    let found = own.order_by_asc(Column::KeptAt).order_by_asc(Column::Id).all(db).await?;
    Ok(found.into_iter().map(kept).collect())
}

/// The page on which a form of theirs stood.
pub async fn page_of(db: &impl ConnectionTrait, user_id: Uuid, id: Uuid) -> Result<Option<String>, DbErr> {
    let own = Entity::find_by_id(id).filter(Column::UserId.eq(user_id));
    own.select_only().column(Column::Page).into_tuple().one(db).await
}

/// Before this instant of a day what nobody sent has been left lying: it is of the day before, or older.
pub fn lying_since(today: NaiveDate) -> DateTime<Utc> {
    begin_of(today)
}

/// How many forms of a person have been left lying.
pub async fn lying_of(db: &impl ConnectionTrait, user_id: Uuid, today: NaiveDate) -> Result<u64, DbErr> {
    let own = Entity::find().filter(Column::UserId.eq(user_id));
    own.filter(Column::KeptAt.lt(lying_since(today))).count(db).await
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
