//! The letters about a proposal. The subject of each is the proposal's id.

use entity::{
    Mentor, Proposal, Referral, User, YoungPerson, links::LinkPurpose, mentors, proposals, referrals, users,
    young_people,
};
use sea_orm::{DbErr, EntityTrait, prelude::Uuid};

use super::{State, state};
use crate::{
    account::link,
    message::{Desk, Letter, Writing},
};

pub const PROPOSED: &str = "proposed";
pub const REMINDER: &str = "proposal_reminder";
pub const ASKED: &str = "proposal_asked";
pub const ANSWERED: &str = "proposal_answered";
pub const MENTEE_ASKED: &str = "mentee_asked";
pub const DECLINED: &str = "proposal_declined";
pub const BEGUN_MENTOR: &str = "course_begun_mentor";
pub const BEGUN_REFERRER: &str = "course_begun_referrer";

/// A proposal with everybody it concerns.
struct Found {
    proposal: Proposal,
    mentor: Mentor,
    referral: Referral,
    person: YoungPerson,
}

async fn find(desk: &Desk, id: Uuid) -> Result<Option<Found>, DbErr> {
    let db = &desk.db;
    let Some(proposal) = proposals::Entity::find_by_id(id).one(db).await? else { return Ok(None) };
    let mentor = mentors::Entity::find_by_id(proposal.mentor_id).one(db).await?;
    let Some(referral) = referrals::Entity::find_by_id(proposal.referral_id).one(db).await? else { return Ok(None) };
    let person = young_people::Entity::find_by_id(referral.young_person_id).one(db).await?;
    Ok(mentor.zip(person).map(|(mentor, person)| Found { proposal, mentor, referral, person }))
}

async fn user(desk: &Desk, id: Option<Uuid>) -> Result<Option<User>, DbErr> {
    let Some(id) = id else { return Ok(None) };
    Ok(users::Entity::find_by_id(id).one(&desk.db).await?.filter(|user| user.disabled_at.is_none()))
}

/// To the mentor: somebody wants to work where you do.
pub async fn proposed(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    to_awaited_mentor(desk, id, "matching-letter-proposed").await
}

/// To the mentor who has not answered yet.
pub async fn reminder(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    to_awaited_mentor(desk, id, "matching-letter-reminder").await
}

/// To the mentor whose question was answered.
pub async fn answered(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    to_awaited_mentor(desk, id, "matching-letter-answered").await
}

async fn to_awaited_mentor(desk: Desk, id: Uuid, key: &str) -> anyhow::Result<Option<Letter>> {
    let Some(found) = find(&desk, id).await?.filter(|found| state(&found.proposal).awaits_mentor()) else {
        return Ok(None);
    };
    let language = user(&desk, found.mentor.user_id).await?.map_or("da".to_owned(), |user| user.language);
    let writing = Writing::to(&desk, &found.mentor.email, &language)
        .subject("matching-letter-subject-proposal")
        .greet(&found.mentor.name)
        .say(key);
    let until = writing.tr().date(&found.proposal.expires_on);
    let letter = writing
        .say1("matching-letter-until", "date", &until)
        .link("matching-letter-open", desk.url(format!("/proposals/{id}")));
    Ok(Some(letter.finish()?))
}

/// To the coordinator who proposed: the mentor asks something.
pub async fn asked(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    let found = find(&desk, id).await?.filter(|found| state(&found.proposal) == State::QuestionAsked);
    to_proposer(desk, found, "matching-letter-asked").await
}

/// To the coordinator who proposed: somebody said no.
pub async fn declined(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    let found = find(&desk, id).await?;
    to_proposer(desk, found, "matching-letter-declined").await
}

async fn to_proposer(desk: Desk, found: Option<Found>, key: &str) -> anyhow::Result<Option<Letter>> {
    let Some(found) = found else { return Ok(None) };
    let Some(user) = user(&desk, found.proposal.proposed_by).await? else { return Ok(None) };
    let letter = Writing::to(&desk, &user.email, &user.language)
        .subject("matching-letter-subject-news")
        .greet(&user.name)
        .say(key)
        .link("matching-letter-open", desk.url(format!("/proposals/{}", found.proposal.id)));
    Ok(Some(letter.finish()?))
}

/// To the young person: a mentor has said yes; do you?
pub async fn mentee_asked(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    let Some(found) = find(&desk, id).await?.filter(|found| state(&found.proposal) == State::AwaitingMentee) else {
        return Ok(None);
    };
    let Some(email) = &found.person.email else { return Ok(None) };
    let tx = desk.db.begin().await?;
    let token = link::issue(&tx, desk.clock.now(), LinkPurpose::MenteeAnswer, id).await?;
    tx.commit().await?;
    let letter = Writing::to(&desk, email, "da")
        .subject("matching-letter-subject-mentee")
        .greet(&found.person.name)
        .say("matching-letter-mentee")
        .link("matching-letter-mentee-open", desk.url(format!("/yes/{token}")))
        .say("matching-letter-mentee-free");
    Ok(Some(letter.finish()?))
}

/// To the mentor: both said yes.
pub async fn begun_mentor(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    let Some(found) = find(&desk, id).await? else { return Ok(None) };
    let language = user(&desk, found.mentor.user_id).await?.map_or("da".to_owned(), |user| user.language);
    let letter = Writing::to(&desk, &found.mentor.email, &language)
        .subject("matching-letter-subject-begun")
        .greet(&found.mentor.name)
        .say("matching-letter-begun-mentor")
        .link("matching-letter-begun-open", desk.url("/mentor"));
    Ok(Some(letter.finish()?))
}

/// To the referrer: a course has begun.
pub async fn begun_referrer(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    let Some(found) = find(&desk, id).await? else { return Ok(None) };
    let Some(user) = user(&desk, found.referral.referrer_id).await? else { return Ok(None) };
    let letter = Writing::to(&desk, &user.email, &user.language)
        .subject("matching-letter-subject-begun")
        .greet(&user.name)
        .say("matching-letter-begun-referrer")
        .link("matching-letter-begun-referrer-open", desk.url(format!("/referrals/{}", found.referral.id)));
    Ok(Some(letter.finish()?))
}
