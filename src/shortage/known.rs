//! What the radar counts, summed up by the database: four queries however many wait and however many mentors there are.
//!
//! Whoever waits for several industries counts an equal part in each, so that a person is counted once. So does a seat,
//! but only in those of its mentor's industries that somebody waits for: in the others nobody needs it.

use std::{collections::BTreeSet, sync::Arc};

use chrono::{Months, NaiveDate};
use entity::{courses, housing_areas, mentor_industries, mentors, partners, referral_industries, referrals};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait, Select,
    prelude::Uuid,
    sea_query::{Asterisk, CaseStatement, Expr, ExprTrait, Func, Query, SelectStatement, WindowStatement},
};

use super::remembered::FreeSeats;
use crate::{config::Rules, database::Database, industry, mentor, referral};

/// Seats count as coming free when their course is planned to end within so many calendar months.
pub const AHEAD_MONTHS: u32 = 3;
/// What numbers are turned into before they are shared out: the databases cut what whole numbers leave over.
const FRACTION: &str = "float";

/// Those of one area who wait for one industry.
#[derive(Clone, Debug, PartialEq, FromQueryResult)]
pub struct Waiting {
    /// The division in DB25; none for those without a confirmed industry.
    pub division: Option<String>,
    pub area_id: Uuid,
    /// Everybody who wishes it.
    pub people: i64,
    /// The same, with one who wishes several industries counted in equal parts.
    pub parts: f64,
    /// When the longest waiting of them was referred.
    pub since: NaiveDate,
}

/// Free seats of the mentors of one industry at one postcode who may be proposed.
#[derive(Clone, Debug, PartialEq, FromQueryResult)]
pub struct Free {
    pub division: String,
    pub postcode: Option<String>,
    /// The farthest that these mentors go, in kilometres, when they have said.
    pub max_km: Option<i32>,
    pub seats: f64,
}

/// Seats of such mentors that come free on a day, as the courses are planned.
#[derive(Clone, Debug, PartialEq, FromQueryResult)]
pub struct Ending {
    pub division: String,
    pub postcode: Option<String>,
    pub max_km: Option<i32>,
    pub ends_on: NaiveDate,
    pub seats: f64,
}

/// A housing area with the partner that refers from it, whose postcode stands for it in matching too.
#[derive(Clone, Debug, PartialEq, FromQueryResult)]
pub struct Area {
    pub id: Uuid,
    pub name: String,
    pub partner_id: Uuid,
    pub partner: String,
    pub postcode: Option<String>,
}

/// Everything that the radar counts.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// How far a seat is within reach when its mentor has not said, in kilometres.
    pub reach_km: u32,
    pub waiting: Vec<Waiting>,
    pub free: Arc<[Free]>,
    pub ending: Vec<Ending>,
    /// By name.
    pub areas: Vec<Area>,
}

impl Known {
    pub async fn load(db: &impl ConnectionTrait, today: NaiveDate, rules: &Rules) -> Result<Self, DbErr> {
        let waiting: Vec<Waiting> = read(db, &waiting()).await?;
        let free = free(db, today, &wished(&waiting)).await?;
        Self::beside(db, today, rules, waiting, free.into()).await
    }

    /// The same, with the free seats as they were counted when a mentor last changed.
    pub async fn remembering(
        counted: &FreeSeats,
        db: &Database,
        today: NaiveDate,
        rules: &Rules,
    ) -> Result<Self, DbErr> {
        let waiting: Vec<Waiting> = read(db, &waiting()).await?;
        let free = counted.now(db, today, &wished(&waiting)).await?;
        Self::beside(db, today, rules, waiting, free).await
    }

    async fn beside(
        db: &impl ConnectionTrait,
        today: NaiveDate,
        rules: &Rules,
        waiting: Vec<Waiting>,
        free: Arc<[Free]>,
    ) -> Result<Self, DbErr> {
        let ending = shared(seats_ending(today), &wished(&waiting), &["division", "postcode", "max_km", "ends_on"]);
        let ending = read(db, &ending).await?;
        let areas = areas().into_model().all(db).await?;
        Ok(Self { reach_km: rules.reach_km, waiting, free, ending, areas })
    }
}

/// The divisions that somebody waits for.
fn wished(waiting: &[Waiting]) -> BTreeSet<&str> {
    waiting.iter().filter_map(|group| group.division.as_deref()).collect()
}

/// The free seats, shared among the divisions that somebody waits for.
pub(super) async fn free(
    db: &impl ConnectionTrait,
    today: NaiveDate,
    wished: &BTreeSet<&str>,
) -> Result<Vec<Free>, DbErr> {
    read(db, &shared(free_seats(today), wished, &["division", "postcode", "max_km"])).await
}

pub(super) async fn read<T: FromQueryResult>(
    db: &impl ConnectionTrait,
    statement: &SelectStatement,
) -> Result<Vec<T>, DbErr> {
    T::find_by_statement(db.get_database_backend().build(statement)).all(db).await
}

/// Everybody waiting, by industry and area.
fn waiting() -> SelectStatement {
    use referral_industries::Column::{Code, Division, System};
    let division = industry::db25_division_of(System.into_expr(), Code.into_expr(), Division.into_expr());
    // A wish may hold the same industry twice, once of each system.
    let wishes = referrals::Entity::find()
        .select_only()
        .distinct()
        .column_as(referrals::Column::Id, "id")
        .column_as(referrals::Column::HousingAreaId, "area_id")
        .column_as(referrals::Column::ReferredOn, "referred_on")
        .expr_as(division, "division")
        .join(JoinType::LeftJoin, referrals::to_industries())
        .filter(referral::in_state(referral::State::Waiting))
        .into_query();
    let counted = Query::select()
        .columns(["division", "area_id", "referred_on"])
        .expr_window_as(Func::count(Expr::col(Asterisk)), WindowStatement::partition_by("id"), "named")
        .from_subquery(wishes, "wishes")
        .to_owned();
    Query::select()
        .columns(["division", "area_id"])
        .expr_as(Func::count(Expr::col(Asterisk)), "people")
        .expr_as(Func::sum(fraction(Expr::val(1), Expr::col("named"))), "parts")
        .expr_as(Func::min(Expr::col("referred_on")), "since")
        .from_subquery(counted, "counted")
        .group_by_columns(["division", "area_id"])
        .to_owned()
}

/// The free seats of each mentor who may be proposed, a row for each of the mentor's industries.
pub(super) fn free_seats(today: NaiveDate) -> SelectStatement {
    with_industries(mentors::Entity::find().filter(mentor::proposable(today)))
        .column_as(mentors::Column::Id, "id")
        .expr_as(mentor::free_seats(), "seats")
        .into_query()
}

/// The seat of each course that is planned to end soon, of a mentor who could be proposed if it were free and who stays.
fn seats_ending(today: NaiveDate) -> SelectStatement {
    use courses::Column::{EndedOn, PlannedEndOn, SeatHoldId};
    let stays = mentors::Column::LeftOn.is_null().or(mentors::Column::LeftOn.into_expr().gt(PlannedEndOn.into_expr()));
    let ending = mentors::Entity::find()
        .join(JoinType::InnerJoin, mentors::to_courses())
        .filter(EndedOn.is_null())
        .filter(SeatHoldId.is_not_null())
        .filter(PlannedEndOn.between(today, today + Months::new(AHEAD_MONTHS)))
        .filter(mentor::ready(today))
        .filter(stays);
    with_industries(ending)
        .column_as(courses::Column::Id, "id")
        .column_as(PlannedEndOn, "ends_on")
        .expr_as(Expr::val(1), "seats")
        .into_query()
}

/// The mentors with their postcode and how far they go, a row for each of their industries.
fn with_industries(found: Select<mentors::Entity>) -> Select<mentors::Entity> {
    use mentor_industries::Column::{Code, Division, System};
    let division = industry::db25_division_of(System.into_expr(), Code.into_expr(), Division.into_expr());
    found
        .select_only()
        .distinct()
        .columns([mentors::Column::Postcode, mentors::Column::MaxKm])
        .expr_as(division, "division")
        .join(JoinType::InnerJoin, mentors::to_industries())
}

/// Adds up the seats by these columns. Those of one `id` are shared among its industries that somebody wishes, or among
/// all of them when nobody wishes any.
fn shared(rows: SelectStatement, wished: &BTreeSet<&str>, by: &'static [&'static str]) -> SelectStatement {
    let is_wished = CaseStatement::new().case(Expr::col("division").is_in(wished.iter().copied()), 1).finally(0);
    let marked =
        Query::select().column(Asterisk).expr_as(is_wished, "is_wished").from_subquery(rows, "offers").to_owned();
    let counted = Query::select()
        .columns(by.iter().copied())
        .columns(["seats", "is_wished"])
        .expr_window_as(Func::sum(Expr::col("is_wished")), WindowStatement::partition_by("id"), "wished")
        .expr_window_as(Func::count(Expr::col(Asterisk)), WindowStatement::partition_by("id"), "named")
        .from_subquery(marked, "marked")
        .to_owned();
    let part = CaseStatement::new()
        .case(Expr::col("wished").eq(0), fraction(Expr::col("seats"), Expr::col("named")))
        .case(Expr::col("is_wished").eq(1), fraction(Expr::col("seats"), Expr::col("wished")))
        .finally(Expr::val(0).cast_as(FRACTION));
    Query::select()
        .columns(by.iter().copied())
        .expr_as(Func::sum(part), "seats")
        .from_subquery(counted, "counted")
        .group_by_columns(by.iter().copied())
        .to_owned()
}

fn fraction(of: Expr, by: Expr) -> Expr {
    of.cast_as(FRACTION).div(by)
}

pub(super) fn areas() -> Select<housing_areas::Entity> {
    use housing_areas::Column::{Id, Name, PartnerId};
    housing_areas::Entity::find()
        .select_only()
        .columns([Id, Name, PartnerId])
        .column_as(partners::Column::Name, "partner")
        .column_as(partners::Column::Postcode, "postcode")
        .join(JoinType::InnerJoin, housing_areas::to_partner())
        .order_by_asc(Name)
        .order_by_asc(Id)
}
