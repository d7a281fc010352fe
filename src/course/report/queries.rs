//! The courses of a referral, with their steps.

use std::collections::HashMap;

use entity::{Course, Goal, courses, goals};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, prelude::Uuid};

pub async fn of_referral(db: &impl ConnectionTrait, id: Uuid) -> Result<Vec<Course>, DbErr> {
    let own = courses::Entity::find().filter(courses::Column::ReferralId.eq(id));
    own.order_by_asc(courses::Column::MatchedOn).order_by_asc(courses::Column::Id).all(db).await
}

pub async fn goals_of(db: &impl ConnectionTrait, courses: &[Uuid]) -> Result<HashMap<Uuid, Vec<Goal>>, DbErr> {
    let found = goals::Entity::find().filter(goals::Column::CourseId.is_in(courses.iter().copied())).all(db).await?;
    let mut goals: HashMap<Uuid, Vec<Goal>> = HashMap::new();
    for goal in found {
        goals.entry(goal.course_id).or_default().push(goal);
    }
    Ok(goals)
}
