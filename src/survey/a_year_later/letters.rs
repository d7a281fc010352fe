//! What became of it, to the mentor. The subject is the mentor's id; the figures are those of the newest row, whatever was
//! answered since.

use entity::{
    mentors, users,
    year_letters::{Column, Entity},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, prelude::Uuid};

use crate::{
    duty::{self, Thing},
    message::{Addressee, Desk, Letter, Writing, letters, text_with, texted},
};

letters! {
    A_YEAR_LATER = "a_year_later", "/mentors", a_year_later
        when "a year after a course of a mentor's the young person has answered how it goes, or was not reached; once a year",
        so that "the mentor learns what became of it, in figures from which nobody's answer can be told",
        says {
            Mail to [Mentor]: "survey-year-subject", "survey-year-own", "survey-year-scheme", "survey-year-thanks";
            Sms to [Mentor]: "message-text-year-own", "message-text-year-scheme";
        },
        as Update, unsubscribe OneClick,
        quiet Waits, useless after Days(60), if unknown Asked;
}

async fn a_year_later(desk: Desk, mentor_id: Uuid) -> anyhow::Result<Option<Letter>> {
    let newest = Entity::find().filter(Column::MentorId.eq(mentor_id)).order_by_desc(Column::ToldOn);
    let Some(told) = newest.one(&desk.db).await? else { return Ok(None) };
    let Some(mentor) = mentors::Entity::find_by_id(mentor_id).one(&desk.db).await? else { return Ok(None) };
    let user = match mentor.user_id {
        Some(id) => users::Entity::find_by_id(id).one(&desk.db).await?,
        None => None,
    };
    let language = user.map_or(mentor.language.clone(), |user| user.language);
    let (known, active) = (told.known.to_string(), told.in_activity.to_string());
    if let Some(to) = texted(&desk, &mentor).await? {
        let key = if told.is_own { "message-text-year-own" } else { "message-text-year-scheme" };
        return Ok(Some(text_with(&desk, to, &language, key, [("known", known), ("active", active)])));
    }
    let says = if told.is_own { "survey-year-own" } else { "survey-year-scheme" };
    let letter = Writing::to(&desk, Addressee::mentor(mentor.id), &mentor.email, &language)
        .about(duty::contact_of(&desk, Thing::Mentor, mentor_id).await?)
        .subject("survey-year-subject")
        .greet(&mentor.name)
        .say2(says, ("known", &known), ("active", &active))
        .say("survey-year-thanks");
    Ok(Some(letter.finish()?))
}
