//! The name and the language that a person goes by.

use entity::{User, users};
use sea_orm::{ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, prelude::Uuid};
use thiserror::Error;

use crate::{
    database::Database,
    error::{AppError, AppResult},
    form::ChangedMeanwhile,
    viewer::Viewer,
};

#[derive(Debug, Error)]
pub enum RenameError {
    #[error("there is no such sign-in")]
    NotFound,
    /// An administrator changed it, or the person themselves in another window.
    #[error(transparent)]
    Changed(#[from] ChangedMeanwhile),
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// What a person may change about themselves.
pub struct NewName {
    pub name: String,
    /// Where whoever works with this person calls; as `+4512345678`.
    pub phone: Option<String>,
    /// `da` or `en`.
    pub language: String,
}

/// Changes both, if they are `unchanged` since the person looked.
pub async fn rename(
    db: &Database,
    user_id: Uuid,
    new: NewName,
    unchanged: impl FnOnce(&User) -> Result<(), ChangedMeanwhile>,
) -> Result<(), RenameError> {
    let tx = db.begin().await?;
    let user = users::Entity::find_by_id(user_id).lock_exclusive().one(&tx).await?;
    unchanged(&user.ok_or(RenameError::NotFound)?)?;
    let changed = users::ActiveModel {
        name: Set(new.name),
        phone: Set(new.phone),
        language: Set(new.language),
        ..Default::default()
    };
    users::Entity::update_many().set(changed).filter(users::Column::Id.eq(user_id)).exec(&tx).await?;
    Ok(tx.commit().await?)
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
