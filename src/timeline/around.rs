//! The records that a timeline is about: of the young person, of what was made part of theirs, their referrals and what hangs
//! on those.

use entity::{Course, Proposal, Referral, courses, mentors, proposals, referrals, young_people};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect,
    prelude::Uuid,
};

/// A course or a proposal with the name of its mentor.
#[derive(Clone, Debug, FromQueryResult)]
pub struct CourseWith {
    #[sea_orm(nested)]
    pub course: Course,
    pub mentor: String,
}

#[derive(Clone, Debug, FromQueryResult)]
pub struct ProposalWith {
    #[sea_orm(nested)]
    pub proposal: Proposal,
    pub mentor: String,
}

pub struct Around {
    /// The young person first.
    pub people: Vec<Uuid>,
    pub name: String,
    pub referrals: Vec<Referral>,
    pub proposals: Vec<ProposalWith>,
    pub courses: Vec<CourseWith>,
}

impl Around {
    /// Nothing for a record that is not there, or was made part of another.
    pub async fn of(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Self>, DbErr> {
        use young_people::Column::{Id, MergedInto};
        let theirs = Condition::any().add(Id.eq(id)).add(MergedInto.eq(id));
        let found = young_people::Entity::find().filter(theirs).all(db).await?;
        let own = found.iter().find(|person| person.id == id && person.merged_into.is_none());
        let Some(name) = own.map(|person| person.name.clone()) else { return Ok(None) };
        let parts = found.iter().map(|person| person.id).filter(|part| *part != id);
        let people: Vec<Uuid> = std::iter::once(id).chain(parts).collect();
        let of_them = referrals::Column::YoungPersonId.is_in(people.iter().copied());
        let referrals = referrals::Entity::find().filter(of_them).all(db).await?;
        let ids = || referrals.iter().map(|referral| referral.id);
        let proposals = proposals::Entity::find()
            .filter(proposals::Column::ReferralId.is_in(ids()))
            .join(JoinType::InnerJoin, proposals::to_mentor())
            .column_as(mentors::Column::Name, "mentor")
            .into_model()
            .all(db)
            .await?;
        let courses = courses::Entity::find()
            .filter(courses::Column::ReferralId.is_in(ids()))
            .join(JoinType::InnerJoin, courses::to_mentor())
            .column_as(mentors::Column::Name, "mentor")
            .into_model()
            .all(db)
            .await?;
        Ok(Some(Self { people, name, referrals, proposals, courses }))
    }

    /// The same of one referral alone.
    #[must_use]
    pub fn of_referral(mut self, id: Uuid) -> Self {
        self.referrals.retain(|referral| referral.id == id);
        self.proposals.retain(|with| with.proposal.referral_id == id);
        self.courses.retain(|with| with.course.referral_id == id);
        self
    }

    pub fn course_ids(&self) -> impl Iterator<Item = Uuid> {
        self.courses.iter().map(|with| with.course.id)
    }
}
