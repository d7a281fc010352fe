//! What was agreed with a housing area: whether it goes on, how, and from when until when. Figures count nothing else.

mod forms;
pub mod handlers;

use chrono::{DateTime, NaiveDate, Utc};
use entity::agreements::{self, AgreementKind, Column, Entity};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, DbErr, EntityTrait, QueryFilter,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait, Query, SelectStatement},
};
use thiserror::Error;

/// The most young people that an area may expect.
pub const MOST_EXPECTED: i32 = 9999;

pub use forms::{AgreementForm, kinds};

use crate::{
    clock::local_date,
    database::Database,
    record::{Change, Row, row},
    viewer::Viewer,
};

#[derive(Debug, Error)]
pub enum AgreementError {
    #[error("partner-area-missing")]
    NotFound,
    /// What is only hoped for is no agreement yet.
    #[error("partner-agreement-in-future")]
    SignedInFuture,
    #[error("partner-agreement-ends-before")]
    EndsBeforeItStarts,
    #[error(transparent)]
    Db(#[from] DbErr),
}

row! {
    /// An agreement as it was signed.
    pub struct NewAgreement of agreements {
        columns {
            kind: AgreementKind,
            signed_on: NaiveDate,
            starts_on: NaiveDate,
            /// Its last day; nothing when it has no end.
            ends_on: Option<NaiveDate>,
            /// How many young people the area expects to refer, where that was agreed.
            expected_young_people: Option<i32>,
        }
    }
}

/// Writes down what was agreed with an area.
pub async fn add(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    area_id: Uuid,
    new: NewAgreement,
) -> Result<(), AgreementError> {
    if new.signed_on > local_date(now) {
        return Err(AgreementError::SignedInFuture);
    }
    if new.ends_on.is_some_and(|ends| ends < new.starts_on) {
        return Err(AgreementError::EndsBeforeItStarts);
    }
    let tx = db.begin().await?;
    let area = entity::housing_areas::Entity::find_by_id(area_id).one(&tx).await?.ok_or(AgreementError::NotFound)?;
    let agreement = agreements::ActiveModel {
        id: Set(Uuid::now_v7()),
        housing_area_id: Set(area_id),
        written_by: Set(Some(viewer.user_id)),
        written_at: Set(now),
        ..new.columns()
    };
    Entity::insert(agreement).exec_without_returning(&tx).await?;
    Change::of(viewer, "partner", area.partner_id, "agreement-added").write(&tx, now).await?;
    Ok(tx.commit().await?)
}

/// Takes back what was written down by mistake; an agreement that ends is given its last day instead.
pub async fn remove(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    (area_id, id): (Uuid, Uuid),
) -> Result<(), AgreementError> {
    let tx = db.begin().await?;
    let area = entity::housing_areas::Entity::find_by_id(area_id).one(&tx).await?.ok_or(AgreementError::NotFound)?;
    let removed = Entity::delete_by_id(id).filter(Column::HousingAreaId.eq(area_id)).exec(&tx).await?;
    if removed.rows_affected == 0 {
        return Err(AgreementError::NotFound);
    }
    Change::of(viewer, "partner", area.partner_id, "agreement-removed").write(&tx, now).await?;
    Ok(tx.commit().await?)
}

/// The agreements that had been signed by a day, of the area that this column of the query around holds.
pub fn signed_by(area: Expr, day: NaiveDate) -> SelectStatement {
    let mut signed = Query::select();
    signed
        .expr(Expr::val(1))
        .from(Entity)
        .and_where(Expr::col((Entity, Column::HousingAreaId)).eq(area))
        .and_where(Column::SignedOn.lte(day));
    signed
}

/// Those of them by which the area goes on, and which are in force on the day.
pub fn going_on(area: Expr, day: NaiveDate) -> SelectStatement {
    let mut in_force = signed_by(area, day);
    in_force
        .and_where(Column::Kind.is_in(AgreementKind::GOING_ON))
        .and_where(Column::StartsOn.lte(day))
        .and_where(Column::EndsOn.is_null().or(Column::EndsOn.gte(day)));
    in_force
}
