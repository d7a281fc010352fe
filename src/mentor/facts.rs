//! A mentor with everything that the rules ask about, read in three queries however many mentors there are.

use std::collections::HashMap;

use chrono::NaiveDate;
use entity::{Mentor, MentorPause, mentor_pauses, mentors, seat_holds, seats};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect, Select,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait, SelectStatement},
};

use super::{
    industries::industries_of,
    queries::visible_to,
    seats::SeatCounts,
    status::{MentorStatus, WhyNot, may_be_proposed, status},
};
use crate::{industry::IndustryCode, web::Viewer};

/// A mentor with pauses, industries and seats.
#[derive(Clone, Debug)]
pub struct MentorFacts {
    pub mentor: Mentor,
    /// The newest first.
    pub pauses: Vec<MentorPause>,
    pub industries: Vec<IndustryCode>,
    pub seats: SeatCounts,
}

impl MentorFacts {
    pub fn status(&self, today: NaiveDate) -> MentorStatus {
        status(&self.mentor, &self.pauses, today)
    }

    pub fn may_be_proposed(&self, today: NaiveDate) -> Result<(), WhyNot> {
        may_be_proposed(&self.mentor, &self.pauses, self.seats.free(), today)
    }
}

#[derive(FromQueryResult)]
struct WithSeats {
    #[sea_orm(nested)]
    mentor: Mentor,
    offered: i64,
    held: i64,
}

/// The facts of the mentors that a query finds, in its order.
pub async fn facts(db: &impl ConnectionTrait, found: Select<mentors::Entity>) -> Result<Vec<MentorFacts>, DbErr> {
    let rows = found
        .expr_as(Expr::expr(seats_of()), "offered")
        .expr_as(Expr::expr(holds_of()), "held")
        .into_model::<WithSeats>()
        .all(db)
        .await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.mentor.id).collect();
    let mut industries = industries_of(db, &ids).await?;
    let mut pauses = pauses_of(db, &ids).await?;
    let whole = |row: WithSeats| MentorFacts {
        pauses: pauses.remove(&row.mentor.id).unwrap_or_default(),
        industries: industries.remove(&row.mentor.id).unwrap_or_default(),
        seats: SeatCounts {
            offered: row.offered.try_into().unwrap_or_default(),
            held: row.held.try_into().unwrap_or_default(),
        },
        mentor: row.mentor,
    };
    Ok(rows.into_iter().map(whole).collect())
}

/// A mentor with all facts, if the viewer may see this one.
pub async fn facts_for(db: &impl ConnectionTrait, viewer: &Viewer, id: Uuid) -> Result<Option<MentorFacts>, DbErr> {
    let found = mentors::Entity::find_by_id(id).filter(visible_to(viewer));
    Ok(facts(db, found).await?.into_iter().next())
}

/// The facts of these mentors, by id.
pub async fn facts_of(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<HashMap<Uuid, MentorFacts>, DbErr> {
    let found = mentors::Entity::find().filter(mentors::Column::Id.is_in(ids.iter().copied()));
    Ok(facts(db, found).await?.into_iter().map(|facts| (facts.mentor.id, facts)).collect())
}

/// The pauses of many mentors at once, the newest first.
pub async fn pauses_of(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<HashMap<Uuid, Vec<MentorPause>>, DbErr> {
    let rows = mentor_pauses::Entity::find()
        .filter(mentor_pauses::Column::MentorId.is_in(ids.iter().copied()))
        .order_by_desc(mentor_pauses::Column::FromOn)
        .all(db)
        .await?;
    let mut pauses: HashMap<Uuid, Vec<MentorPause>> = HashMap::new();
    for pause in rows {
        pauses.entry(pause.mentor_id).or_default().push(pause);
    }
    Ok(pauses)
}

/// How many seats the mentor of the row around this offers.
pub(super) fn seats_of() -> SelectStatement {
    let of_mentor = Expr::col((seats::Entity, seats::Column::MentorId));
    let mut count = sea_orm::sea_query::Query::select();
    count
        .expr(seats::Column::Number.count())
        .from(seats::Entity)
        .and_where(of_mentor.equals((mentors::Entity, mentors::Column::Id)));
    count
}

/// How many seats the mentor of the row around this has given away.
pub(super) fn holds_of() -> SelectStatement {
    let of_mentor = Expr::col((seat_holds::Entity, seat_holds::Column::MentorId));
    let mut count = sea_orm::sea_query::Query::select();
    count
        .expr(seat_holds::Column::Number.count())
        .from(seat_holds::Entity)
        .and_where(of_mentor.equals((mentors::Entity, mentors::Column::Id)));
    count
}
