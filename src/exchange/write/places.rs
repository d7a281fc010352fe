//! Partners and their housing areas.

use entity::{housing_areas, partners};
use sea_orm::{ActiveValue::Set, ConnectionTrait, DbErr};

use super::records;
use crate::exchange::{import::Progress, scheme::Scheme};

pub async fn partners(tx: &impl ConnectionTrait, scheme: &Scheme, progress: Progress<'_>) -> Result<(), DbErr> {
    records::<partners::Entity, _>(tx, &scheme.partners, progress, |entry, record| {
        let row = entry.row.clone();
        record.name = Set(row.partner);
        record.town = Set(row.town);
        record.postcode = Set(row.postcode);
        record.contact_name = Set(row.contact_name);
        record.contact_email = Set(row.contact_email);
    })
    .await
}

pub async fn areas(tx: &impl ConnectionTrait, scheme: &Scheme, progress: Progress<'_>) -> Result<(), DbErr> {
    records::<housing_areas::Entity, _>(tx, &scheme.areas, progress, |entry, record| {
        record.name = Set(entry.row.housing_area.clone());
        // The check has found every partner.
        record.partner_id = scheme.partners.id(&entry.row.partner).map(Set).unwrap_or_default();
    })
    .await
}
