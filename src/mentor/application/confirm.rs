//! Confirming the address of an application.

use chrono::{DateTime, Utc};
use entity::{links::LinkPurpose, mentors};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, prelude::Uuid, sea_query::Expr,
};
use thiserror::Error;

use super::is_unconfirmed;
use crate::{account::link, database::Database, mentor, record::Change};

#[derive(Debug, Error)]
pub enum ConfirmError {
    #[error("mentor-confirm-spent")]
    LinkSpent,
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Spends the link; from now on staff see the application.
pub async fn confirm(db: &Database, now: DateTime<Utc>, token: &str) -> Result<(), ConfirmError> {
    let tx = db.begin().await?;
    let spent = link::spend(&tx, now, LinkPurpose::ConfirmMentorEmail, token).await?;
    let mentor_id = spent.ok_or(ConfirmError::LinkSpent)?;
    if is_known_already(&tx, mentor_id).await? {
        return Err(ConfirmError::LinkSpent);
    }
    let confirmed = mentors::Entity::update_many()
        .col_expr(mentors::Column::EmailConfirmedAt, Expr::value(now))
        .filter(mentors::Column::Id.eq(mentor_id))
        .filter(mentors::unconfirmed())
        .exec(&tx)
        .await?;
    if confirmed.rows_affected == 0 {
        return Err(ConfirmError::LinkSpent);
    }
    mentor::changed(&tx, mentor_id).await?;
    let change = Change { subject: "mentor", subject_id: mentor_id, action: "email-confirmed", ..Default::default() };
    let change = Change { on_behalf_of: Some("mentor"), ..change };
    change.write(&tx, now).await?;
    Ok(tx.commit().await?)
}

/// Whether another application under the same address was confirmed before: of several, the first link that is used
/// counts, and the others stay unconfirmed. All of them are held, so that two links at once confirm one.
async fn is_known_already(tx: &impl ConnectionTrait, mentor_id: Uuid) -> Result<bool, DbErr> {
    let Some(own) = mentors::Entity::find_by_id(mentor_id).one(tx).await? else { return Ok(false) };
    let of_address = mentors::Entity::find().filter(mentors::Column::Email.eq(own.email)).lock_exclusive();
    let others = of_address.all(tx).await?;
    Ok(others.iter().any(|other| other.id != mentor_id && !is_unconfirmed(other)))
}
