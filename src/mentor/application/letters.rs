//! The letters to applicants.

use entity::{links::LinkPurpose, mentors};
use sea_orm::{EntityTrait, prelude::Uuid};

use super::apply::is_unconfirmed;
use crate::{
    account::link,
    message::{Addressee, Desk, Letter, Writing, letters},
};

letters! {
    CONFIRM_EMAIL = "confirm_mentor_email", "/admin/mail", confirm_email
        when "somebody applies to be a mentor",
        so that "nobody is a mentor under another person's address",
        says {
            Mail to [Mentor]: "mentor-letter-confirm-subject", "mentor-letter-confirm-text",
                "mentor-letter-confirm-link", "mentor-letter-confirm-after";
        },
        as SignIn, unsubscribe Never,
        quiet AtOnce, useless after Days(7), if unknown Again;
    ALREADY_KNOWN = "mentor_already_known", "/mentors", already_known
        when "somebody applies with the address of a mentor or an applicant",
        so that "they know that they are known, or that somebody else typed their address",
        says {
            Mail to [Mentor]: "mentor-letter-known-subject", "mentor-letter-known-text", "mentor-letter-known-link",
                "mentor-letter-known-after";
        },
        as SignIn, unsubscribe Never,
        quiet AtOnce, useless after Days(7), if unknown Again;
}

/// A link to confirm the address; not wanted once it is confirmed. It greets nobody: whoever typed the name may be a
/// stranger to whoever reads the letter.
async fn confirm_email(desk: Desk, mentor_id: Uuid) -> anyhow::Result<Option<Letter>> {
    let found = mentors::Entity::find_by_id(mentor_id).one(&desk.db).await?;
    let Some(mentor) = found.filter(is_unconfirmed) else { return Ok(None) };
    let token = link::issue_in(&desk, LinkPurpose::ConfirmMentorEmail, mentor.id).await?;
    let letter = Writing::to(&desk, Addressee::mentor(mentor.id), &mentor.email, &mentor.language)
        .about_no_case()
        .subject("mentor-letter-confirm-subject")
        .say("mentor-letter-confirm-text")
        .link("mentor-letter-confirm-link", desk.url(format!("/mentors/apply/confirm/{token}")))
        .say("mentor-letter-confirm-after");
    Ok(Some(letter.finish()?))
}

/// Tells somebody that they applied or joined before; without that, their address might have been typed by a stranger.
async fn already_known(desk: Desk, mentor_id: Uuid) -> anyhow::Result<Option<Letter>> {
    let Some(mentor) = mentors::Entity::find_by_id(mentor_id).one(&desk.db).await? else { return Ok(None) };
    let letter = Writing::to(&desk, Addressee::mentor(mentor.id), &mentor.email, &mentor.language)
        .about_no_case()
        .subject("mentor-letter-known-subject");
    // Nobody has vouched for a name that was only typed.
    let letter = if mentor.approved_on.is_some() { letter.greet(&mentor.name) } else { letter };
    let letter = letter
        .say("mentor-letter-known-text")
        .link("mentor-letter-known-link", desk.url("/sign-in"))
        .say("mentor-letter-known-after");
    Ok(Some(letter.finish()?))
}
