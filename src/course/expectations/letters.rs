//! Both sides are asked what they expect, two days after the match and before the first meeting. The subject of each is the
//! course's id.

use chrono::{DateTime, Duration, Utc};
use entity::{courses, expectations::ExpectingSide, links::LinkPurpose};
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, prelude::Uuid};

use super::of_course;
use crate::{
    account::link,
    backlog,
    clock::{begin_of, local_date},
    course::{
        my_mentor::{MyMentor, my_mentor},
        sides::{language_of, mentor_and_user},
    },
    duty::{self, Thing},
    language::first_name,
    message::{self, Addressee, Desk, Letter, Writing, letters, text, texted},
    referral::{self, Reach, Written},
};

letters! {
    MENTOR = "course_expects_mentor", "/courses", mentor
        when "two days have gone by since both said yes, and the two have not met",
        so that "the mentor says what they hope for before the first meeting",
        says {
            Mail to [Mentor]: "expectation-mail-subject", "expectation-mail-mentor", "expectation-answer",
                "course-met-letter-free";
            Sms to [Mentor]: "message-text-expectation-mentor";
        },
        as Question, unsubscribe OneClick,
        quiet Waits, useless after Days(14), if unknown Asked;
    MENTEE = "course_expects_mentee", "/courses", mentee
        when "two days have gone by since both said yes, and the two have not met",
        so that "the young person says what they hope for before the first meeting, or is handed the link by the partner where they wish it",
        says {
            Mail to [YoungPerson]: "expectation-mail-subject", "expectation-mail-young", "expectation-answer",
                "course-met-letter-free";
            Sms to [YoungPerson]: "message-text-expectation-young";
            Mail to [User, Partner]: "expectation-mail-subject", "expectation-mail-through-you", "expectation-answer",
                "course-met-letter-free", "referral-mail-link", "referral-mail-no-page";
        },
        as Question, unsubscribe OneClick,
        quiet Waits, useless after Days(14), if unknown Asked;
}

/// Days after the match, so that who the mentor is and what is hoped for do not come on one day.
const AFTER: Duration = Duration::days(2);

/// Has both sides of a course that begins asked in time.
pub async fn ask(tx: &impl ConnectionTrait, now: DateTime<Utc>, course_id: Uuid) -> Result<(), DbErr> {
    message::queue_at(tx, (now, now + AFTER), MENTOR, course_id, "").await?;
    message::queue_at(tx, (now, now + AFTER), MENTEE, course_id, "").await
}

/// Has those asked again who have said nothing, once a day.
pub(super) async fn ask_again(tx: &impl ConnectionTrait, now: DateTime<Utc>, course_id: Uuid) -> Result<(), DbErr> {
    let said = of_course(tx, course_id).await?;
    for (side, kind) in [(ExpectingSide::Mentor, MENTOR), (ExpectingSide::YoungPerson, MENTEE)] {
        if said.iter().all(|one| one.side != side) {
            message::queue(tx, now, kind, course_id, &local_date(now).to_string()).await?;
        }
    }
    Ok(())
}

/// Has both asked before this meeting: at once who would be asked on its day or after it, and in time who was not to be asked,
/// as the course came by a file.
pub async fn ask_before(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    (course_id, starts_at): (Uuid, DateTime<Utc>),
) -> Result<(), DbErr> {
    let late = begin_of(local_date(starts_at));
    if backlog::was_brought(tx, course_id).await? {
        ask(tx, now, course_id).await?;
    }
    for kind in [MENTOR, MENTEE] {
        message::bring_forward(tx, (now, late), kind, course_id).await?;
    }
    Ok(())
}

async fn mentor(desk: Desk, course_id: Uuid) -> anyhow::Result<Option<Letter>> {
    let Some((mine, _)) = still_asked(&desk, ExpectingSide::Mentor, course_id).await? else { return Ok(None) };
    let Some(course) = courses::Entity::find_by_id(course_id).one(&desk.db).await? else { return Ok(None) };
    let Some((mentor, user)) = mentor_and_user(&desk.db, course.mentor_id).await? else { return Ok(None) };
    let language = language_of(&mentor, user.as_ref());
    if let Some(to) = texted(&desk, &mentor).await? {
        let link = link::issue_short_in(&desk, LinkPurpose::MyCourse, course_id).await?;
        return Ok(Some(text(&desk, to, language, "message-text-expectation-mentor", &link)));
    }
    let token = link::issue_in(&desk, LinkPurpose::MyCourse, course_id).await?;
    let writing = Writing::to(&desk, Addressee::mentor(mentor.id), &mentor.email, language)
        .about(duty::contact_of(&desk, Thing::Course, course_id).await?)
        .greet(&mentor.name)
        .say1("expectation-mail-mentor", "name", first_name(&mine.mentee));
    Ok(Some(asked(writing, desk.url(format!("/my-course/{token}"))).finish()?))
}

/// By the way that they wish; whoever wishes to be told through the partner gets the link from them, and nobody else does.
async fn mentee(desk: Desk, course_id: Uuid) -> anyhow::Result<Option<Letter>> {
    let found = still_asked(&desk, ExpectingSide::YoungPerson, course_id).await?;
    let Some((mine, reach)) = found else { return Ok(None) };
    match reach.in_writing(&desk.sms) {
        Some(Written::Text(whom, number)) => {
            let link = link::issue_short_in(&desk, LinkPurpose::MyMentor, course_id).await?;
            Ok(Some(text(&desk, (whom, number), reach.asked_in, "message-text-expectation-young", &link)))
        }
        Some(Written::Own(whom, email)) => {
            let writing = Writing::to(&desk, whom, email, reach.asked_in)
                .about(duty::contact_of(&desk, Thing::Course, course_id).await?)
                .greet(&mine.mentee)
                .say("expectation-mail-young");
            Ok(Some(asked(writing, page_of_mentee(&desk, course_id).await?).finish()?))
        }
        Some(Written::Partner(told)) if reach.wishes_partner => {
            let writing = Writing::to(&desk, told.whom, &told.email, &told.language)
                .about(duty::contact_of(&desk, Thing::Course, course_id).await?)
                .greet(&told.name)
                .say1("expectation-mail-through-you", "reference", &mine.reference);
            let writing = asked(writing, page_of_mentee(&desk, course_id).await?);
            referral::letters::with_page(writing, &desk, told, mine.referral_id).finish().map(Some)
        }
        Some(Written::Partner(_)) | None => Ok(None),
    }
}

async fn page_of_mentee(desk: &Desk, course_id: Uuid) -> Result<String, DbErr> {
    let token = link::issue_in(desk, LinkPurpose::MyMentor, course_id).await?;
    Ok(desk.url(format!("/expectations/{token}")))
}

fn asked(writing: Writing, page: String) -> Writing {
    writing.subject("expectation-mail-subject").link("expectation-answer", page).say("course-met-letter-free")
}

/// The two, while they have not met and this side has said nothing.
async fn still_asked(desk: &Desk, side: ExpectingSide, course_id: Uuid) -> anyhow::Result<Option<(MyMentor, Reach)>> {
    if of_course(&desk.db, course_id).await?.iter().any(|one| one.side == side) {
        return Ok(None);
    }
    let found = my_mentor(&desk.db, &desk.config.rules, course_id).await?;
    Ok(found.filter(|(mine, _)| !mine.have_met))
}
