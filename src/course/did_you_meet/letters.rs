//! The question, to each side by their way. The subject of each is the course's id; what it asks is what stands when it leaves.

use entity::{consents::ConsentPurpose, links::LinkPurpose, referrals};
use sea_orm::{DbErr, EntityTrait, prelude::Uuid};

use super::{
    asked::Asked,
    queries::{Standing, newest},
    side::Side,
    view::named,
};
use crate::{
    account::link,
    course::{
        my_course::with_own_course,
        sides::{language_of, mentee_name, mentor_and_user},
    },
    duty::{self, Thing},
    language::first_name,
    message::{Addressee, Desk, Letter, Writing, letters, text, texted},
    referral::{self, Written},
};

letters! {
    MENTOR = "did_you_meet_mentor", "/courses", mentor
        when "an agreed meeting has passed, or the agreed rhythm has, and nobody has said whether the two met",
        so that "the mentor says so with one press",
        says {
            Mail to [Mentor]: "course-met-subject", "course-met-mentor-planned", "course-met-mentor-since",
                "course-met-letter-answer", "course-met-letter-free", "my-course-letter";
            Sms to [Mentor]: "message-text-met-mentor";
        },
        as Question, unsubscribe OneClick,
        quiet Waits, useless after Days(9), if unknown Asked;
    MENTEE = "did_you_meet_mentee", "/courses", mentee
        when "an agreed meeting has passed, or the agreed rhythm has, and nobody has said whether the two met",
        so that "the young person says so with one press; nobody is asked in their place",
        says {
            Mail to [YoungPerson]: "course-met-subject", "course-met-mentee-planned", "course-met-mentee-since",
                "course-met-letter-answer", "course-met-letter-free", "course-met-alone";
            Sms to [YoungPerson]: "message-text-met-mentee";
        },
        as Question, unsubscribe OneClick,
        quiet Waits, useless after Days(6), if unknown Asked;
}

/// To the mentor, or to whoever stood in on that day, by a text message where they like that best.
async fn mentor(desk: Desk, course_id: Uuid) -> anyhow::Result<Option<Letter>> {
    let Some(standing) = still_asked(&desk, Side::Mentor, course_id).await? else { return Ok(None) };
    let asked = Asked::of(&desk.db, desk.clock.today(), &standing).await?;
    let Some((mentor, user)) = mentor_and_user(&desk.db, asked.mentor_id).await? else { return Ok(None) };
    let (purpose, standing) = (asked.purpose(), asked.put(standing));
    let language = language_of(&mentor, user.as_ref());
    let id = standing.question.id;
    if let Some(to) = texted(&desk, &mentor).await? {
        let link = link::issue_short_in(&desk, purpose, id).await?;
        return Ok(Some(text(&desk, to, language, "message-text-met-mentor", &link)));
    }
    let mentee = mentee_name(&desk.db, standing.course.referral_id).await?;
    let token = link::issue_in(&desk, purpose, id).await?;
    let writing = Writing::to(&desk, Addressee::mentor(mentor.id), &mentor.email, language)
        .about(duty::contact_of(&desk, Thing::Course, course_id).await?)
        .subject("course-met-subject")
        .greet(&mentor.name);
    let tr = writing.tr();
    let name = ("name", first_name(&mentee));
    let writing = match &standing.planned {
        Some(planned) => writing.say2("course-met-mentor-planned", name, ("when", &tr.appointment(&planned.starts_at))),
        None => writing.say2(
            "course-met-mentor-since",
            name,
            ("date", &tr.date(&named(&standing.question, standing.course.matched_on))),
        ),
    };
    let writing = answered_at(writing, desk.url(format!("/met/{token}")));
    Ok(Some(with_own_course(writing, &desk, (&standing.course, mentor.id)).await?.finish()?))
}

/// To the young person, and to nobody in their place.
async fn mentee(desk: Desk, course_id: Uuid) -> anyhow::Result<Option<Letter>> {
    let Some(standing) = still_asked(&desk, Side::Mentee, course_id).await? else { return Ok(None) };
    let referral = referrals::Entity::find_by_id(standing.course.referral_id).one(&desk.db).await?;
    let Some(referral) = referral else { return Ok(None) };
    let reach = referral::reach(&desk.db, &referral, ConsentPurpose::MentorCourse).await?;
    let id = standing.question.id;
    match reach.in_writing(&desk.sms) {
        Some(Written::Own(whom, email)) => {
            let token = link::issue_in(&desk, LinkPurpose::MetMentee, id).await?;
            let writing = Writing::to(&desk, whom, email, reach.asked_in)
                .about(duty::contact_of(&desk, Thing::Course, course_id).await?)
                .subject("course-met-subject")
                .greet(&mentee_name(&desk.db, standing.course.referral_id).await?);
            let tr = writing.tr();
            let writing = match &standing.planned {
                Some(planned) => writing.say1("course-met-mentee-planned", "when", &tr.appointment(&planned.starts_at)),
                None => writing.say1(
                    "course-met-mentee-since",
                    "date",
                    &tr.date(&named(&standing.question, standing.course.matched_on)),
                ),
            };
            let writing = answered_at(writing, desk.url(format!("/met/{token}")));
            Ok(Some(writing.say("course-met-alone").finish()?))
        }
        Some(Written::Text(whom, number)) => {
            let link = link::issue_short_in(&desk, LinkPurpose::MetMentee, id).await?;
            Ok(Some(text(&desk, (whom, number), reach.asked_in, "message-text-met-mentee", &link)))
        }
        Some(Written::Partner(_)) | None => Ok(None),
    }
}

fn answered_at(writing: Writing, page: String) -> Writing {
    writing.link("course-met-letter-answer", page).say("course-met-letter-free")
}

/// What this side is asked, while it has said nothing.
async fn still_asked(desk: &Desk, side: Side, course_id: Uuid) -> Result<Option<Standing>, DbErr> {
    let asked = newest(&desk.db, desk.clock.today(), course_id).await?;
    Ok(asked.filter(|standing| side.said(&standing.question).is_none()))
}
