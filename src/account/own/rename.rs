//! The name and the language that a person goes by.

use entity::{User, users};
use sea_orm::{ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, QueryFilter, prelude::Uuid};

use crate::{
    database::Database,
    error::{AppError, AppResult},
    viewer::Viewer,
};

/// What a person may change about themselves.
pub struct NewName {
    pub name: String,
    /// `da` or `en`.
    pub language: String,
}

pub async fn rename(db: &Database, user_id: Uuid, new: NewName) -> Result<(), DbErr> {
    let tx = db.begin().await?;
    let changed = users::ActiveModel { name: Set(new.name), language: Set(new.language), ..Default::default() };
    users::Entity::update_many().set(changed).filter(users::Column::Id.eq(user_id)).exec(&tx).await?;
    tx.commit().await
}

/// Keeps the language in which a person reads pages and mails.
pub async fn speak(db: &Database, user_id: Uuid, language: &str) -> Result<(), DbErr> {
    let tx = db.begin().await?;
    let changed = users::ActiveModel { language: Set(language.to_owned()), ..Default::default() };
    users::Entity::update_many().set(changed).filter(users::Column::Id.eq(user_id)).exec(&tx).await?;
    tx.commit().await
}

/// The sign-in of the viewer.
pub async fn own_user(db: &Database, viewer: &Viewer) -> AppResult<User> {
    users::Entity::find_by_id(viewer.user_id).one(db).await?.ok_or(AppError::NotFound)
}
