//! With which mentor the young person of a course meets on a day, and who is asked about it.

use std::collections::HashMap;

use chrono::{DateTime, Duration, NaiveDate, Utc};
use entity::{
    Course, StandIn, courses, mentors,
    stand_ins::{self, Column, Entity, GRACE_DAYS},
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, JoinType, QueryFilter, QuerySelect, prelude::Uuid,
};

use crate::clock::local_date;

/// Of some courses, who meets the young person on which day.
#[derive(Clone, Debug, Default)]
pub struct WhoMeets {
    periods: Vec<StandIn>,
    /// The mentor of each course.
    mentors: HashMap<Uuid, Uuid>,
}

impl WhoMeets {
    /// Reads it of these courses: two reads for all of them.
    pub async fn of(db: &impl ConnectionTrait, courses: &[Uuid]) -> Result<Self, DbErr> {
        if courses.is_empty() {
            return Ok(Self::default());
        }
        let own = courses::Entity::find().filter(courses::Column::Id.is_in(courses.iter().copied())).select_only();
        let mentors: Vec<(Uuid, Uuid)> =
            own.columns([courses::Column::Id, courses::Column::MentorId]).into_tuple().all(db).await?;
        Ok(Self { periods: periods(db, courses).await?, mentors: mentors.into_iter().collect() })
    }

    /// Whoever stands in on a day, while they can still be asked about it.
    pub fn stand_in(&self, course_id: Uuid, day: NaiveDate, today: NaiveDate) -> Option<&StandIn> {
        let may_answer = |period: &&StandIn| today <= period.until_on + Duration::days(GRACE_DAYS);
        let own = self.periods.iter().filter(|period| period.course_id == course_id);
        own.filter(may_answer).find(|period| period.covers(day))
    }

    /// The mentor who is asked about the meetings of a day: whoever stands in, or the one of the course.
    pub fn asked(&self, course_id: Uuid, day: NaiveDate, today: NaiveDate) -> Option<Uuid> {
        let stand_in = self.stand_in(course_id, day, today).map(|period| period.mentor_id);
        stand_in.or_else(|| self.mentors.get(&course_id).copied())
    }
}

/// Of those who have not left.
async fn periods(db: &impl ConnectionTrait, courses: &[Uuid]) -> Result<Vec<StandIn>, DbErr> {
    Entity::find()
        .join(JoinType::InnerJoin, stand_ins::to_mentor())
        .filter(Column::CourseId.is_in(courses.iter().copied()))
        .filter(stand_ins::kept())
        .filter(mentors::Column::LeftOn.is_null())
        .all(db)
        .await
}

/// The mentor whom the young person of a course meets on a day, and who is written to about it: whoever stands in then, or the
/// one of the course.
pub async fn mentor_on(
    db: &impl ConnectionTrait,
    course: &Course,
    day: NaiveDate,
    today: NaiveDate,
) -> Result<Uuid, DbErr> {
    let who = WhoMeets::of(db, &[course.id]).await?;
    Ok(who.asked(course.id, day, today).unwrap_or(course.mentor_id))
}

/// The mentor who said something about a day: also whoever stood in then and was ended since.
pub async fn who_said(
    db: &impl ConnectionTrait,
    course: &Course,
    (about_on, said_at): (NaiveDate, DateTime<Utc>),
) -> Result<Uuid, DbErr> {
    let then = Condition::any().add(Column::EndedAt.is_null()).add(Column::EndedAt.gt(said_at));
    let theirs = Entity::find().filter(Column::CourseId.eq(course.id)).filter(then);
    let first = local_date(said_at) - Duration::days(GRACE_DAYS);
    let theirs = theirs.filter(Column::NamedAt.lte(said_at)).filter(Column::UntilOn.gte(first));
    let covering = theirs.filter(Column::FromOn.lte(about_on)).filter(Column::UntilOn.gte(about_on));
    Ok(covering.one(db).await?.map_or(course.mentor_id, |period| period.mentor_id))
}
