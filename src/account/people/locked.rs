//! A person, locked together with the administrator who is about to change them.

use entity::{
    User,
    users::{self, Role},
};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, prelude::Uuid};

use crate::viewer::Viewer;

/// The person, as long as whoever asks is still an administrator. Both rows are locked, always in the same order: of two
/// administrators who close the door on each other, or take each other's role, one must be left.
pub async fn locked(tx: &impl ConnectionTrait, by: &Viewer, user_id: Uuid) -> Result<Option<User>, DbErr> {
    let both = users::Entity::find()
        .filter(users::Column::Id.is_in([by.user_id, user_id]))
        .order_by_asc(users::Column::Id)
        .lock_exclusive()
        .all(tx)
        .await?;
    let administers = |user: &User| user.role == Role::Administrator && user.disabled_at.is_none();
    let may = both.iter().any(|user| user.id == by.user_id && administers(user));
    Ok(both.into_iter().find(|user| may && user.id == user_id))
}
