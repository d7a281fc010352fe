//! Periods read: of a course, of whoever stands in, and the courses in which somebody does.

use chrono::{Duration, NaiveDate};
use entity::{
    StandIn, mentors,
    stand_ins::{self, Column, Entity, GRACE_DAYS},
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
    prelude::Uuid,
};

use crate::{
    course::access::stood_in_by,
    mentor::{self, RunningCourse},
};

/// A period with the name of whoever stands in.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Named {
    #[sea_orm(nested)]
    pub period: StandIn,
    pub name: String,
}

/// The periods of a course that are not over on this day, the next first.
pub async fn running_or_coming(
    db: &impl ConnectionTrait,
    today: NaiveDate,
    course_id: Uuid,
) -> Result<Vec<Named>, DbErr> {
    let own = Entity::find().filter(Column::CourseId.eq(course_id)).filter(stand_ins::kept());
    own.join(JoinType::InnerJoin, stand_ins::to_mentor())
        .column_as(mentors::Column::Name, "name")
        .filter(Column::UntilOn.gte(today))
        .order_by_asc(Column::FromOn)
        .into_model()
        .all(db)
        .await
}

/// One period, ended or not, with the name of whoever stands in.
pub async fn named_of(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Named>, DbErr> {
    Entity::find_by_id(id)
        .join(JoinType::InnerJoin, stand_ins::to_mentor())
        .column_as(mentors::Column::Name, "name")
        .into_model()
        .one(db)
        .await
}

/// The period, if whoever stands in can open the course by it on this day.
pub async fn open_on(db: &impl ConnectionTrait, today: NaiveDate, id: Uuid) -> Result<Option<StandIn>, DbErr> {
    Entity::find_by_id(id).filter(stand_ins::between(today - Duration::days(GRACE_DAYS), today)).one(db).await
}

/// The period that what is written to whoever stands in in a course is about: the one that runs or comes next, or the last one if it
/// was over lately.
pub async fn period_of(
    db: &impl ConnectionTrait,
    today: NaiveDate,
    (course_id, mentor_id): (Uuid, Uuid),
) -> Result<Option<StandIn>, DbErr> {
    let theirs = Entity::find().filter(Column::CourseId.eq(course_id)).filter(Column::MentorId.eq(mentor_id));
    let lately = theirs.filter(stand_ins::kept()).filter(Column::UntilOn.gte(today - Duration::days(GRACE_DAYS)));
    let lately = lately.order_by_asc(Column::FromOn).all(db).await?;
    let next = lately.iter().find(|period| period.until_on >= today);
    Ok(next.or(lately.last()).cloned())
}

/// The course of a period.
pub async fn course_of(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Uuid>, DbErr> {
    Entity::find_by_id(id).select_only().column(Column::CourseId).into_tuple().one(db).await
}

/// What messages about those who stand in for the mentors of courses are about.
pub async fn ids_of(db: &impl ConnectionTrait, courses: &[Uuid]) -> Result<Vec<Uuid>, DbErr> {
    let own = Entity::find().filter(Column::CourseId.is_in(courses.iter().copied()));
    own.select_only().column(Column::Id).into_tuple().all(db).await
}

/// The periods by which somebody can open courses on this day, the earliest first.
pub async fn periods_of(db: &impl ConnectionTrait, today: NaiveDate, mentor_id: Uuid) -> Result<Vec<StandIn>, DbErr> {
    let open = stand_ins::between(today - Duration::days(GRACE_DAYS), today);
    let own = Entity::find().filter(Column::MentorId.eq(mentor_id)).filter(open);
    own.order_by_asc(Column::FromOn).all(db).await
}

/// A course in which somebody stands in.
#[derive(Clone, Debug)]
pub struct StoodIn {
    pub course: RunningCourse,
    pub period: StandIn,
}

/// The courses in which a mentor stands in and which they can open on this day.
pub async fn courses_of(db: &impl ConnectionTrait, today: NaiveDate, mentor_id: Uuid) -> Result<Vec<StoodIn>, DbErr> {
    let periods = periods_of(db, today, mentor_id).await?;
    if periods.is_empty() {
        return Ok(Vec::new());
    }
    let courses = mentor::running_where(db, stood_in_by(today, mentor_id)).await?;
    let with_period = |course: RunningCourse| {
        // Of two periods in a row the later one holds.
        let period = periods.iter().rfind(|period| period.course_id == course.id)?.clone();
        Some(StoodIn { course, period })
    };
    Ok(courses.into_iter().filter_map(with_period).collect())
}
