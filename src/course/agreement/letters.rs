//! The agreement to each side, to be confirmed with one press. The subject of each is the course's id; it is of the version that
//! holds when it leaves.

use entity::{Course, CourseAgreement, consents::ConsentPurpose, courses, links::LinkPurpose, referrals};
use sea_orm::{DbErr, EntityTrait, prelude::Uuid};

use super::versions::{confirmed_at, newest};
use crate::{
    account::link,
    course::{
        concern::is_contact_stopped,
        did_you_meet::Side,
        my_course::with_my_course,
        sides::{language_of, mentor_and_user},
    },
    duty::{self, Thing},
    message::{Addressee, Desk, Letter, Writing, letters, text, texted},
    referral::{self, Written},
};

letters! {
    MENTOR = "agreement_mentor", "/courses", mentor
        when "somebody else has written down what the two agreed, or changed it",
        so that "the mentor confirms it",
        says {
            Mail to [Mentor]: "course-agreed-subject", "course-agreed-text", "course-agreed-link", "course-met-letter-free",
                "my-course-letter";
            Sms to [Mentor]: "message-text-agreed-mentee";
        },
        as Case, unsubscribe Never,
        quiet Waits, useless after Never, if unknown Again;
    MENTEE = "agreement_mentee", "/courses", mentee
        when "the two have agreed what they meet for and how, or changed it",
        so that "the young person has a copy and confirms it; nobody confirms in their place",
        says {
            Mail to [YoungPerson]: "course-agreed-subject", "course-agreed-text", "course-agreed-link",
                "course-met-letter-free";
            Sms to [YoungPerson]: "message-text-agreed-mentee";
        },
        as Case, unsubscribe Never,
        quiet Waits, useless after Never, if unknown Again;
}

async fn mentor(desk: Desk, course_id: Uuid) -> anyhow::Result<Option<Letter>> {
    let Some((course, version)) = unconfirmed(&desk, Side::Mentor, course_id).await? else { return Ok(None) };
    let says = referral::agreement(&desk.db, course.referral_id, ConsentPurpose::MentorCourse).await?;
    let known = mentor_and_user(&desk.db, course.mentor_id).await?;
    let Some((mentor, user)) = known.filter(|_| !says.is_no()) else { return Ok(None) };
    let language = language_of(&mentor, user.as_ref());
    if let Some(to) = texted(&desk, &mentor).await? {
        let link = link::issue_short_in(&desk, LinkPurpose::AgreementMentor, version.id).await?;
        return Ok(Some(text(&desk, to, language, "message-text-agreed-mentee", &link)));
    }
    let token = link::issue_in(&desk, LinkPurpose::AgreementMentor, version.id).await?;
    let writing = Writing::to(&desk, Addressee::mentor(mentor.id), &mentor.email, language)
        .about(duty::contact_of(&desk, Thing::Course, course_id).await?)
        .subject("course-agreed-subject")
        .greet(&mentor.name);
    let writing = asked(writing, desk.url(format!("/agreed/{token}")));
    Ok(Some(with_my_course(writing, &desk, course_id).await?.finish()?))
}

async fn mentee(desk: Desk, course_id: Uuid) -> anyhow::Result<Option<Letter>> {
    let Some((course, version)) = unconfirmed(&desk, Side::Mentee, course_id).await? else { return Ok(None) };
    let referral = referrals::Entity::find_by_id(course.referral_id).one(&desk.db).await?;
    let Some(referral) = referral else { return Ok(None) };
    let reach = referral::reach(&desk.db, &referral, ConsentPurpose::MentorCourse).await?;
    match reach.in_writing(&desk.sms) {
        Some(Written::Own(whom, email)) => {
            let name = referral::person_of(&desk.db, &referral).await?.map(|person| person.name).unwrap_or_default();
            let token = link::issue_in(&desk, LinkPurpose::AgreementMentee, version.id).await?;
            let writing = Writing::to(&desk, whom, email, reach.asked_in)
                .about(duty::contact_of(&desk, Thing::Course, course_id).await?)
                .subject("course-agreed-subject")
                .greet(&name);
            Ok(Some(asked(writing, desk.url(format!("/agreed/{token}"))).finish()?))
        }
        Some(Written::Text(whom, number)) => {
            let link = link::issue_short_in(&desk, LinkPurpose::AgreementMentee, version.id).await?;
            Ok(Some(text(&desk, (whom, number), reach.asked_in, "message-text-agreed-mentee", &link)))
        }
        Some(Written::Partner(_)) | None => Ok(None),
    }
}

fn asked(writing: Writing, page: String) -> Writing {
    writing.say("course-agreed-text").link("course-agreed-link", page).say("course-met-letter-free")
}

/// The running course, and the version that holds while this side has not confirmed it. Nothing is to be confirmed while
/// contact between the two is stopped.
async fn unconfirmed(desk: &Desk, side: Side, course_id: Uuid) -> Result<Option<(Course, CourseAgreement)>, DbErr> {
    let course = courses::Entity::find_by_id(course_id).one(&desk.db).await?;
    let Some(course) = course.filter(|course| course.ended_on.is_none()) else { return Ok(None) };
    if is_contact_stopped(&desk.db, course_id).await? {
        return Ok(None);
    }
    let holds = newest(&desk.db, course_id).await?;
    Ok(holds.filter(|version| confirmed_at(side, version).is_none()).map(|version| (course, version)))
}
