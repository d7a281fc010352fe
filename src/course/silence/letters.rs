//! What is written when a young person fell silent. The subject of each is the course's id; what is written no more when the
//! silence is over by then, or somebody has answered.

use entity::{
    SilenceRow,
    consents::ConsentPurpose,
    links::LinkPurpose,
    referrals,
    silence_steps::{Column, Entity, SilenceStep},
};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, prelude::Uuid};

use super::{
    answer::standing,
    queries::{AsOf, Silent},
};
use crate::{
    account::link,
    course::{
        my_course::with_own_course,
        my_mentor::wishes_writing,
        people::case_of,
        sides::{language_of, mentee_name, mentor_and_user, signs_in},
        stand_in::mentor_on,
    },
    duty::{self, Thing},
    language::first_name,
    message::{Addressee, Desk, Letter, Writing, letters, text, text_with, texted},
    referral::{self, Written},
};

letters! {
    MENTOR = "silence_mentor", "/courses", mentor
        when "two should have met by now, have not, and have not agreed on a day",
        so that "the mentor rings the young person",
        says {
            Mail to [Mentor]: "course-silence-mentor-subject", "course-silence-mentor-since", "course-silence-mentor-never",
                "course-silence-mentor-ring", "course-silence-mentor-write", "course-planned-letter-course", "my-course-letter";
            Sms to [Mentor]: "message-text-silence-mentor", "message-text-silence-mentor-write";
        },
        as Reminder, unsubscribe OneClick,
        quiet Waits, useless after Days(9), if unknown Asked;
    YOUNG_PERSON = "silence_young_person", "/courses", young_person
        when "the mentor was asked or reminded and the two have still not met",
        so that "the young person says with one press whether they are still there",
        says {
            Mail to [YoungPerson]: "course-silence-mentee-subject", "course-silence-mentee-text",
                "course-silence-mentee-link", "course-silence-mentee-free";
            Sms to [YoungPerson]: "message-text-silence-mentee";
        },
        as Reminder, unsubscribe OneClick,
        quiet Waits, useless after Days(6), if unknown Asked;
    REFERRER = "silence_referrer", "/courses", referrer
        when "neither the mentor nor we have heard from a young person",
        so that "whoever referred says with one press whether they can reach them",
        says {
            Mail to [User, Partner]: "course-silence-referrer-subject", "course-silence-referrer-text",
                "course-silence-referrer-link";
        },
        as Reminder, unsubscribe OneClick,
        quiet Waits, useless after Days(6), if unknown Asked;
}

/// To the mentor, or to whoever stands in today.
async fn mentor(desk: Desk, course_id: Uuid) -> anyhow::Result<Option<Letter>> {
    let Some((_, one)) = still_asked(&desk, SilenceStep::Mentor, course_id).await? else { return Ok(None) };
    let today = desk.clock.today();
    let asked = mentor_on(&desk.db, &one.course, today, today).await?;
    let Some((mentor, user)) = mentor_and_user(&desk.db, asked).await? else { return Ok(None) };
    let language = language_of(&mentor, user.as_ref());
    let Some(case) = case_of(&desk.db, course_id).await? else { return Ok(None) };
    let is_written_to = wishes_writing(case.contact_preference);
    if let Some(to) = texted(&desk, &mentor).await? {
        let key = if is_written_to { "message-text-silence-mentor-write" } else { "message-text-silence-mentor" };
        return Ok(Some(text_with(&desk, to, language, key, [])));
    }
    let mentee = case.mentee_name;
    let writing = Writing::to(&desk, Addressee::mentor(mentor.id), &mentor.email, language)
        .about(duty::contact_of(&desk, Thing::Course, course_id).await?)
        .subject("course-silence-mentor-subject")
        .greet(&mentor.name);
    let (name, since) = (first_name(&mentee), writing.tr().date(&one.since_on));
    let writing = match one.have_met {
        true => writing.say2("course-silence-mentor-since", ("name", name), ("date", &since)),
        false => writing.say1("course-silence-mentor-never", "name", name),
    };
    let key = if is_written_to { "course-silence-mentor-write" } else { "course-silence-mentor-ring" };
    let writing = writing.say1(key, "name", name);
    let writing = match signs_in(user.as_ref()) {
        true => writing.link("course-planned-letter-course", desk.url(format!("/courses/{course_id}"))),
        false => writing,
    };
    Ok(Some(with_own_course(writing, &desk, (&one.course, mentor.id)).await?.finish()?))
}

/// To the young person alone; whoever refers is asked in a step of their own.
async fn young_person(desk: Desk, course_id: Uuid) -> anyhow::Result<Option<Letter>> {
    let Some((row, one)) = still_asked(&desk, SilenceStep::YoungPerson, course_id).await? else { return Ok(None) };
    let referral = referrals::Entity::find_by_id(one.course.referral_id).one(&desk.db).await?;
    let Some(referral) = referral else { return Ok(None) };
    let reach = referral::reach(&desk.db, &referral, ConsentPurpose::MentorCourse).await?;
    match reach.in_writing(&desk.sms) {
        Some(Written::Own(whom, email)) => {
            let token = link::issue_in(&desk, LinkPurpose::SilenceMentee, row.id).await?;
            let letter = Writing::to(&desk, whom, email, reach.asked_in)
                .about(duty::contact_of(&desk, Thing::Course, course_id).await?)
                .subject("course-silence-mentee-subject")
                .greet(&mentee_name(&desk.db, one.course.referral_id).await?)
                .say("course-silence-mentee-text")
                .link("course-silence-mentee-link", desk.url(format!("/there/{token}")))
                .say("course-silence-mentee-free");
            Ok(Some(letter.finish()?))
        }
        Some(Written::Text(whom, number)) => {
            let link = link::issue_short_in(&desk, LinkPurpose::SilenceMentee, row.id).await?;
            Ok(Some(text(&desk, (whom, number), reach.asked_in, "message-text-silence-mentee", &link)))
        }
        Some(Written::Partner(_)) | None => Ok(None),
    }
}

/// To whoever is told about the referral, whether they sign in or not.
async fn referrer(desk: Desk, course_id: Uuid) -> anyhow::Result<Option<Letter>> {
    let Some((row, one)) = still_asked(&desk, SilenceStep::Referrer, course_id).await? else { return Ok(None) };
    let referral = referrals::Entity::find_by_id(one.course.referral_id).one(&desk.db).await?;
    let Some(referral) = referral else { return Ok(None) };
    let Some(told) = referral::told(&desk.db, &referral).await? else { return Ok(None) };
    let token = link::issue_in(&desk, LinkPurpose::SilenceReferrer, row.id).await?;
    let letter = Writing::to(&desk, told.whom, &told.email, &told.language)
        .about(duty::contact_of(&desk, Thing::Course, course_id).await?)
        .subject("course-silence-referrer-subject")
        .greet(&told.name)
        .say("course-silence-referrer-text")
        .link("course-silence-referrer-link", desk.url(format!("/there/{token}")));
    Ok(Some(letter.finish()?))
}

/// The newest step of this kind, while the course is silent and nobody has answered it.
async fn still_asked(desk: &Desk, step: SilenceStep, course_id: Uuid) -> Result<Option<(SilenceRow, Silent)>, DbErr> {
    let own = Entity::find().filter(Column::CourseId.eq(course_id)).filter(Column::Step.eq(step));
    let as_of = AsOf { now: desk.clock.now(), rules: &desk.config.rules };
    match own.order_by_desc(Column::SinceOn).one(&desk.db).await? {
        Some(row) => standing(&desk.db, as_of, row.id).await,
        None => Ok(None),
    }
}
