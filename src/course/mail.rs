//! What messages of a course are about: the course itself, the proposal it began with, its surveys, what was agreed, what
//! was asked, who stands in, and who was drawn.

use entity::{Course, interviewees, surveys};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, prelude::Uuid};

use super::{Case, advice, planned, stand_in};
use crate::message::About;

pub async fn about(db: &impl ConnectionTrait, course: &Course) -> Result<About, DbErr> {
    let asked = surveys::Entity::find().filter(surveys::Column::CourseId.eq(course.id));
    let asked: Vec<Uuid> = asked.select_only().column(surveys::Column::Id).into_tuple().all(db).await?;
    let planned = planned::ids_of(db, course.id).await?;
    let beside = beside(db, &[course.id]).await?;
    let own = [Some(course.id), course.proposal_id].into_iter().flatten();
    let things = own.chain(asked).chain(planned).chain(beside).collect();
    Ok(About { things, people: Vec::new() })
}

/// The two of a course, to whom ways may be dead.
pub fn of_the_two(case: &Case) -> About {
    About { things: Vec::new(), people: vec![case.young_person_id, case.course.mentor_id] }
}

/// What messages of these courses are about besides: who stands in, what a mentor asked, and a young person who was drawn to be
/// interviewed.
pub async fn beside(db: &impl ConnectionTrait, courses: &[Uuid]) -> Result<Vec<Uuid>, DbErr> {
    let mut ids = stand_in::ids_of(db, courses).await?;
    ids.extend(advice::ids_of(db, courses).await?);
    let drawn = interviewees::Entity::find().filter(interviewees::Column::CourseId.is_in(courses.iter().copied()));
    let drawn = drawn.filter(interviewees::of_young_people()).select_only().column(interviewees::Column::Id);
    ids.extend(drawn.into_tuple::<Uuid>().all(db).await?);
    Ok(ids)
}
