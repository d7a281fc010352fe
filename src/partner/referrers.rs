//! Whoever refers for a partner and signs in.

use entity::{
    User,
    users::{Column, Entity, Role},
};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, prelude::Uuid};

/// All of them, also those whose sign-in is closed, by name.
pub async fn referrers_of(db: &impl ConnectionTrait, partner_id: Uuid) -> Result<Vec<User>, DbErr> {
    let own = Entity::find().filter(Column::PartnerId.eq(partner_id)).filter(Column::Role.eq(Role::Referrer));
    own.order_by_asc(Column::Name).order_by_asc(Column::Id).all(db).await
}
