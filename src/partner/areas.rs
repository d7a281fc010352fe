//! The housing areas of a partner.

use chrono::{DateTime, NaiveDate, Utc};
use entity::{
    HousingArea,
    housing_areas::{self, Column},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, SqlErr, prelude::Uuid};
use thiserror::Error;

use super::{edit::changed, list::find};
use crate::{database::Database, form::ChangedMeanwhile};

#[derive(Debug, Error)]
pub enum AreaError {
    #[error("partner-area-missing")]
    NotFound,
    #[error("partner-area-name-taken")]
    NameTaken,
    #[error(transparent)]
    Changed(#[from] ChangedMeanwhile),
    #[error(transparent)]
    Db(DbErr),
}

/// An area belongs to one partner, so its name exists once; the database keeps it.
impl From<DbErr> for AreaError {
    fn from(error: DbErr) -> Self {
        match error.sql_err() {
            Some(SqlErr::UniqueConstraintViolation(_)) => Self::NameTaken,
            _ => Self::Db(error),
        }
    }
}

/// What is known of an area.
#[derive(Clone, Debug)]
pub struct NewArea {
    pub name: String,
}

pub async fn find_area(db: &Database, id: Uuid) -> Result<Option<HousingArea>, DbErr> {
    housing_areas::Entity::find_by_id(id).one(db).await
}

/// Adds an area to a partner.
pub async fn add_area(
    db: &Database,
    now: DateTime<Utc>,
    by: Uuid,
    partner_id: Uuid,
    new: NewArea,
) -> Result<(), AreaError> {
    let tx = db.begin().await?;
    find(&tx, partner_id).await?.ok_or(AreaError::NotFound)?;
    let area = housing_areas::ActiveModel {
        id: Set(Uuid::now_v7()),
        name: Set(new.name),
        partner_id: Set(partner_id),
        closed_on: Set(None),
    };
    housing_areas::Entity::insert(area).exec_without_returning(&tx).await?;
    changed(partner_id, "area-added", by).write(&tx, now).await?;
    Ok(tx.commit().await?)
}

/// Gives an area another name, if it is `unchanged` since somebody looked.
pub async fn change_area(
    db: &Database,
    now: DateTime<Utc>,
    by: Uuid,
    id: Uuid,
    new: NewArea,
    unchanged: impl FnOnce(&HousingArea) -> Result<(), ChangedMeanwhile>,
) -> Result<(), AreaError> {
    let renamed = housing_areas::ActiveModel { name: Set(new.name), ..Default::default() };
    set(db, now, by, id, (renamed, "area-changed"), unchanged).await
}

/// Closes an area: nobody can refer from it any more. What was referred goes on.
pub async fn close_area(
    db: &Database,
    now: DateTime<Utc>,
    today: NaiveDate,
    by: Uuid,
    id: Uuid,
) -> Result<(), AreaError> {
    let closed = housing_areas::ActiveModel { closed_on: Set(Some(today)), ..Default::default() };
    set(db, now, by, id, (closed, "area-closed"), |_| Ok(())).await
}

/// Lets a partner refer from a closed area again.
pub async fn open_area(db: &Database, now: DateTime<Utc>, by: Uuid, id: Uuid) -> Result<(), AreaError> {
    let open = housing_areas::ActiveModel { closed_on: Set(None), ..Default::default() };
    set(db, now, by, id, (open, "area-reopened"), |_| Ok(())).await
}

async fn set(
    db: &Database,
    now: DateTime<Utc>,
    by: Uuid,
    id: Uuid,
    (columns, action): (housing_areas::ActiveModel, &'static str),
    unchanged: impl FnOnce(&HousingArea) -> Result<(), ChangedMeanwhile>,
) -> Result<(), AreaError> {
    let tx = db.begin().await?;
    let area = housing_areas::Entity::find_by_id(id).lock_exclusive().one(&tx).await?.ok_or(AreaError::NotFound)?;
    unchanged(&area)?;
    housing_areas::Entity::update_many().set(columns).filter(Column::Id.eq(id)).exec(&tx).await?;
    changed(area.partner_id, action, by).write(&tx, now).await?;
    Ok(tx.commit().await?)
}
