//! The letters of invitation. The subject of each is the id of an interviewee; nothing is written once somebody has answered, or
//! does not agree any more.

use entity::{Interviewee, interview_strata::Stratum, links::LinkPurpose, users};
use sea_orm::{EntityTrait, prelude::Uuid};

use super::answer::{referral_of, still_asked};
use crate::{
    account::link,
    course::{language_of, mentor_and_user},
    duty::{self, Thing},
    message::{Addressee, Desk, Letter, MessageKind, Writing, letters, text, texted},
    referral::{self, Written},
};

letters! {
    YOUNG_PERSON = "interview_young_person", "/interviews/people", young_person
        when "staff invite those who were drawn for an evaluator",
        so that "the young person says whether they may be interviewed; nobody is asked in their place",
        says {
            Mail to [YoungPerson]: "interview-mail-subject", "interview-mail-young-person", "interview-mail-link",
                "interview-mail-free";
            Sms to [YoungPerson]: "message-text-interview";
        },
        as Interview, unsubscribe OneClick,
        quiet Waits, useless after Days(14), if unknown Asked;
    MENTOR = "interview_mentor", "/interviews/people", mentor
        when "staff invite those who were drawn for an evaluator",
        so that "the mentor says whether they may be interviewed",
        says {
            Mail to [Mentor]: "interview-mail-subject", "interview-mail-grown", "interview-mail-link",
                "interview-mail-free";
            Sms to [Mentor]: "message-text-interview-grown";
        },
        as Interview, unsubscribe OneClick,
        quiet Waits, useless after Days(14), if unknown Asked;
    CONTACT = "interview_contact", "/interviews/people", contact
        when "staff invite those who were drawn for an evaluator",
        so that "whoever referred says whether they may be interviewed",
        says {
            Mail to [User]: "interview-mail-subject", "interview-mail-grown", "interview-mail-link",
                "interview-mail-free";
        },
        as Interview, unsubscribe OneClick,
        quiet Waits, useless after Days(14), if unknown Asked;
}

/// The letter to a stratum.
pub(super) fn to(stratum: Stratum) -> MessageKind {
    match stratum {
        Stratum::Completed | Stratum::Interrupted => YOUNG_PERSON,
        Stratum::Mentors => MENTOR,
        Stratum::Contacts => CONTACT,
    }
}

/// To the young person alone: whether they want to be interviewed is for nobody else to say.
async fn young_person(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    let Some(row) = still_asked(&desk.db, id).await? else { return Ok(None) };
    let referral = referral_of(&desk.db, &row).await?;
    let Some(person) = referral::person_of(&desk.db, &referral).await? else { return Ok(None) };
    let purpose = entity::consents::ConsentPurpose::Interview;
    let reach = referral::reach_of(&desk.db, &referral, &person, purpose).await?;
    match reach.in_writing(&desk.sms) {
        Some(Written::Own(whom, email)) => {
            let says = (person.name.as_str(), "interview-mail-young-person");
            invitation(&desk, &row, (whom, email, reach.asked_in), says).await.map(Some)
        }
        Some(Written::Text(whom, number)) => {
            let link = link::issue_short_in(&desk, LinkPurpose::Interview, id).await?;
            Ok(Some(text(&desk, (whom, number), reach.asked_in, "message-text-interview", &link)))
        }
        Some(Written::Partner(_)) | None => Ok(None),
    }
}

async fn mentor(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    let Some(row) = still_asked(&desk.db, id).await? else { return Ok(None) };
    let Some((mentor, user)) = mentor_and_user(&desk.db, row.mentor_id.unwrap_or_default()).await? else {
        return Ok(None);
    };
    let language = language_of(&mentor, user.as_ref());
    if let Some(to) = texted(&desk, &mentor).await? {
        let link = link::issue_short_in(&desk, LinkPurpose::Interview, id).await?;
        return Ok(Some(text(&desk, to, language, "message-text-interview-grown", &link)));
    }
    let to = (Addressee::mentor(mentor.id), mentor.email.as_str(), language);
    invitation(&desk, &row, to, (&mentor.name, "interview-mail-grown")).await.map(Some)
}

async fn contact(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    let Some(row) = still_asked(&desk.db, id).await? else { return Ok(None) };
    let user = users::Entity::find_by_id(row.user_id.unwrap_or_default()).one(&desk.db).await?;
    let Some(user) = user.filter(|user| user.disabled_at.is_none()) else { return Ok(None) };
    let to = (Addressee::user(user.id), user.email.as_str(), user.language.as_str());
    invitation(&desk, &row, to, (&user.name, "interview-mail-grown")).await.map(Some)
}

async fn invitation(
    desk: &Desk,
    row: &Interviewee,
    (whom, email, language): (Addressee, &str, &str),
    (name, lead): (&str, &str),
) -> anyhow::Result<Letter> {
    let token = link::issue_in(desk, LinkPurpose::Interview, row.id).await?;
    Writing::to(desk, whom, email, language)
        .about(duty::contact_of(desk, Thing::Course, row.course_id).await?)
        .subject("interview-mail-subject")
        .greet(name)
        .say(lead)
        .link("interview-mail-link", desk.url(format!("/interview/{token}")))
        .say("interview-mail-free")
        .finish()
}
