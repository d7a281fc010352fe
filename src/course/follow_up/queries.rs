//! Follow-ups and their tries read: of one course, or one of them.

use chrono::NaiveDate;
use entity::{
    FollowUp, FollowUpTry, courses,
    follow_up_tries::{self, Review, current},
    follow_ups, referrals,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, prelude::Uuid,
};

use super::state::rests;

/// The follow-ups of a course, those that are due next first.
pub async fn of_course(db: &impl ConnectionTrait, course_id: Uuid) -> Result<Vec<FollowUp>, DbErr> {
    let own = follow_ups::Entity::find().filter(follow_ups::Column::CourseId.eq(course_id));
    own.order_by_asc(follow_ups::Column::DueOn).order_by_asc(follow_ups::Column::Id).all(db).await
}

/// What is held to be so of all tries in a course, the earliest first.
pub async fn tries_of_course(db: &impl ConnectionTrait, course_id: Uuid) -> Result<Vec<FollowUpTry>, DbErr> {
    follow_up_tries::Entity::find()
        .join(JoinType::InnerJoin, follow_up_tries::to_follow_up())
        .filter(follow_ups::Column::CourseId.eq(course_id))
        .filter(current())
        .order_by_asc(follow_up_tries::Column::TriedAt)
        .order_by_asc(follow_up_tries::Column::Id)
        .all(db)
        .await
}

/// What was said at the last review of a course, where it came to a stop.
pub async fn stop_of(db: &impl ConnectionTrait, course_id: Uuid) -> Result<Option<FollowUpTry>, DbErr> {
    let tries = tries_of_course(db, course_id).await?;
    let last = tries.into_iter().rev().find(|one| one.review.is_some());
    Ok(last.filter(|one| one.review == Some(Review::Stop)))
}

/// What is held to be so of the tries of one follow-up, the earliest first.
pub async fn tries_of(db: &impl ConnectionTrait, follow_up_id: Uuid) -> Result<Vec<FollowUpTry>, DbErr> {
    follow_up_tries::Entity::find()
        .filter(follow_up_tries::Column::FollowUpId.eq(follow_up_id))
        .filter(current())
        .order_by_asc(follow_up_tries::Column::TriedAt)
        .order_by_asc(follow_up_tries::Column::Id)
        .all(db)
        .await
}

/// Whether nobody is to be called for this follow-up now.
pub async fn is_resting(db: &impl ConnectionTrait, id: Uuid, today: NaiveDate) -> Result<bool, DbErr> {
    let resting = follow_ups::Entity::find_by_id(id)
        .join(JoinType::InnerJoin, follow_ups::to_course())
        .join(JoinType::InnerJoin, courses::to_referral())
        .filter(rests(today))
        .select_only()
        .column(referrals::Column::Id);
    Ok(resting.into_tuple::<Uuid>().one(db).await?.is_some())
}
