//! What is written when a mentor asks for advice: to whoever sees to the course, and to the mentor once there is an answer. The
//! subject of each is the course's id.

use entity::{
    Course, Mentor,
    advice_requests::{Column, Entity},
    courses, mentors,
};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, prelude::Uuid};

use super::queries::waits;
use crate::{
    course::stand_in,
    duty::{self, Thing},
    message::{Addressee, Desk, Letter, Writing, letters},
};

letters! {
    ADVICE_ASKED = "advice_asked", "/courses", advice_asked
        when "a mentor asks for advice about a course",
        so that "whoever sees to the course answers",
        says { Mail to [User]: "course-advice-asked-subject", "course-advice-asked", "course-advice-open"; },
        as Case, unsubscribe Never,
        quiet Waits, useless after Never, if unknown Again;
    ADVICE_ANSWERED = "advice_answered", "/courses", advice_answered
        when "staff have answered a mentor who asked for advice",
        so that "the mentor reads it",
        says { Mail to [Mentor]: "course-advice-answered-subject", "course-advice-answered-text", "course-advice-open"; },
        as Case, unsubscribe Never,
        quiet Waits, useless after Never, if unknown Again;
}

/// As long as something waits.
async fn advice_asked(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    if !waits(&desk.db, id).await? {
        return Ok(None);
    }
    let user = duty::hears(&desk.db, Thing::Course, id, desk.clock.today()).await?;
    let Some(user) = user else { return Ok(None) };
    let letter = Writing::to(&desk, Addressee::user(user.id), &user.email, &user.language)
        .about_no_case()
        .subject("course-advice-asked-subject")
        .greet(&user.name)
        .say("course-advice-asked")
        .link("course-advice-open", desk.url(format!("/courses/{id}/advice")));
    Ok(Some(letter.finish()?))
}

async fn advice_answered(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    let Some(course) = courses::Entity::find_by_id(id).one(&desk.db).await? else { return Ok(None) };
    let Some(mentor) = who_asked(&desk, &course).await? else { return Ok(None) };
    let contact = duty::contact_of(&desk, Thing::Course, id).await?;
    let letter = Writing::to(&desk, Addressee::mentor(mentor.id), &mentor.email, &mentor.language)
        .about(contact)
        .subject("course-advice-answered-subject")
        .greet(&mentor.name)
        .say("course-advice-answered-text")
        .link("course-advice-open", desk.url(format!("/courses/{id}/advice")));
    Ok(Some(letter.finish()?))
}

/// The mentor to whom the last answer is given: the one of the course, or whoever stands in and asked. Nobody once they do not
/// stand in any more.
async fn who_asked(desk: &Desk, course: &Course) -> Result<Option<Mentor>, DbErr> {
    let answered = Entity::find().filter(Column::CourseId.eq(course.id)).filter(Column::AnsweredAt.is_not_null());
    let last = answered.order_by_desc(Column::AnsweredAt).order_by_desc(Column::Id).one(&desk.db).await?;
    let own = mentors::Entity::find_by_id(course.mentor_id).one(&desk.db).await?;
    let Some(user) = last.and_then(|last| last.asked_by) else { return Ok(own) };
    let asking = mentors::Entity::find().filter(mentors::Column::UserId.eq(user)).one(&desk.db).await?;
    let Some(asking) = asking.filter(|asking| asking.id != course.mentor_id) else { return Ok(own) };
    let periods = stand_in::periods_of(&desk.db, desk.clock.today(), asking.id).await?;
    Ok(periods.iter().any(|period| period.course_id == course.id).then_some(asking))
}
