//! Partners, their housing areas, and what was agreed with those.

use entity::{agreements, housing_areas, partners};
use sea_orm::{ActiveValue::Set, ConnectionTrait, DbErr};

use super::records;
use crate::exchange::{
    import::{How, Progress},
    merge::Fate,
    scheme::Scheme,
};

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

pub async fn agreements(
    tx: &impl ConnectionTrait,
    scheme: &Scheme,
    how: &How,
    progress: Progress<'_>,
) -> Result<(), DbErr> {
    records::<agreements::Entity, _>(tx, &scheme.agreements, progress, |entry, record| {
        let row = &entry.row;
        if entry.fate == Fate::New {
            record.written_at = Set(how.now);
        }
        // The check has found every area.
        record.housing_area_id = scheme.areas.id(&row.housing_area).map(Set).unwrap_or_default();
        record.kind = Set(row.kind);
        record.signed_on = Set(row.signed_on);
        record.starts_on = Set(row.starts_on);
        record.ends_on = Set(row.ends_on);
        record.expected_young_people = Set(row.expected_young_people);
    })
    .await
}
