//! Steps whose day has come, for those who go for them.

use chrono::NaiveDate;
use entity::{
    Goal,
    goals::{self, Column, Entity},
};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, prelude::Uuid};

use crate::language::Tr;

/// A step whose day has come.
#[derive(Clone, Debug)]
pub struct DueStep {
    /// Where it stands on the page of its course.
    pub path: String,
    pub with: String,
    pub text: String,
    pub day: String,
}

impl DueStep {
    pub fn new(tr: Tr, goal: &Goal, with: String) -> Self {
        let day = goal.due_on.map(|day| tr.date(&day)).unwrap_or_default();
        Self { path: format!("/courses/{}#goals", goal.course_id), with, text: goal.text.clone(), day }
    }
}

/// The steps of these courses whose day has come, the earliest first.
pub async fn due_steps(db: &impl ConnectionTrait, courses: &[Uuid], today: NaiveDate) -> Result<Vec<Goal>, DbErr> {
    let theirs = Entity::find().filter(Column::CourseId.is_in(courses.iter().copied())).filter(goals::due(today));
    theirs.order_by_asc(Column::DueOn).all(db).await
}
