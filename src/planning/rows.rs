//! The lines of a meeting as its page shows them: one read for the lines, one for the names.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;
use entity::{
    PlannedPair, mentors, partners,
    planned_pairs::{Column, Entity},
    referrals, young_people,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect,
    RelationDef, prelude::Uuid,
};

use super::forms::LinesFilter;
use crate::list::{Asked, Found, Listing, danish};

/// Which lines a page shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Show {
    #[default]
    All,
    /// A mentor is planned, and not proposed yet.
    Pairs,
    Left,
    Proposed,
}

impl Show {
    pub const ALL: [Self; 4] = [Self::All, Self::Pairs, Self::Left, Self::Proposed];

    /// As in addresses and at the end of the keys `planning-show-…`.
    pub fn code(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Pairs => "pairs",
            Self::Left => "left",
            Self::Proposed => "proposed",
        }
    }

    pub fn of_code(code: &str) -> Self {
        Self::ALL.into_iter().find(|show| show.code() == code).unwrap_or_default()
    }

    fn condition(self) -> Condition {
        let all = Condition::all();
        match self {
            Self::All => all,
            Self::Pairs => all.add(Column::MentorId.is_not_null()).add(Column::ProposalId.is_null()),
            Self::Left => all.add(Column::MentorId.is_null()),
            Self::Proposed => all.add(Column::ProposalId.is_not_null()),
        }
    }
}

/// A line with the people it concerns.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Row {
    #[sea_orm(nested)]
    pub pair: PlannedPair,
    pub young_person_id: Uuid,
    pub name: String,
    pub wish: String,
    pub referred_on: NaiveDate,
    pub partner: String,
    pub mentor_name: Option<String>,
    pub occupation: Option<String>,
}

/// A page of lines: the longest waiting first, or by name. Their number is known.
pub async fn rows(
    db: &impl ConnectionTrait,
    meeting_id: Uuid,
    asked: &Asked<LinesFilter>,
    total: u64,
) -> Result<Found<Row>, DbErr> {
    let found = Entity::find()
        .column_as(referrals::Column::YoungPersonId, "young_person_id")
        .column_as(young_people::Column::Name, "name")
        .column_as(referrals::Column::Wish, "wish")
        .column_as(referrals::Column::ReferredOn, "referred_on")
        .column_as(partners::Column::Name, "partner")
        .column_as(mentors::Column::Name, "mentor_name")
        .column_as(mentors::Column::Occupation, "occupation")
        .join(JoinType::InnerJoin, to_referral())
        .join(JoinType::InnerJoin, to_person())
        .join(JoinType::InnerJoin, to_partner())
        .join(JoinType::LeftJoin, to_mentor())
        .filter(Column::MeetingId.eq(meeting_id))
        .filter(asked.show().condition());
    let listing = Listing::by(Column::Id, "waiting", Column::Position)
        .or("name", danish(young_people::Column::Name))
        .then(Column::Position);
    listing.page_out_of(db, asked, total, found).await
}

/// The names of these mentors.
pub async fn names_of(db: &impl ConnectionTrait, ids: BTreeSet<Uuid>) -> Result<HashMap<Uuid, String>, DbErr> {
    let names = mentors::Entity::find()
        .select_only()
        .columns([mentors::Column::Id, mentors::Column::Name])
        .filter(mentors::Column::Id.is_in(ids));
    Ok(names.into_tuple::<(Uuid, String)>().all(db).await?.into_iter().collect())
}

fn to_referral() -> RelationDef {
    Entity::belongs_to(referrals::Entity).from(Column::ReferralId).to(referrals::Column::Id).into()
}

fn to_person() -> RelationDef {
    referrals::Entity::belongs_to(young_people::Entity)
        .from(referrals::Column::YoungPersonId)
        .to(young_people::Column::Id)
        .into()
}

fn to_partner() -> RelationDef {
    referrals::Entity::belongs_to(partners::Entity).from(referrals::Column::PartnerId).to(partners::Column::Id).into()
}

fn to_mentor() -> RelationDef {
    Entity::belongs_to(mentors::Entity).from(Column::MentorId).to(mentors::Column::Id).into()
}
