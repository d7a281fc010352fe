//! The first administrator: nobody by default, made through a link that is printed once.

use chrono::{DateTime, Utc};
use entity::{
    links::LinkPurpose,
    users::{self, Role},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, prelude::Uuid};
use thiserror::Error;

use super::{link, normal_email, password, session};
use crate::{config::Rules, database::Database};

#[derive(Debug, Error)]
pub enum FirstAdministratorError {
    #[error("account-link-spent")]
    LinkSpent,
    #[error(transparent)]
    Db(#[from] DbErr),
    #[error(transparent)]
    Unexpected(#[from] anyhow::Error),
}

/// Who the first administrator will be.
pub struct NewAdministrator {
    pub name: String,
    pub email: String,
    pub password: String,
}

/// The token of the one-time link, as long as there is no administrator; older ones stop working.
pub async fn invite(db: &Database, now: DateTime<Utc>) -> Result<Option<String>, DbErr> {
    let administrators = users::Entity::find().filter(users::Column::Role.eq(Role::Administrator));
    if administrators.count(db).await? > 0 {
        return Ok(None);
    }
    let tx = db.begin_alone().await?;
    let token = link::issue(&tx, now, LinkPurpose::FirstAdministrator, Uuid::nil()).await?;
    tx.commit().await?;
    Ok(Some(token))
}

/// Spends the link, writes the person down and signs them in: the session's token.
pub async fn create(
    db: &Database,
    now: DateTime<Utc>,
    rules: &Rules,
    token: &str,
    new: NewAdministrator,
) -> Result<String, FirstAdministratorError> {
    // Looked up first: a link that is none must not cost a computation.
    link::find(db, now, LinkPurpose::FirstAdministrator, token).await?.ok_or(FirstAdministratorError::LinkSpent)?;
    let hash = password::hash(&new.password).await?;
    let tx = db.begin().await?;
    let spent = link::spend(&tx, now, LinkPurpose::FirstAdministrator, token).await?;
    spent.ok_or(FirstAdministratorError::LinkSpent)?;
    let user = users::ActiveModel {
        id: Set(Uuid::now_v7()),
        email: Set(normal_email(&new.email)),
        name: Set(new.name.trim().to_owned()),
        role: Set(Role::Administrator),
        password_hash: Set(Some(hash)),
        partner_id: Set(None),
        language: Set("da".into()),
        created_at: Set(now),
        disabled_at: Set(None),
        last_seen_on: Set(None),
        phone: Set(None),
        digest_since: Set(None),
    };
    let user = users::Entity::insert(user).exec_with_returning(&tx).await?;
    let session = session::start(&tx, now, rules, user.id).await?;
    tx.commit().await?;
    Ok(session)
}
