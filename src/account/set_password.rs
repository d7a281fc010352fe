//! A new password through an invitation or a reset link.

use chrono::{DateTime, Utc};
use entity::{links::LinkPurpose, users};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, sea_query::Expr};
use thiserror::Error;

use super::{link, password, session};
use crate::{config::Rules, database::Database};

#[derive(Debug, Error)]
pub enum SetPasswordError {
    #[error("account-link-spent")]
    LinkSpent,
    #[error(transparent)]
    Db(#[from] DbErr),
    #[error(transparent)]
    Unexpected(#[from] anyhow::Error),
}

/// Spends the link, stores the password, ends every session of the person and starts a new one: its token.
pub async fn set_password(
    db: &Database,
    now: DateTime<Utc>,
    rules: &Rules,
    purpose: LinkPurpose,
    token: &str,
    new_password: &str,
) -> Result<String, SetPasswordError> {
    let hash = password::hash(new_password).await?;
    let tx = db.begin().await?;
    let user_id = link::spend(&tx, now, purpose, token).await?.ok_or(SetPasswordError::LinkSpent)?;
    users::Entity::update_many()
        .col_expr(users::Column::PasswordHash, Expr::value(hash))
        .filter(users::Column::Id.eq(user_id))
        .exec(&tx)
        .await?;
    session::end_all(&tx, user_id).await?;
    let session = session::start(&tx, now, rules, user_id).await?;
    tx.commit().await?;
    Ok(session)
}
