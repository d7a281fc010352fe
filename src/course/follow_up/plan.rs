//! Keeps the rows in step with the facts: of each side of a running course, what is to be done next and when.

use std::collections::HashMap;

use chrono::NaiveDate;
use entity::{
    FollowUp, courses,
    follow_ups::{self, Column, Entity, Side},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, Iterable,
    QueryFilter, QuerySelect, QueryTrait, prelude::Uuid, sea_query::OnConflict,
};

use super::days::due;
use crate::{
    config::Rules,
    course::basis::{Basis, bases},
};

/// What is known of the plan of one course.
struct Known {
    course_id: Uuid,
    basis: Basis,
    rows: Vec<FollowUp>,
}

/// What puts a plan in step again.
enum Step {
    Move(Uuid, NaiveDate),
    Add(Side, i32, NaiveDate),
}

impl Known {
    fn steps(&self, rules: &Rules, today: NaiveDate) -> Vec<Step> {
        Side::iter().filter_map(|side| self.step(side, rules, today)).collect()
    }

    fn step(&self, side: Side, rules: &Rules, today: NaiveDate) -> Option<Step> {
        let own: Vec<&FollowUp> = self.rows.iter().filter(|row| row.side == side).collect();
        let closed_on = |row: &FollowUp| row.reached_on.or(row.not_reached_on).map(|day| day.max(row.due_on));
        let done_on = own.iter().filter_map(|row| closed_on(row)).max();
        if side == Side::Both && done_on.is_some() {
            return None;
        }
        let open = own.iter().find(|row| closed_on(row).is_none());
        let planned_on = open.map_or(today, |row| row.planned_on);
        let due_on = due(side, &self.basis, rules, (done_on, planned_on))?;
        match open {
            Some(row) => (row.due_on != due_on).then_some(Step::Move(row.id, due_on)),
            None => Some(Step::Add(side, own.iter().map(|row| row.number).max().unwrap_or_default() + 1, due_on)),
        }
    }
}

/// The running courses whose follow-ups are not planned as the facts have it.
pub async fn out_of_step(db: &impl ConnectionTrait, rules: &Rules, today: NaiveDate) -> Result<Vec<Uuid>, DbErr> {
    let known = known(db, Condition::all().add(courses::Column::EndedOn.is_null())).await?;
    Ok(known.iter().filter(|known| !known.steps(rules, today).is_empty()).map(|known| known.course_id).collect())
}

/// Plans what is to be done next in a running course. Safe to run twice, and at once.
pub async fn keep(tx: &impl ConnectionTrait, rules: &Rules, today: NaiveDate, course_id: Uuid) -> Result<(), DbErr> {
    courses::Entity::find_by_id(course_id).lock_exclusive().one(tx).await?;
    let running = Condition::all().add(courses::Column::EndedOn.is_null());
    for known in known(tx, running.add(courses::Column::Id.eq(course_id))).await? {
        for step in known.steps(rules, today) {
            take(tx, course_id, today, step).await?;
        }
    }
    Ok(())
}

async fn take(tx: &impl ConnectionTrait, course_id: Uuid, today: NaiveDate, step: Step) -> Result<(), DbErr> {
    match step {
        Step::Move(id, due_on) => {
            let moved = follow_ups::ActiveModel { id: Set(id), due_on: Set(due_on), ..Default::default() };
            moved.update(tx).await.map(drop)
        }
        Step::Add(side, number, due_on) => {
            let row = follow_ups::ActiveModel {
                id: Set(Uuid::now_v7()),
                course_id: Set(course_id),
                side: Set(side),
                number: Set(number),
                planned_on: Set(today),
                due_on: Set(due_on),
                reached_on: Set(None),
                not_reached_on: Set(None),
                partner_told_on: Set(None),
            };
            let once = OnConflict::columns([Column::CourseId, Column::Side, Column::Number]).do_nothing().to_owned();
            Entity::insert(row).on_conflict(once).exec_without_returning(tx).await.map(drop)
        }
    }
}

/// What is known of these courses, in four reads.
async fn known(db: &impl ConnectionTrait, which: Condition) -> Result<Vec<Known>, DbErr> {
    let courses = courses::Entity::find().filter(which.clone()).select_only().column(courses::Column::Id);
    let mut rows = HashMap::<Uuid, Vec<_>>::new();
    for row in Entity::find().filter(Column::CourseId.in_subquery(courses.into_query())).all(db).await? {
        rows.entry(row.course_id).or_default().push(row);
    }
    let known = |(course_id, basis)| Known { course_id, basis, rows: rows.remove(&course_id).unwrap_or_default() };
    Ok(bases(db, &which).await?.into_iter().map(known).collect())
}
