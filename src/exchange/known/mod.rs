//! What the database holds, page by page, as the rows that export would write: in the byte order of their references,
//! so that every database gives the same files.

mod around;
mod courses;
mod people;

pub use around::{over, planned, responsibilities, ways};
pub use courses::{attempts, courses, meetings, surveys};
pub use people::{mentors, referrals};

use std::collections::HashMap;

use entity::{agreements, housing_areas, partners};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbBackend, DbErr, EntityTrait, IdenStatic, Order, QueryFilter, QueryOrder,
    QuerySelect, Select,
    prelude::{Expr, Uuid},
    sea_query::ExprTrait,
};

use super::{
    tables::{AgreementRow, AreaRow, PartnerRow},
    value::written,
};

/// Rows read at a time.
const PAGE: u64 = 500;

/// A row with the id of its record.
pub struct Known<R> {
    pub id: Uuid,
    pub row: R,
}

/// Some rows, and after which reference the next ones stand; nothing when these are the last.
pub struct Page<R> {
    pub rows: Vec<Known<R>>,
    pub next: Option<String>,
}

impl<R> Page<R> {
    /// A page of records that were read in the order of these references.
    fn of<'a>(rows: Vec<Known<R>>, references: impl ExactSizeIterator<Item = &'a String>) -> Self {
        let is_full = references.len() as u64 == PAGE;
        Self { rows, next: references.last().filter(|_| is_full).cloned() }
    }
}

/// The records after a reference in byte order, whatever order the language of the database has.
fn after<E>(db: &impl ConnectionTrait, column: E::Column, reference: &str) -> Select<E>
where
    E: EntityTrait,
{
    let bytes = match db.get_database_backend() {
        DbBackend::Postgres => {
            Expr::cust(format!(r#""{}"."{}" COLLATE "C""#, E::default().table_name(), column.as_str()))
        }
        _ => Expr::col((E::default(), column)),
    };
    E::find().filter(bytes.clone().gt(reference)).order_by(bytes, Order::Asc).limit(PAGE)
}

pub async fn partners(db: &impl ConnectionTrait, from: &str) -> Result<Page<PartnerRow>, DbErr> {
    let found = after::<partners::Entity>(db, partners::Column::Name, from).all(db).await?;
    let rows = found.iter().map(|partner| Known { id: partner.id, row: partner.clone().into() }).collect();
    Ok(Page::of(rows, found.iter().map(|partner| &partner.name)))
}

pub async fn areas(db: &impl ConnectionTrait, from: &str) -> Result<Page<AreaRow>, DbErr> {
    let found = after::<housing_areas::Entity>(db, housing_areas::Column::Name, from).all(db).await?;
    let partners = partner_names(db, found.iter().map(|area| area.partner_id)).await?;
    let row = |area: &entity::HousingArea| AreaRow {
        housing_area: written(&area.name),
        partner: named(&partners, area.partner_id),
    };
    let rows = found.iter().map(|area| Known { id: area.id, row: row(area) }).collect();
    Ok(Page::of(rows, found.iter().map(|area| &area.name)))
}

pub async fn agreements(db: &impl ConnectionTrait, from: &str) -> Result<Page<AgreementRow>, DbErr> {
    let areas = after::<housing_areas::Entity>(db, housing_areas::Column::Name, from).all(db).await?;
    let names: HashMap<Uuid, String> = areas.iter().map(|area| (area.id, written(&area.name))).collect();
    let of_these = agreements::Column::HousingAreaId.is_in(names.keys().copied());
    let found = agreements::Entity::find().filter(of_these).all(db).await?;
    let row = |agreement: &entity::Agreement| AgreementRow::of(agreement, &named(&names, agreement.housing_area_id));
    let rows = found.iter().map(|agreement| Known { id: agreement.id, row: row(agreement) }).collect();
    Ok(Page::of(rows, areas.iter().map(|area| &area.name)))
}

async fn partner_names(
    db: &impl ConnectionTrait,
    ids: impl Iterator<Item = Uuid>,
) -> Result<HashMap<Uuid, String>, DbErr> {
    let found = partners::Entity::find().filter(partners::Column::Id.is_in(ids)).all(db).await?;
    Ok(found.into_iter().map(|partner| (partner.id, written(&partner.name))).collect())
}

/// The name of something that a foreign key has kept from being missing.
fn named(names: &HashMap<Uuid, String>, id: Uuid) -> String {
    names.get(&id).cloned().unwrap_or_default()
}
