//! Confirming the address of an application.

use chrono::{DateTime, Utc};
use entity::{links::LinkPurpose, mentors};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, sea_query::Expr};
use thiserror::Error;

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
    change.write(&tx, now).await?;
    Ok(tx.commit().await?)
}
