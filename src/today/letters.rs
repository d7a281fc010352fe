//! Letters that did not arrive: where the thing is that a letter is about, by its kind.

use entity::{Letter, mentors};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, prelude::Uuid};

use crate::{account, course, matching, mentor::application, referral, survey};

/// What a letter is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    Person,
    Mentor,
    Referral,
    Proposal,
    Course,
    Survey,
}

/// What letters of each kind are about.
pub const ABOUT: &[(&str, About)] = &[
    (account::letters::INVITATION, About::Person),
    (account::letters::PASSWORD_RESET, About::Person),
    (account::letters::PASSWORD_CHANGED, About::Person),
    (application::letters::CONFIRM_EMAIL, About::Mentor),
    (application::letters::ALREADY_KNOWN, About::Mentor),
    (referral::letters::ACCEPTED, About::Referral),
    (referral::letters::QUESTION, About::Referral),
    (referral::letters::DECLINED, About::Referral),
    (referral::letters::INTEREST, About::Referral),
    (referral::letters::INTEREST_LOST, About::Referral),
    (matching::letters::PROPOSED, About::Proposal),
    (matching::letters::REMINDER, About::Proposal),
    (matching::letters::ASKED, About::Proposal),
    (matching::letters::ANSWERED, About::Proposal),
    (matching::letters::MENTEE_ASKED, About::Proposal),
    (matching::letters::MENTEES_TURN, About::Proposal),
    (matching::letters::BACK_IN_QUEUE, About::Proposal),
    (matching::letters::DECLINED, About::Proposal),
    (matching::letters::BEGUN_MENTOR, About::Proposal),
    (matching::letters::BEGUN_REFERRER, About::Proposal),
    (course::letters::ENDED_MENTOR, About::Course),
    (course::letters::ENDED_REFERRER, About::Course),
    (survey::LETTER, About::Survey),
];

/// The kinds that are about somebody who signs in: administrators see to them, and staff where it is a mentor.
pub fn about_people() -> impl Iterator<Item = &'static str> {
    ABOUT.iter().filter(|(_, about)| *about == About::Person).map(|(kind, _)| *kind)
}

/// The page of what a letter is about, with the letter on it.
pub async fn page_of(db: &impl ConnectionTrait, letter: &Letter) -> Result<String, DbErr> {
    let about = ABOUT.iter().find(|(kind, _)| *kind == letter.kind).map(|(_, about)| *about);
    let id = letter.subject_id;
    Ok(match about {
        Some(About::Person) => match mentor_of(db, id).await? {
            Some(mentor) => format!("/mentors/{mentor}"),
            None => format!("/admin/people/{id}"),
        },
        Some(About::Mentor) => format!("/mentors/{id}"),
        Some(About::Referral) => format!("/referrals/{id}"),
        Some(About::Proposal) => format!("/proposals/{id}"),
        Some(About::Course) => format!("/courses/{id}"),
        Some(About::Survey) => format!("/surveys/{id}"),
        None => "/admin/mail".to_owned(),
    })
}

async fn mentor_of(db: &impl ConnectionTrait, user_id: Uuid) -> Result<Option<Uuid>, DbErr> {
    let own = mentors::Entity::find().filter(mentors::Column::UserId.eq(user_id));
    own.select_only().column(mentors::Column::Id).into_tuple().one(db).await
}
