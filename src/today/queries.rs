//! One query for each kind of thing that waits; each asks for one row more than is shown, to tell that there are more.

use chrono::NaiveDate;
use entity::{courses, mentors, partners, proposals, referrals, young_people};
use sea_orm::{
    Condition, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
    RelationDef, Select, prelude::Uuid,
};

use crate::{config::Rules, course, matching, referral};

/// Rows shown of each kind.
pub const SHOWN: usize = 5;

/// Something that waits, with the people it concerns.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Waiting {
    pub id: Uuid,
    pub name: String,
    /// The partner of a referral, or the mentor of a proposal or course.
    pub other: String,
    pub since: NaiveDate,
}

/// Referrals in one state, the longest waiting first.
pub async fn referrals(db: &impl ConnectionTrait, state: referral::State) -> Result<Vec<Waiting>, DbErr> {
    let to_partner: RelationDef = referrals::Entity::belongs_to(partners::Entity)
        .from(referrals::Column::PartnerId)
        .to(partners::Column::Id)
        .into();
    referrals::Entity::find()
        .select_only()
        .column(referrals::Column::Id)
        .column_as(young_people::Column::Name, "name")
        .column_as(partners::Column::Name, "other")
        .column_as(referrals::Column::ReferredOn, "since")
        .join(JoinType::InnerJoin, referral_to_person())
        .join(JoinType::InnerJoin, to_partner)
        .filter(referral::in_state(state))
        .order_by_asc(referrals::Column::ReferredOn)
        .order_by_asc(referrals::Column::Id)
        .limit(SHOWN as u64 + 1)
        .into_model()
        .all(db)
        .await
}

/// Proposals that staff can move on: a mentor asked something, or the young person has not answered.
pub async fn proposals(db: &impl ConnectionTrait) -> Result<Vec<Waiting>, DbErr> {
    let movable = Condition::any()
        .add(matching::State::QuestionAsked.condition())
        .add(matching::State::AwaitingMentee.condition());
    let to_referral: RelationDef = proposals::Entity::belongs_to(referrals::Entity)
        .from(proposals::Column::ReferralId)
        .to(referrals::Column::Id)
        .into();
    let to_mentor: RelationDef =
        proposals::Entity::belongs_to(mentors::Entity).from(proposals::Column::MentorId).to(mentors::Column::Id).into();
    proposals::Entity::find()
        .select_only()
        .column(proposals::Column::Id)
        .column_as(young_people::Column::Name, "name")
        .column_as(mentors::Column::Name, "other")
        .column_as(proposals::Column::ExpiresOn, "since")
        .join(JoinType::InnerJoin, to_referral)
        .join(JoinType::InnerJoin, referral_to_person())
        .join(JoinType::InnerJoin, to_mentor)
        .filter(movable)
        .order_by_asc(proposals::Column::ProposedAt)
        .limit(SHOWN as u64 + 1)
        .into_model()
        .all(db)
        .await
}

/// Running courses that need a hand: the first meeting is overdue, it has grown silent, or its planned end has passed.
pub async fn courses(db: &impl ConnectionTrait, rules: &Rules, today: NaiveDate) -> Result<Vec<Waiting>, DbErr> {
    let in_need = [course::State::AwaitingFirstMeeting, course::State::Silent, course::State::InTransition]
        .into_iter()
        .fold(Condition::any(), |any, state| any.add(course::in_state(state, rules, today)));
    with_people(courses::Entity::find())
        .filter(in_need)
        .order_by_asc(courses::Column::MatchedOn)
        .limit(SHOWN as u64 + 1)
        .into_model()
        .all(db)
        .await
}

fn with_people(found: Select<courses::Entity>) -> Select<courses::Entity> {
    let to_referral: RelationDef = courses::Entity::belongs_to(referrals::Entity)
        .from(courses::Column::ReferralId)
        .to(referrals::Column::Id)
        .into();
    let to_mentor: RelationDef =
        courses::Entity::belongs_to(mentors::Entity).from(courses::Column::MentorId).to(mentors::Column::Id).into();
    found
        .select_only()
        .column(courses::Column::Id)
        .column_as(young_people::Column::Name, "name")
        .column_as(mentors::Column::Name, "other")
        .column_as(courses::Column::MatchedOn, "since")
        .join(JoinType::InnerJoin, to_referral)
        .join(JoinType::InnerJoin, referral_to_person())
        .join(JoinType::InnerJoin, to_mentor)
}

fn referral_to_person() -> RelationDef {
    referrals::Entity::belongs_to(young_people::Entity)
        .from(referrals::Column::YoungPersonId)
        .to(young_people::Column::Id)
        .into()
}
