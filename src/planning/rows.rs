//! The lines of a meeting as its page shows them: one read for the lines, one for the names.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;
use entity::{
    PlannedPair, mentors, partners,
    planned_pairs::{self, Column, Entity},
    referrals, young_people,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect,
    prelude::Uuid,
};

use super::forms::LinesFilter;
use crate::{
    list::{Asked, Found, Listing, danish},
    word::Worded,
};

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

impl Worded for Show {
    const KEY: &'static str = "planning-show";
    const TABLE: &'static [(Self, &'static str, &'static str)] = &[
        (Self::All, "all", ""),
        (Self::Pairs, "pairs", ""),
        (Self::Left, "left", ""),
        (Self::Proposed, "proposed", ""),
    ];
}

impl Show {
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
        .join(JoinType::InnerJoin, planned_pairs::to_referral())
        .join(JoinType::InnerJoin, referrals::to_young_person())
        .join(JoinType::InnerJoin, referrals::to_partner())
        .join(JoinType::LeftJoin, planned_pairs::to_mentor())
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
