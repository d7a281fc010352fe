//! A new partner, and changes of one.

use chrono::{DateTime, Utc};
use entity::{
    Partner,
    partners::{self, Column},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, SqlErr, prelude::Uuid};
use thiserror::Error;

use crate::{
    clock::local_date,
    database::Database,
    duty::{self, Thing},
    form::ChangedMeanwhile,
    record::{Change, Row, row},
    viewer::Viewer,
};

#[derive(Debug, Error)]
pub enum EditError {
    #[error("partner-missing")]
    NotFound,
    #[error("partner-name-taken")]
    NameTaken,
    #[error(transparent)]
    Changed(#[from] ChangedMeanwhile),
    #[error(transparent)]
    Db(DbErr),
}

/// The name is the one thing that two partners cannot share; the database keeps it.
impl From<DbErr> for EditError {
    fn from(error: DbErr) -> Self {
        match error.sql_err() {
            Some(SqlErr::UniqueConstraintViolation(_)) => Self::NameTaken,
            _ => Self::Db(error),
        }
    }
}

row! {
    /// What is known of a partner.
    pub struct NewPartner of partners {
        columns {
            name: String,
            town: Option<String>,
            postcode: Option<String>,
            contact_name: Option<String>,
            contact_email: Option<String>,
            municipality_phone: Option<String>,
        }
    }
}

/// Writes down a new partner, which may refer from now on. Whoever does so sees to it until somebody else takes it.
pub async fn create(db: &Database, now: DateTime<Utc>, viewer: &Viewer, new: NewPartner) -> Result<Partner, EditError> {
    let tx = db.begin().await?;
    let partner = partners::ActiveModel { id: Set(Uuid::now_v7()), closed_on: Set(None), ..new.columns() };
    let partner = partners::Entity::insert(partner).exec_with_returning(&tx).await?;
    duty::begin(&tx, local_date(now), (Thing::Partner, partner.id), viewer.user_id).await?;
    Change::of(viewer, "partner", partner.id, "created").write(&tx, now).await?;
    tx.commit().await?;
    Ok(partner)
}

/// Changes what is known of a partner, if it is `unchanged` since somebody looked.
pub async fn change(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    id: Uuid,
    new: NewPartner,
    unchanged: impl FnOnce(&Partner) -> Result<(), ChangedMeanwhile>,
) -> Result<(), EditError> {
    let tx = db.begin().await?;
    let partner = partners::Entity::find_by_id(id).lock_exclusive().one(&tx).await?;
    unchanged(&partner.ok_or(EditError::NotFound)?)?;
    partners::Entity::update_many().set(new.columns()).filter(Column::Id.eq(id)).exec(&tx).await?;
    Change::of(viewer, "partner", id, "changed").write(&tx, now).await?;
    Ok(tx.commit().await?)
}
