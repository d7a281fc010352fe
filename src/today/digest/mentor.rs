//! To a mentor: the meetings of the week, what they have not answered, and the steps of the goals whose day comes; of a course in
//! which they stand in, the meetings alone. Nothing of a course whose two may not be in contact.

use chrono::{Days, Duration};
use entity::{
    mentors,
    users::{self, Role},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, prelude::Uuid};

use crate::{
    account::own::wants_digest,
    clock::local_date,
    course::{agreement::due_steps, did_you_meet::asked_of_mentor, facts, planned::open_of, stand_in},
    duty::{self, Thing},
    language::first_name,
    mentor::{self, RunningCourse},
    message::{Addressee, Desk, Letter, Writing, text, texted},
};

/// What was not answered is asked in the letters of so many days, twice at most: what is older, staff ask about.
const ASKED_DAYS: i64 = 14;

pub(super) async fn mentor(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    let Some(mentor) = mentors::Entity::find_by_id(id).one(&desk.db).await? else { return Ok(None) };
    let Some(user_id) = mentor.user_id else { return Ok(None) };
    let here = users::Entity::find_by_id(user_id).filter(users::Column::DisabledAt.is_null());
    let user = here.filter(users::Column::Role.eq(Role::Mentor)).one(&desk.db).await?;
    let Some(user) = user else { return Ok(None) };
    if !wants_digest(&desk.db, &user, Some(id)).await? {
        return Ok(None);
    }
    let mut courses = mentor::running_courses(&desk.db, id).await?;
    let own: Vec<Uuid> = courses.iter().map(|course| course.id).collect();
    courses.extend(stand_in::courses_of(&desk.db, desk.clock.today(), id).await?.into_iter().map(|one| one.course));
    courses.retain(RunningCourse::may_meet);
    let writing = Writing::to(&desk, Addressee::mentor(id), &mentor.email, &user.language)
        .about(duty::contact_of(&desk, Thing::Mentor, id).await?)
        .subject("digest-mentor-subject")
        .greet(&mentor.name)
        .say("digest-mentor-lead");
    let Some(writing) = lines(&desk, writing, (id, &own), &courses).await? else { return Ok(None) };
    let page = desk.url("/mentor");
    if let Some(to) = texted(&desk, &mentor).await? {
        return Ok(Some(text(&desk, to, &user.language, "message-text-digest-mentor", &page)));
    }
    Ok(Some(writing.link("digest-mentor-link", page).finish()?))
}

/// The letter with a line for each thing of the week; nothing where there is none.
async fn lines(
    desk: &Desk,
    mut writing: Writing,
    (mentor, own): (Uuid, &[Uuid]),
    courses: &[RunningCourse],
) -> anyhow::Result<Option<Writing>> {
    let ids: Vec<Uuid> = courses.iter().map(|course| course.id).collect();
    let (now, today, tr) = (desk.clock.now(), desk.clock.today(), writing.tr());
    let mut is_empty = true;
    let with = |course_id: Uuid| {
        let course = courses.iter().find(|course| course.id == course_id);
        ("name", course.map(|course| first_name(&course.young_person).to_owned()).unwrap_or_default())
    };
    let page = |course_id: Uuid| desk.url(format!("/courses/{course_id}"));
    let asked_since = now - Duration::days(ASKED_DAYS);
    let who = stand_in::WhoMeets::of(&desk.db, &ids).await?;
    for meeting in open_of(&desk.db, &ids).await? {
        let asked = who.asked(meeting.course_id, local_date(meeting.starts_at), today);
        let is_of_these_weeks = meeting.starts_at <= now + Duration::days(7) && meeting.starts_at >= asked_since;
        if !is_of_these_weeks || asked != Some(mentor) {
            continue;
        }
        let key = if meeting.starts_at > now { "digest-mentor-meeting" } else { "digest-mentor-question" };
        let words = [with(meeting.course_id), ("when", tr.appointment(&meeting.starts_at))];
        (writing, is_empty) = (writing.link_with(key, words, page(meeting.course_id)), false);
    }
    let questions = asked_of_mentor(&desk.db, today, mentor, &not_paused(desk, &ids).await?).await?;
    for question in questions.into_iter().filter(|question| question.about_on >= local_date(asked_since)) {
        let words = [with(question.course_id), ("when", tr.date(&question.about_on))];
        (writing, is_empty) = (writing.link_with("digest-mentor-question", words, page(question.course_id)), false);
    }
    let own: Vec<Uuid> = ids.into_iter().filter(|id| own.contains(id)).collect();
    for step in due_steps(&desk.db, &own, today + Days::new(6)).await? {
        let day = step.due_on.map(|day| tr.date(&day)).unwrap_or_default();
        let words = [with(step.course_id), ("date", day)];
        (writing, is_empty) = (writing.link_with("digest-mentor-step", words, page(step.course_id)), false);
    }
    Ok((!is_empty).then_some(writing))
}

/// Of a course that rests nobody asks whether the two met.
async fn not_paused(desk: &Desk, courses: &[Uuid]) -> anyhow::Result<Vec<Uuid>> {
    let facts = facts(&desk.db, courses, desk.clock.today()).await?;
    let rests = |id: &Uuid| facts.get(id).is_some_and(|known| known.is_paused);
    Ok(courses.iter().filter(|id| !rests(id)).copied().collect())
}
