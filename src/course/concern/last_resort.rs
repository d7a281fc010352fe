//! Who of staff is told where nobody is responsible.

use entity::{
    User,
    users::{self, Column, Role},
};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, prelude::Uuid};

/// An administrator at work, otherwise anybody of staff, but for one.
pub(super) async fn last_resort(db: &impl ConnectionTrait, but: Option<Uuid>) -> Result<Option<User>, DbErr> {
    users::Entity::find()
        .filter(users::at_work())
        .filter(Condition::all().add_option(but.map(|but| Column::Id.ne(but))))
        .order_by_desc(Column::Role.eq(Role::Administrator))
        .order_by_asc(Column::Id)
        .one(db)
        .await
}
