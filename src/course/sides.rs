//! The two of a course, as letters and links need to know them.

use entity::{Mentor, User, mentors, referrals, users};
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, prelude::Uuid};

use crate::referral;

/// A mentor with their sign-in, where they have one.
pub async fn mentor_and_user(
    db: &impl ConnectionTrait,
    mentor_id: Uuid,
) -> Result<Option<(Mentor, Option<User>)>, DbErr> {
    let Some(mentor) = mentors::Entity::find_by_id(mentor_id).one(db).await? else { return Ok(None) };
    let user = match mentor.user_id {
        Some(id) => users::Entity::find_by_id(id).one(db).await?,
        None => None,
    };
    Ok(Some((mentor, user)))
}

/// What a mentor is written to in: the language of their sign-in, until there is one that of the mentor's record.
pub fn language_of<'a>(mentor: &'a Mentor, user: Option<&'a User>) -> &'a str {
    user.map_or(mentor.language.as_str(), |user| user.language.as_str())
}

/// Whether a mentor has only the links of letters: without a sign-in, or invited to one that was never used. Not whoever's sign-in
/// was closed.
pub fn has_links_alone(user: Option<&User>) -> bool {
    user.is_none_or(User::is_unused)
}

/// Whether a mentor opens the pages for which one signs in: not by an invitation that was never used. Whoever's sign-in was closed is
/// led there, and told so.
pub fn signs_in(user: Option<&User>) -> bool {
    !has_links_alone(user)
}

/// The name of the young person of a referral; empty where there is none.
pub async fn mentee_name(db: &impl ConnectionTrait, referral_id: Uuid) -> Result<String, DbErr> {
    let person = match referrals::Entity::find_by_id(referral_id).one(db).await? {
        Some(referral) => referral::person_of(db, &referral).await?,
        None => None,
    };
    Ok(person.map(|person| person.name).unwrap_or_default())
}
