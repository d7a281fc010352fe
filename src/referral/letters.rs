//! What is written about a referral, mostly to its referrer. No names: mail is read over shoulders; the page has the rest.

use entity::{Referral, YoungPerson, links::LinkPurpose, mentors::ContactPreference, referrals, users, young_people};
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, prelude::Uuid};

use super::{State, state_of};
use crate::{
    account::{self, link},
    message::{Desk, Letter, Writing},
};

pub const ACCEPTED: &str = "referral_accepted";
pub const QUESTION: &str = "referral_question";
pub const DECLINED: &str = "referral_declined";
pub const INTEREST: &str = "referral_interest";
pub const INTEREST_LOST: &str = "referral_interest_lost";

/// Tells the referrer that a mentor is looked for.
pub async fn accepted(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    about(desk, id, "accepted", |state| !matches!(state, State::Withdrawn | State::Declined)).await
}

/// Tells the referrer that staff ask something, unless it was answered meanwhile.
pub async fn question(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    let Some(referral) = referrals::Entity::find_by_id(id).one(&desk.db).await? else { return Ok(None) };
    if referral.answer.is_some() {
        return Ok(None);
    }
    about(desk, id, "question", |state| !state.is_over()).await
}

/// Tells the referrer that there will be no course, and that the page says why.
pub async fn declined(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    about(desk, id, "declined", |state| state == State::Declined).await
}

/// Asks whether a mentor is still wanted: the young person by a link, or the referrer where the way is through them.
pub async fn interest(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    let Some(referral) = referrals::Entity::find_by_id(id).one(&desk.db).await? else { return Ok(None) };
    let person = young_people::Entity::find_by_id(referral.young_person_id).one(&desk.db).await?;
    let is_waiting = |state: State| state == State::Waiting;
    match person.as_ref().and_then(written_to) {
        Some(_) if !is_waiting(state_of(&desk.db, &referral).await?) => Ok(None),
        Some(email) => asked_by_link(&desk, id, email).await.map(Some),
        None => about(desk, id, "interest", is_waiting).await,
    }
}

/// Where a young person is written to, unless they want to be reached through the partner.
pub fn written_to(person: &YoungPerson) -> Option<&str> {
    let is_own = person.contact_preference != Some(ContactPreference::ThroughPartner);
    person.email.as_deref().filter(|_| is_own)
}

async fn asked_by_link(desk: &Desk, id: Uuid, email: &str) -> anyhow::Result<Letter> {
    let tx = desk.db.begin().await?;
    let token = link::issue(&tx, desk.clock.now(), LinkPurpose::Interest, id).await?;
    tx.commit().await?;
    let letter = Writing::to(desk, email, "da")
        .subject("referral-mail-still-subject")
        .say("referral-mail-still-text")
        .link("referral-mail-still-link", desk.url(format!("/still/{token}")))
        .say("referral-mail-still-free");
    letter.finish()
}

/// Tells the referrer that the young person wants no mentor any more.
pub async fn interest_lost(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    about(desk, id, "interest-lost", State::is_over).await
}

async fn about(
    desk: Desk,
    id: Uuid,
    what: &str,
    is_still_so: impl Fn(State) -> bool,
) -> anyhow::Result<Option<Letter>> {
    let Some(referral) = referrals::Entity::find_by_id(id).one(&desk.db).await? else { return Ok(None) };
    if !is_still_so(state_of(&desk.db, &referral).await?) {
        return Ok(None);
    }
    let Some(referrer) = referrer(&desk.db, &referral).await? else { return Ok(None) };
    let letter = Writing::to(&desk, &referrer.email, &referrer.language)
        .subject(&format!("referral-mail-{what}-subject"))
        .greet(&referrer.name)
        .say(&format!("referral-mail-{what}-text"))
        .link("referral-mail-link", desk.url(format!("/referrals/{id}")));
    Ok(Some(letter.finish()?))
}

/// Whoever sent it and still signs in; for a referral that was moved in, whoever has its address.
async fn referrer(db: &impl ConnectionTrait, referral: &Referral) -> Result<Option<entity::User>, DbErr> {
    let found = match (referral.referrer_id, &referral.referrer_email) {
        (Some(id), _) => users::Entity::find_by_id(id).one(db).await?,
        (None, Some(email)) => account::find_by_email(db, email).await?,
        (None, None) => None,
    };
    Ok(found.filter(|user| user.disabled_at.is_none() && user.partner_id == Some(referral.partner_id)))
}
