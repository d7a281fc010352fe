//! The text message that answers STOP. Its subject is the newest referral of whoever answered, or the mentor.

use entity::{consents::ConsentPurpose, mentors, referrals};
use sea_orm::{EntityTrait, prelude::Uuid};

use crate::{
    duty::{self, Thing},
    form::typed::readable_phone,
    message::{Addressee, Contact, Desk, Letter, has_stopped_texts, letters, text_with},
    referral,
};

letters! {
    TEXTS_STOPPED = "texts_stopped", "/referrals", to_young_person
        when "a young person answers STOP to a text message, and something is stopped by it",
        so that "they know what no longer comes, what still does, and how to have it again",
        says { Sms to [YoungPerson]: "message-text-stopped", "message-text-stopped-call"; },
        as Case, unsubscribe Never,
        quiet AtOnce, useless after Hours(12), if unknown Again;
    TEXTS_STOPPED_MENTOR = "texts_stopped_mentor", "/mentors", to_mentor
        when "a mentor answers STOP to a text message, and something is stopped by it",
        so that "they know what no longer comes, what still does, and how to have it again",
        says { Sms to [Mentor]: "message-text-stopped", "message-text-stopped-call"; },
        as Case, unsubscribe Never,
        quiet AtOnce, useless after Hours(12), if unknown Again;
}

/// To the number that it came from, whatever way is wished otherwise; and to nobody who says no to a mentor.
async fn to_young_person(desk: Desk, referral_id: Uuid) -> anyhow::Result<Option<Letter>> {
    let found = referrals::Entity::find_by_id(referral_id).one(&desk.db).await?;
    let Some(referral) = found else { return Ok(None) };
    let Some(person) = referral::person_of(&desk.db, &referral).await? else { return Ok(None) };
    let reach = referral::reach_of(&desk.db, &referral, &person, ConsentPurpose::MentorCourse).await?;
    let contact = duty::contact_of(&desk, Thing::Referral, referral_id).await?;
    let whom = Addressee::young_person(person.id);
    let phone = person.phone.as_deref().filter(|_| !reach.agreement.is_no());
    stopped(&desk, whom, phone.map(|phone| (phone, reach.asked_in)), contact).await
}

async fn to_mentor(desk: Desk, mentor_id: Uuid) -> anyhow::Result<Option<Letter>> {
    let Some(mentor) = mentors::Entity::find_by_id(mentor_id).one(&desk.db).await? else { return Ok(None) };
    let contact = duty::contact_of(&desk, Thing::Mentor, mentor_id).await?;
    let to = mentor.phone.as_deref().map(|phone| (phone, mentor.language.as_str()));
    stopped(&desk, Addressee::mentor(mentor_id), to, contact).await
}

/// What was stopped, as long as it is: whoever has answered START meanwhile is told nothing.
async fn stopped(
    desk: &Desk,
    whom: Addressee,
    to: Option<(&str, &str)>,
    contact: Option<Contact>,
) -> anyhow::Result<Option<Letter>> {
    let Some((number, language)) = to.filter(|_| desk.sms.is_on()) else { return Ok(None) };
    if !has_stopped_texts(&desk.db, whom).await? {
        return Ok(None);
    }
    let to = (whom, number);
    Ok(Some(match contact.and_then(|contact| contact.phone) {
        Some(phone) => {
            let said = [("phone", readable_phone(&phone))];
            text_with(desk, to, language, "message-text-stopped-call", said)
        }
        None => text_with(desk, to, language, "message-text-stopped", []),
    }))
}
