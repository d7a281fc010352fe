//! Who of staff is told of a thing, also where nobody is responsible for it.

use chrono::NaiveDate;
use entity::{
    User,
    users::{self, Column, Role},
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait},
};

use super::{
    Thing,
    hands::{absence_of, hand_of},
    seen_to,
};

/// Whoever sees to a thing on a day; while nobody is responsible for it, or they are no longer at work, the last resort. So
/// what somebody asks always reaches somebody.
pub async fn hears(db: &impl ConnectionTrait, thing: Thing, id: Uuid, day: NaiveDate) -> Result<Option<User>, DbErr> {
    let seen_to = seen_to(db, thing, id, day).await?;
    let own = match &seen_to {
        Some(seen_to) => users::Entity::find_by_id(seen_to.id).filter(users::at_work()).one(db).await?,
        None => None,
    };
    match own {
        Some(own) => Ok(Some(own)),
        None => last_resort(db, seen_to.map(|seen_to| seen_to.id), day).await,
    }
}

/// Whoever does the work of one of staff on a day: they themselves, or their deputy. Nobody once they are no longer at work.
pub async fn in_place_of(db: &impl ConnectionTrait, user: Uuid, day: NaiveDate) -> Result<Option<User>, DbErr> {
    if users::Entity::find_by_id(user).filter(users::at_work()).one(db).await?.is_none() {
        return Ok(None);
    }
    let hand = Column::Id.into_expr().eq(hand_of(Expr::val(user), day));
    users::Entity::find().filter(hand).filter(users::at_work()).one(db).await
}

/// An administrator at work, otherwise anybody of staff, but for one; of several first those who are not away on the day.
pub async fn last_resort(db: &impl ConnectionTrait, but: Option<Uuid>, day: NaiveDate) -> Result<Option<User>, DbErr> {
    users::Entity::find()
        .filter(users::at_work())
        .filter(Condition::all().add_option(but.map(|but| Column::Id.ne(but))))
        .order_by_asc(Expr::exists(absence_of(Column::Id.into_expr(), day)))
        .order_by_desc(Column::Role.eq(Role::Administrator))
        .order_by_asc(Column::Id)
        .one(db)
        .await
}
