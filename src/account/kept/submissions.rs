//! Which forms were carried out.

use entity::submissions::{Column, Entity};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter};

/// Whether this very submission was carried out.
pub async fn is_carried_out(db: &impl ConnectionTrait, key: &str) -> Result<bool, DbErr> {
    Ok(Entity::find_by_id(key.to_owned()).one(db).await?.is_some())
}

/// Whether this rendering of a form was carried out, whatever was in it.
pub async fn is_form_taken(db: &impl ConnectionTrait, form: &str) -> Result<bool, DbErr> {
    Ok(Entity::find().filter(Column::Form.eq(form)).count(db).await? > 0)
}

/// Forgets a submission that was refused after all: it may be sent again.
pub async fn forget(db: &impl ConnectionTrait, key: &str) -> Result<(), DbErr> {
    Entity::delete_by_id(key.to_owned()).exec(db).await?;
    Ok(())
}
