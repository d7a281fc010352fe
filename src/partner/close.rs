//! A partner that no longer refers, and one that does again.

use chrono::{DateTime, NaiveDate, Utc};
use entity::partners::{self, Column};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, prelude::Uuid};
use thiserror::Error;

use crate::{clock::local_date, database::Database, record::Change, viewer::Viewer};

#[derive(Debug, Error)]
pub enum CloseError {
    /// There is no such thing, or it is so already.
    #[error("partner-missing")]
    NotFound,
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Closes a partner: nobody can refer for it any more. What was referred goes on.
pub async fn close(db: &Database, now: DateTime<Utc>, viewer: &Viewer, id: Uuid) -> Result<(), CloseError> {
    let tx = db.begin().await?;
    set_closed(&tx, id, Some(local_date(now))).await?;
    Change::of(viewer, "partner", id, "closed").write(&tx, now).await?;
    Ok(tx.commit().await?)
}

/// Lets a closed partner refer again.
pub async fn reopen(db: &Database, now: DateTime<Utc>, viewer: &Viewer, id: Uuid) -> Result<(), CloseError> {
    let tx = db.begin().await?;
    set_closed(&tx, id, None).await?;
    Change::of(viewer, "partner", id, "reopened").write(&tx, now).await?;
    Ok(tx.commit().await?)
}

async fn set_closed(tx: &impl ConnectionTrait, id: Uuid, on: Option<NaiveDate>) -> Result<(), CloseError> {
    let other_way = if on.is_some() { Column::ClosedOn.is_null() } else { Column::ClosedOn.is_not_null() };
    let set = partners::ActiveModel { closed_on: Set(on), ..Default::default() };
    let set = partners::Entity::update_many().set(set).filter(Column::Id.eq(id)).filter(other_way).exec(tx).await?;
    if set.rows_affected == 0 { Err(CloseError::NotFound) } else { Ok(()) }
}
