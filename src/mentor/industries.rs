//! The industries a mentor works in, as rows and as codes.

use std::collections::HashMap;

use entity::mentor_industries::{self, Column, Entity, IndustrySystem as StoredSystem};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, prelude::Uuid,
};

use crate::{
    industry::{self, IndustryCode, IndustrySystem},
    language::Tr,
};

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
        industries.entry(row.mentor_id).or_default().extend(code_of(&row));
    }
    Ok(industries)
}

/// The code that a row stores; `None` when the classification no longer knows it.
pub fn code_of(row: &mentor_industries::Model) -> Option<IndustryCode> {
    let system = match row.system {
        StoredSystem::Db07 => IndustrySystem::Db07,
        StoredSystem::Db25 => IndustrySystem::Db25,
    };
    IndustryCode::new(system, &row.code).ok()
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
        system: Set(match code.system() {
            IndustrySystem::Db07 => StoredSystem::Db07,
            IndustrySystem::Db25 => StoredSystem::Db25,
        }),
        code: Set(code.code()),
        division: Set(code.division().to_owned()),
    }
}

/// What people call the division that a code lies in.
pub fn title(tr: Tr, code: &IndustryCode) -> String {
    match (industry::division(code), tr) {
        (Some(division), Tr::Danish) => division.danish.to_owned(),
        (Some(division), Tr::English) => division.english.to_owned(),
        (None, _) => code.to_string(),
    }
}

/// The titles with semicolons between, each once.
pub fn titles(tr: Tr, codes: &[IndustryCode]) -> String {
    let mut titles: Vec<String> = Vec::new();
    for code in codes {
        let title = title(tr, code);
        if !titles.contains(&title) {
            titles.push(title);
        }
    }
    titles.join("; ")
}
