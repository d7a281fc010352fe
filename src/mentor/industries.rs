//! The industries a mentor works in, as rows and as codes.

use std::collections::HashMap;

use entity::mentor_industries::{self, Column, Entity};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, prelude::Uuid,
};

use crate::industry::IndustryCode;

/// The industries of many mentors at once, in the order the mentor gave them; one without any has no entry.
pub async fn industries_of(
    db: &impl ConnectionTrait,
    mentor_ids: &[Uuid],
) -> Result<HashMap<Uuid, Vec<IndustryCode>>, DbErr> {
    let rows = Entity::find()
        .filter(Column::MentorId.is_in(mentor_ids.iter().copied()))
        .order_by_asc(Column::MentorId)
        .order_by_asc(Column::Position)
        .all(db)
        .await?;
    let mut industries: HashMap<Uuid, Vec<IndustryCode>> = HashMap::new();
    for row in rows {
        industries.entry(row.mentor_id).or_default().extend(IndustryCode::new(row.system, &row.code).ok());
    }
    Ok(industries)
}

/// Makes these the industries of a mentor, the first first. The caller tells the index.
pub(super) async fn replace(tx: &impl ConnectionTrait, mentor_id: Uuid, codes: &[IndustryCode]) -> Result<(), DbErr> {
    Entity::delete_many().filter(Column::MentorId.eq(mentor_id)).exec(tx).await?;
    let rows: Vec<_> = (0..).zip(codes).map(|(position, code)| row(mentor_id, position, code)).collect();
    if !rows.is_empty() {
        Entity::insert_many(rows).exec_without_returning(tx).await?;
    }
    Ok(())
}

fn row(mentor_id: Uuid, position: i32, code: &IndustryCode) -> mentor_industries::ActiveModel {
    mentor_industries::ActiveModel {
        id: Set(Uuid::now_v7()),
        mentor_id: Set(mentor_id),
        position: Set(position),
        system: Set(code.system()),
        code: Set(code.code()),
        division: Set(code.division().to_owned()),
    }
}
