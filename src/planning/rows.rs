//! The lines of a meeting as its page shows them: one read for the lines, one for the names.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;
use entity::{
    PlannedPair, mentors,
    pair_decisions::{self, DecisionKind},
    partners,
    planned_pairs::{self, Column, Entity},
    referrals,
    search_texts::SearchKind::{Mentor, Partner, Referral, YoungPerson},
    young_people,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect,
    Select,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait, Query},
};

use super::{Plan, forms::LinesFilter, seats::READ_AT_ONCE, stored};
use crate::{
    list::{Asked, Found, Listing, containing, danish, name_of, or_nearly, text_of},
    word::Worded,
};

/// What the lines can be sorted by, the usual order first.
pub const ORDERS: [&str; 4] = ["waiting", "name", "partner", "mentor"];

/// Which lines a page shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Show {
    #[default]
    All,
    /// A mentor is planned, and not proposed yet.
    Pairs,
    /// Those of them that people have locked.
    Agreed,
    Left,
    Proposed,
}

impl Worded for Show {
    const KEY: &'static str = "planning-show";
    const TABLE: &'static [(Self, &'static str, &'static str)] = &[
        (Self::All, "all", ""),
        (Self::Pairs, "pairs", ""),
        (Self::Agreed, "agreed", ""),
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
            Self::Agreed => all.add(Column::ProposalId.is_null()).add(is_locked()),
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

/// Whether people have locked the planned pair.
fn is_locked() -> Expr {
    let own = |column: pair_decisions::Column| Expr::col((pair_decisions::Entity, column));
    let mut locked = Query::select();
    locked
        .expr(Expr::val(1))
        .from(pair_decisions::Entity)
        .and_where(own(pair_decisions::Column::MeetingId).equals((Entity, Column::MeetingId)))
        .and_where(own(pair_decisions::Column::ReferralId).equals((Entity, Column::ReferralId)))
        .and_where(own(pair_decisions::Column::MentorId).equals((Entity, Column::MentorId)))
        .and_where(pair_decisions::Column::Kind.eq(DecisionKind::Locked));
    Expr::exists(locked)
}

/// Left joins, although nothing is missing but a mentor: a database leaves out what neither filter nor sorting needs.
fn with_names() -> Select<Entity> {
    Entity::find()
        .join(JoinType::LeftJoin, planned_pairs::to_referral())
        .join(JoinType::LeftJoin, referrals::to_young_person())
        .join(JoinType::LeftJoin, referrals::to_partner())
        .join(JoinType::LeftJoin, planned_pairs::to_mentor())
}

fn condition(meeting_id: Uuid, filter: &LinesFilter) -> Condition {
    let searched = [
        name_of(YoungPerson, young_people::Column::Id),
        name_of(Partner, partners::Column::Id),
        name_of(Mentor, mentors::Column::Id),
        text_of(Referral, referrals::Column::Id),
    ];
    Condition::all()
        .add(Column::MeetingId.eq(meeting_id))
        .add(filter.show().condition())
        .add_option(containing(searched, &filter.q))
}

/// A page of lines: the longest waiting first, or by the name of one of those whom a line is about.
pub async fn rows(
    db: &impl ConnectionTrait,
    meeting_id: Uuid,
    asked: &Asked<LinesFilter>,
) -> Result<Found<Row>, DbErr> {
    or_nearly(asked, |asked| async move { rows_as_typed(db, meeting_id, &asked).await }).await
}

async fn rows_as_typed(
    db: &impl ConnectionTrait,
    meeting_id: Uuid,
    asked: &Asked<LinesFilter>,
) -> Result<Found<Row>, DbErr> {
    let shown = with_names()
        .column_as(referrals::Column::YoungPersonId, "young_person_id")
        .column_as(young_people::Column::Name, "name")
        .column_as(referrals::Column::Wish, "wish")
        .column_as(referrals::Column::ReferredOn, "referred_on")
        .column_as(partners::Column::Name, "partner")
        .column_as(mentors::Column::Name, "mentor_name")
        .column_as(mentors::Column::Occupation, "occupation");
    let listing = Listing::by(Column::Id, ORDERS[0], Column::Position)
        .or(ORDERS[1], danish(young_people::Column::Name))
        .or(ORDERS[2], danish(partners::Column::Name))
        .or_if_known(ORDERS[3], danish(mentors::Column::Name))
        .then(Column::Position);
    listing.page(db, asked, shown, condition(meeting_id, asked)).await
}

/// Whether a list has the line of somebody.
pub async fn has(
    db: &impl ConnectionTrait,
    meeting_id: Uuid,
    filter: &LinesFilter,
    referral_id: Uuid,
) -> Result<bool, DbErr> {
    let of = |filter: LinesFilter| with_names().filter(condition(meeting_id, &filter)).select_only();
    let own = of(filter.clone()).filter(Column::ReferralId.eq(referral_id)).column(Column::ReferralId);
    let is_there = own.into_tuple::<Uuid>().one(db).await?.is_some();
    if is_there || filter.q.is_empty() {
        return Ok(is_there);
    }
    let lines = or_nearly(filter, |filter| of(filter).column(Column::ReferralId).into_tuple::<Uuid>().all(db)).await?;
    Ok(lines.contains(&referral_id))
}

/// The names of these mentors.
pub async fn names_of(db: &impl ConnectionTrait, ids: BTreeSet<Uuid>) -> Result<HashMap<Uuid, String>, DbErr> {
    called(db, ids, mentors::Column::Name).await
}

/// The references of the mentors of a plan.
pub async fn references_of(db: &impl ConnectionTrait, plan: &Plan) -> Result<HashMap<Uuid, String>, DbErr> {
    let near = plan.lines.iter().flat_map(|line| &line.near).map(|near| near.mentor_id);
    let planned = plan.lines.iter().filter_map(|line| stored::columns(&line.outcome).0);
    called(db, near.chain(planned).collect(), mentors::Column::Reference).await
}

async fn called(
    db: &impl ConnectionTrait,
    ids: BTreeSet<Uuid>,
    column: mentors::Column,
) -> Result<HashMap<Uuid, String>, DbErr> {
    let mut names = HashMap::new();
    for some in Vec::from_iter(ids).chunks(READ_AT_ONCE) {
        let found = mentors::Entity::find().select_only().columns([mentors::Column::Id, column]);
        let found = found.filter(mentors::Column::Id.is_in(some.iter().copied()));
        names.extend(found.into_tuple::<(Uuid, String)>().all(db).await?);
    }
    Ok(names)
}
