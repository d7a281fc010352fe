//! To a mentor whose criminal-record certificate runs out before long.

use entity::{mentors, users};
use sea_orm::{EntityTrait, QueryFilter, prelude::Uuid};

use super::expiring::is_expiring;
use crate::{
    duty::{self, Thing},
    language::Tr,
    message::{Addressee, Desk, Letter, Writing, letters, text_with, texted},
};

letters! {
    CERTIFICATE_EXPIRING = "certificate_expiring", "/mentors", certificate_expiring
        when "a mentor's criminal-record check runs out within 60 days",
        so that "a new one is there before a match has to wait for it",
        says {
            Mail to [Mentor]: "mentor-letter-certificate-subject", "mentor-letter-certificate-text",
                "mentor-letter-certificate-do";
            Sms to [Mentor]: "message-text-certificate";
        },
        as Case, unsubscribe Never,
        quiet Waits, useless after Days(60), if unknown Again;
}

/// Not wanted once there is a newer check, or the mentor has left.
async fn certificate_expiring(desk: Desk, mentor_id: Uuid) -> anyhow::Result<Option<Letter>> {
    let today = desk.clock.today();
    let mentor = mentors::Entity::find_by_id(mentor_id).filter(is_expiring(today)).one(&desk.db).await?;
    let Some(mentor) = mentor else { return Ok(None) };
    let Some(expires_on) = mentor.criminal_record_expires_on else { return Ok(None) };
    let user = match mentor.user_id {
        Some(id) => users::Entity::find_by_id(id).one(&desk.db).await?,
        None => None,
    };
    let language = user.map_or(mentor.language.clone(), |user| user.language);
    if let Some(to) = texted(&desk, &mentor).await? {
        let said = [("date", Tr::from_tag(&language).date(&expires_on))];
        return Ok(Some(text_with(&desk, to, &language, "message-text-certificate", said)));
    }
    let letter = Writing::to(&desk, Addressee::mentor(mentor.id), &mentor.email, &language)
        .about(duty::contact_of(&desk, Thing::Mentor, mentor_id).await?)
        .subject("mentor-letter-certificate-subject")
        .greet(&mentor.name);
    let on = letter.tr().date(&expires_on);
    let letter = letter.say1("mentor-letter-certificate-text", "date", &on).say("mentor-letter-certificate-do");
    Ok(Some(letter.finish()?))
}
