//! On which days the letters of questionnaires left: what is asked on a day may leave on a later one, or not at all.

use std::collections::HashMap;

use chrono::NaiveDate;
use entity::{
    Message, Questionnaire,
    messages::{Column, Entity},
};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, prelude::Uuid};

use super::letters;
use crate::{
    clock::local_date,
    message::{First, first_of},
};

/// When somebody was written to about a questionnaire, the first and the second time; nothing where no letter left.
pub type LeftOn = [Option<NaiveDate>; 2];

/// The days of these, by their ids: one query.
pub async fn left_on(db: &impl ConnectionTrait, asked: &[Questionnaire]) -> Result<HashMap<Uuid, LeftOn>, DbErr> {
    let courses = asked.iter().filter(|one| one.asked_on.is_some()).map(|one| one.course_id);
    let kinds = letters::LETTERS.iter().map(|kind| kind.name);
    let found = Entity::find().filter(Column::SubjectId.is_in(courses)).filter(Column::Kind.is_in(kinds));
    let letters = found.all(db).await?;
    let days = |one: &Questionnaire| [one.asked_on, one.asked_again_on].map(|day| left(&letters, one, day?));
    Ok(asked.iter().map(|one| (one.id, days(one))).collect())
}

/// Where no letter of ours was queued on the day, another one asked, which had left.
fn left(letters: &[Message], asked: &Questionnaire, day: NaiveDate) -> Option<NaiveDate> {
    let kind = letters::of(asked.side, asked.wave).name;
    let of_day = letters.iter().filter(|letter| {
        letter.kind == kind && letter.subject_id == asked.course_id && local_date(letter.queued_at) == day
    });
    match first_of(of_day) {
        First::Missing => Some(day),
        First::NotLeft => None,
        First::Left(day) => Some(day),
    }
}
