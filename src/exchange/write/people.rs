//! The young people of the referrals.

use std::collections::HashMap;

use entity::young_people;
use sea_orm::{ActiveValue::Set, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, prelude::Uuid};

use super::{CHUNK, by_id, next, replace};
use crate::exchange::{scheme::Scheme, tables::YouthRow};

/// Writes the people of the written referrals, and returns the ids of all people by `youth_id`.
pub async fn write(tx: &impl ConnectionTrait, scheme: &Scheme) -> Result<HashMap<String, Uuid>, DbErr> {
    let mut ids: HashMap<String, Uuid> = scheme.people.iter().map(|(id, person)| (id.clone(), person.id)).collect();
    let (mut new, mut known) = (Vec::new(), HashMap::new());
    for entry in scheme.referrals.entries.iter().filter(|entry| entry.is_written()) {
        let youth = &entry.row.youth;
        match scheme.people.get(&youth.youth_id) {
            // What a file says of the one must not overwrite the other, into whom staff merged it.
            Some(person) if person.was_merged => (),
            Some(person) => drop(known.insert(person.id, youth)),
            None if ids.contains_key(&youth.youth_id) => (),
            None => {
                let id = Uuid::now_v7();
                ids.insert(youth.youth_id.clone(), id);
                new.push((id, youth));
            }
        }
    }
    for chunk in new.chunks(CHUNK) {
        let records = chunk.iter().map(|(id, youth)| {
            let mut record = young_people::ActiveModel { id: Set(*id), ..Default::default() };
            put(youth, &mut record);
            record
        });
        young_people::Entity::insert_many(records).exec_without_returning(tx).await?;
    }
    update(tx, known).await?;
    Ok(ids)
}

/// Writes what differs of people whom the database knows.
async fn update(tx: &impl ConnectionTrait, rows: HashMap<Uuid, &YouthRow>) -> Result<(), DbErr> {
    let people = by_id::<young_people::Entity>(tx, rows.keys().copied()).await?;
    let mut changed = Vec::new();
    for (id, person) in people {
        let Some(youth) = rows.get(&id) else { continue };
        if **youth != YouthRow::from(person.clone()) {
            let mut record = person.into_active_model();
            put(youth, &mut record);
            changed.push(record);
        }
    }
    for chunk in changed.chunks(CHUNK) {
        replace::<young_people::Entity>(tx, chunk.to_vec()).await?;
    }
    Ok(())
}

fn put(youth: &YouthRow, record: &mut young_people::ActiveModel) {
    youth.put(record);
    record.version = next(&record.version);
}
