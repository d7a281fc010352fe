//! By which way a mentor is written to: by a text message where they like that best, and by mail otherwise.

use entity::{Mentor, mentors::ContactPreference};
use sea_orm::DbErr;

use super::{Addressee, Desk, dead_values, has_stopped_texts};
use crate::form::typed;

/// To whom and to which number the text of the message on a desk goes. Nothing where it goes by mail: they do not wish a text,
/// none leaves the house, nothing arrives at their number, or they have answered STOP to what can be stopped.
pub async fn texted<'a>(desk: &Desk, mentor: &'a Mentor) -> Result<Option<(Addressee, &'a str)>, DbErr> {
    let wishes_text = mentor.contact_preference == Some(ContactPreference::Sms) && desk.sms.is_on();
    let number = mentor.phone.as_deref().filter(|number| wishes_text && typed::phone(number).is_some());
    let Some(number) = number else { return Ok(None) };
    let whom = Addressee::mentor(mentor.id);
    if dead_values(&desk.db, mentor.id).await?.iter().any(|dead| dead == number) {
        return Ok(None);
    }
    let can_be_stopped = desk.unsubscribe.is_some();
    if can_be_stopped && has_stopped_texts(&desk.db, whom).await? {
        return Ok(None);
    }
    Ok(Some((whom, number)))
}
