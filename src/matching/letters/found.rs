//! A proposal with everybody it concerns, as letters about it need it.

use entity::{
    Mentor, Proposal, Referral, User, YoungPerson, consents::ConsentPurpose, mentors, proposals, referrals, users,
    young_people,
};
use sea_orm::{DbErr, EntityTrait, prelude::Uuid};

use crate::{message::Desk, referral::agreement};

/// A proposal with everybody it concerns.
pub(super) struct Found {
    pub(super) proposal: Proposal,
    pub(super) mentor: Mentor,
    pub(super) referral: Referral,
    pub(super) person: YoungPerson,
}

impl Found {
    /// Whether the young person says no to a mentor by now: then nobody is to be asked any more.
    pub(super) async fn is_stopped(&self, desk: &Desk) -> Result<bool, DbErr> {
        Ok(agreement(&desk.db, self.referral.id, ConsentPurpose::MentorCourse).await?.is_no())
    }
}

pub(super) async fn find(desk: &Desk, id: Uuid) -> Result<Option<Found>, DbErr> {
    let db = &desk.db;
    let Some(proposal) = proposals::Entity::find_by_id(id).one(db).await? else { return Ok(None) };
    let mentor = mentors::Entity::find_by_id(proposal.mentor_id).one(db).await?;
    let Some(referral) = referrals::Entity::find_by_id(proposal.referral_id).one(db).await? else { return Ok(None) };
    let person = young_people::Entity::find_by_id(referral.young_person_id).one(db).await?;
    Ok(mentor.zip(person).map(|(mentor, person)| Found { proposal, mentor, referral, person }))
}

pub(super) async fn user(desk: &Desk, id: Option<Uuid>) -> Result<Option<User>, DbErr> {
    let Some(id) = id else { return Ok(None) };
    Ok(users::Entity::find_by_id(id).one(&desk.db).await?.filter(|user| user.disabled_at.is_none()))
}
