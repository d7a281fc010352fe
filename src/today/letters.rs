//! Letters that did not arrive: where the thing is that a letter is about, by its kind.

use entity::{Message, mentors};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, prelude::Uuid};

use crate::{account, course, matching, mentor::application, message::MessageKind, referral, survey};

/// The letters of every feature.
pub const LETTERS: &[&[MessageKind]] = &[
    account::letters::LETTERS,
    application::letters::LETTERS,
    referral::letters::LETTERS,
    matching::letters::LETTERS,
    course::letters::LETTERS,
    survey::letters::LETTERS,
];

/// The pages of whoever signs in: administrators see to such letters, and staff where it is a mentor.
const PEOPLE: &str = "/admin/people";
/// The page of mail itself, for a letter about somebody who is on no page yet.
const MAIL: &str = "/admin/mail";

fn kinds() -> impl Iterator<Item = &'static MessageKind> {
    LETTERS.iter().copied().flatten()
}

/// The kinds to which administrators see.
pub fn for_administrators() -> impl Iterator<Item = &'static str> {
    kinds().filter(|kind| [PEOPLE, MAIL].contains(&kind.about)).map(|kind| kind.name)
}

/// The page of what a letter is about, with the letter on it.
pub async fn page_of(db: &impl ConnectionTrait, letter: &Message) -> Result<String, DbErr> {
    let (id, kind) = (letter.subject_id, kinds().find(|kind| kind.name == letter.kind));
    let mentor = if kind.is_some_and(|kind| kind.about == PEOPLE) { mentor_of(db, id).await? } else { None };
    Ok(match (mentor, kind) {
        (Some(mentor), _) => format!("/mentors/{mentor}"),
        (None, Some(kind)) if kind.about != MAIL => format!("{}/{id}", kind.about),
        (None, _) => MAIL.to_owned(),
    })
}

async fn mentor_of(db: &impl ConnectionTrait, user_id: Uuid) -> Result<Option<Uuid>, DbErr> {
    let own = mentors::Entity::find().filter(mentors::Column::UserId.eq(user_id));
    own.select_only().column(mentors::Column::Id).into_tuple().one(db).await
}
