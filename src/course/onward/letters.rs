//! The mentor is asked for the onward plan. The subject is the course's id; nothing is written when the plan is there by then, or
//! nobody can be asked.

use entity::{courses::Column, links::LinkPurpose};
use sea_orm::{ColumnTrait, QueryFilter, prelude::Uuid};

use super::ask::wanting;
use crate::{
    account::link,
    course::{
        my_course::with_my_course,
        sides::{language_of, mentee_name, mentor_and_user},
    },
    duty::{self, Thing},
    language::{Tr, first_name},
    message::{Addressee, Desk, Letter, Writing, letters, text_with, texted},
};

letters! {
    ONWARD_PLAN = "onward_plan", "/courses", onward_plan
        when "the planned end of a course is near and nobody has said what comes after it",
        so that "the two talk in time about the last meetings and what the young person goes on to",
        says {
            Mail to [Mentor]: "course-onward-letter-subject", "course-onward-letter-text", "course-onward-letter-link",
                "course-onward-letter-free", "my-course-letter";
            Sms to [Mentor]: "message-text-onward";
        },
        as Reminder, unsubscribe OneClick,
        quiet Waits, useless after Days(14), if unknown Asked;
}

async fn onward_plan(desk: Desk, course_id: Uuid) -> anyhow::Result<Option<Letter>> {
    let wanted = wanting(&desk.config.rules, desk.clock.today()).filter(Column::Id.eq(course_id));
    let Some(course) = wanted.one(&desk.db).await? else { return Ok(None) };
    let Some((mentor, user)) = mentor_and_user(&desk.db, course.mentor_id).await? else { return Ok(None) };
    let language = language_of(&mentor, user.as_ref());
    if let Some(to) = texted(&desk, &mentor).await? {
        let link = link::issue_short_in(&desk, LinkPurpose::Onward, course_id).await?;
        let said = [("date", Tr::from_tag(language).date(&course.planned_end_on)), ("link", link)];
        return Ok(Some(text_with(&desk, to, language, "message-text-onward", said)));
    }
    let mentee = mentee_name(&desk.db, course.referral_id).await?;
    let token = link::issue_in(&desk, LinkPurpose::Onward, course_id).await?;
    let writing = Writing::to(&desk, Addressee::mentor(mentor.id), &mentor.email, language)
        .about(duty::contact_of(&desk, Thing::Course, course_id).await?)
        .subject("course-onward-letter-subject")
        .greet(&mentor.name);
    let end = writing.tr().date(&course.planned_end_on);
    let letter = writing
        .say2("course-onward-letter-text", ("name", first_name(&mentee)), ("date", &end))
        .link("course-onward-letter-link", desk.url(format!("/onward/{token}")))
        .say("course-onward-letter-free");
    Ok(Some(with_my_course(letter, &desk, course_id).await?.finish()?))
}
