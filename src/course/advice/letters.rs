//! What is written when a mentor asks for advice: to whoever sees to the course, and to the mentor once there is an answer. The
//! subject of the first is the course's id, that of the second the id of what was asked.

use entity::{links::LinkPurpose, mentors};
use sea_orm::{EntityTrait, prelude::Uuid};

use super::{advised::answered, queries::waits};
use crate::{
    account::link,
    course::my_course::with_own_course,
    duty::{self, Thing},
    message::{Addressee, Desk, Letter, Writing, letters, text, texted},
};

/// Where an answer is shown; `today` finds the course.
pub const ABOUT: &str = "/courses/advice";

letters! {
    ADVICE_ASKED = "advice_asked", "/courses", advice_asked
        when "a mentor asks for advice about a course",
        so that "whoever sees to the course answers",
        says { Mail to [User]: "course-advice-asked-subject", "course-advice-asked", "course-advice-open"; },
        as Case, unsubscribe Never,
        quiet Waits, useless after Never, if unknown Again;
    ADVICE_ANSWERED = "advice_answered", ABOUT, advice_answered
        when "staff have answered a mentor who asked for advice",
        so that "the mentor reads it",
        says {
            Mail to [Mentor]: "course-advice-answered-subject", "course-advice-answered-text", "course-advice-open",
                "my-course-letter";
            Sms to [Mentor]: "message-text-advice";
        },
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

/// With a link that shows it, as a mentor may not sign in.
async fn advice_answered(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    let Some(advised) = answered(&desk.db, desk.clock.today(), id).await? else { return Ok(None) };
    let Some(mentor) = mentors::Entity::find_by_id(advised.mentor_id).one(&desk.db).await? else { return Ok(None) };
    if let Some(to) = texted(&desk, &mentor).await? {
        let link = link::issue_short_in(&desk, LinkPurpose::Advice, advised.request.id).await?;
        return Ok(Some(text(&desk, to, &mentor.language, "message-text-advice", &link)));
    }
    let contact = duty::contact_of(&desk, Thing::Course, advised.course.id).await?;
    let token = link::issue_in(&desk, LinkPurpose::Advice, advised.request.id).await?;
    let letter = Writing::to(&desk, Addressee::mentor(mentor.id), &mentor.email, &mentor.language)
        .about(contact)
        .subject("course-advice-answered-subject")
        .greet(&mentor.name)
        .say("course-advice-answered-text")
        .link("course-advice-open", desk.url(format!("/advised/{token}")));
    Ok(Some(with_own_course(letter, &desk, (&advised.course, mentor.id)).await?.finish()?))
}
