//! The name and the language that a person goes by.

use entity::users;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, prelude::Uuid};

/// What a person may change about themselves.
pub struct NewName {
    pub name: String,
    /// `da` or `en`.
    pub language: String,
}

pub async fn rename(tx: &impl ConnectionTrait, user_id: Uuid, new: NewName) -> Result<(), DbErr> {
    let changed = users::ActiveModel { name: Set(new.name), language: Set(new.language), ..Default::default() };
    users::Entity::update_many().set(changed).filter(users::Column::Id.eq(user_id)).exec(tx).await?;
    Ok(())
}

/// Keeps the language in which a person reads pages and mails.
pub async fn speak(tx: &impl ConnectionTrait, user_id: Uuid, language: &str) -> Result<(), DbErr> {
    let changed = users::ActiveModel { language: Set(language.to_owned()), ..Default::default() };
    users::Entity::update_many().set(changed).filter(users::Column::Id.eq(user_id)).exec(tx).await?;
    Ok(())
}
