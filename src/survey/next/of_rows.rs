//! The next step of every line of a page of the list: five queries, however many lines it has.

use std::collections::HashMap;

use chrono::NaiveDate;
use entity::{ContactAttempt, ContactWay, YoungPerson, contact_attempts, surveys::SurveyKind, young_people};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, prelude::Uuid};

use super::{Known, Routes, next, told};
use crate::{
    config::Rules,
    language::Tr,
    message::{self, sms::Sms},
    referral::ways,
    survey::{State, SurveyRow},
};

/// What is known of all of them.
struct Facts {
    people: HashMap<Uuid, YoungPerson>,
    others: HashMap<Uuid, Vec<ContactWay>>,
    dead: HashMap<Uuid, Vec<String>>,
    tries: HashMap<(Uuid, SurveyKind), Vec<ContactAttempt>>,
}

/// Writes the next step into each line of somebody who is due to be asked.
pub async fn fill(
    db: &impl ConnectionTrait,
    (tr, today): (Tr, NaiveDate),
    (sms, rules): (&Sms, &Rules),
    rows: &mut [SurveyRow],
) -> Result<(), DbErr> {
    let due: Vec<_> = rows.iter_mut().filter(|row| row.state(today) == State::Due && !row.has_died).collect();
    let facts = Facts::of(db, &due).await?;
    for row in due {
        let Some(person) = facts.people.get(&row.young_person_id) else { continue };
        let dead = facts.dead.get(&person.id).map_or(&[][..], Vec::as_slice);
        let others = facts.others.get(&person.id).map_or(&[][..], Vec::as_slice);
        let tries = facts.tries.get(&(row.course_id, row.kind)).map_or(&[][..], Vec::as_slice);
        let routes = Routes::new(person, (dead, others), (row.agrees, sms));
        let next = next(&Known { due_on: row.due_on, tries, routes: &routes }, rules, today);
        row.next = told((tr, today), &next, (&routes, person.phone.as_deref().unwrap_or_default()), others);
    }
    Ok(())
}

impl Facts {
    async fn of(db: &impl ConnectionTrait, rows: &[&mut SurveyRow]) -> Result<Self, DbErr> {
        use contact_attempts::{Column, Entity};
        let people: Vec<Uuid> = rows.iter().map(|row| row.young_person_id).collect();
        let tries = Entity::find()
            .filter(Column::CourseId.is_in(rows.iter().map(|row| row.course_id)))
            .filter(contact_attempts::counted())
            .order_by_asc(Column::AttemptedOn)
            .order_by_asc(Column::AttemptedAt)
            .order_by_asc(Column::Id);
        let found = young_people::Entity::find().filter(young_people::Column::Id.is_in(people.clone())).all(db).await?;
        Ok(Self {
            people: found.into_iter().map(|person| (person.id, person)).collect(),
            others: ways::others_of_all(db, &people).await?,
            dead: message::dead_values_of(db, &people).await?,
            tries: grouped(tries.all(db).await?, |attempt| (attempt.course_id, attempt.kind)),
        })
    }
}

fn grouped<K: Eq + std::hash::Hash, R>(rows: Vec<R>, key: impl Fn(&R) -> K) -> HashMap<K, Vec<R>> {
    let mut groups: HashMap<K, Vec<R>> = HashMap::new();
    for row in rows {
        groups.entry(key(&row)).or_default().push(row);
    }
    groups
}
