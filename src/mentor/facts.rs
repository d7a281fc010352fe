//! A mentor with everything that the rules ask about, read in three queries however many mentors there are.

use std::collections::HashMap;

use chrono::NaiveDate;
use entity::{Mentor, MentorPause, courses, mentor_pauses, mentors, seat_holds, seats, users};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect, Select,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait, Query, SelectStatement},
};

use super::{
    industries::industries_of,
    queries::visible_to,
    seats::SeatCounts,
    status::{MentorStatus, WhyNot, may_be_proposed, status, why_not},
};
use crate::{industry::IndustryCode, viewer::Viewer};

/// A mentor with pauses, industries and seats.
#[derive(Clone, Debug)]
pub struct MentorFacts {
    pub mentor: Mentor,
    /// The newest first.
    pub pauses: Vec<MentorPause>,
    pub industries: Vec<IndustryCode>,
    pub seats: SeatCounts,
    pub signs: Signs,
}

/// When something was last heard of a mentor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromQueryResult)]
pub struct Signs {
    /// The last day on which the mentor was signed in; nothing without a sign-in.
    pub last_seen_on: Option<NaiveDate>,
    pub is_in_course: bool,
    pub last_course_ended_on: Option<NaiveDate>,
}

impl MentorFacts {
    pub fn status(&self, today: NaiveDate) -> MentorStatus {
        status(&self.mentor, &self.pauses, today)
    }

    pub fn may_be_proposed(&self, today: NaiveDate) -> Result<(), WhyNot> {
        may_be_proposed(&self.mentor, &self.pauses, self.seats.free(), today)
    }

    /// Every fact that keeps the mentor from being proposed.
    pub fn why_not(&self, today: NaiveDate) -> impl Iterator<Item = WhyNot> {
        why_not(&self.mentor, &self.pauses, self.seats.free(), today)
    }

    /// How many seats would be free for a proposal if this one fact were otherwise: the pause ended, the check renewed,
    /// the training held, or one seat more offered. None when another fact stands in the way too, or when the fact is
    /// not for staff to change.
    pub fn free_but_for(&self, why: WhyNot, today: NaiveDate) -> Option<u32> {
        let (mut mentor, mut pauses, mut free) = (self.mentor.clone(), &self.pauses[..], self.seats.free());
        match why {
            WhyNot::Paused => pauses = &[],
            WhyNot::NotTrained => mentor.trained_on = Some(today),
            // A check that was refused stays refused when it is renewed.
            WhyNot::CertificateExpired => mentor.criminal_record_expires_on = None,
            WhyNot::NoFreeSeat => free = 1,
            WhyNot::Left | WhyNot::NotApproved => return None,
        }
        may_be_proposed(&mentor, pauses, free, today).is_ok().then_some(free)
    }
}

#[derive(FromQueryResult)]
struct WithSeats {
    #[sea_orm(nested)]
    mentor: Mentor,
    offered: i64,
    held: i64,
    #[sea_orm(nested)]
    signs: Signs,
}

/// The facts of the mentors that a query finds, in its order.
pub async fn facts(db: &impl ConnectionTrait, found: Select<mentors::Entity>) -> Result<Vec<MentorFacts>, DbErr> {
    let rows = found
        .expr_as(Expr::expr(seats_of()), "offered")
        .expr_as(Expr::expr(holds_of()), "held")
        .expr_as(Expr::expr(last_seen_on()), "last_seen_on")
        .expr_as(Expr::exists(running_course()), "is_in_course")
        .expr_as(Expr::expr(last_course_ended_on()), "last_course_ended_on")
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
        signs: row.signs,
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

/// When the mentor of the row around this was last signed in.
fn last_seen_on() -> SelectStatement {
    let own = Expr::col((users::Entity, users::Column::Id)).equals((mentors::Entity, mentors::Column::UserId));
    let mut seen = Query::select();
    seen.expr(Expr::col((users::Entity, users::Column::LastSeenOn))).from(users::Entity).and_where(own);
    seen
}

/// The courses of the mentor of the row around this.
pub(super) fn courses_of(selected: impl Into<Expr>) -> SelectStatement {
    let own = Expr::col((courses::Entity, courses::Column::MentorId)).equals((mentors::Entity, mentors::Column::Id));
    let mut of_mentor = Query::select();
    of_mentor.expr(selected.into()).from(courses::Entity).and_where(own);
    of_mentor
}

/// The courses that run of the mentor of the row around this.
pub(super) fn running_course() -> SelectStatement {
    let mut running = courses_of(Expr::val(1));
    running.and_where(courses::Column::EndedOn.is_null());
    running
}

fn last_course_ended_on() -> SelectStatement {
    courses_of(Expr::col((courses::Entity, courses::Column::EndedOn)).max())
}

/// How many seats of the mentor of the row around this nobody holds, for a query on mentors.
pub fn free_seats() -> Expr {
    Expr::expr(seats_of()).sub(Expr::expr(holds_of()))
}

/// How many seats the mentor of the row around this offers.
pub(super) fn seats_of() -> SelectStatement {
    let of_mentor = Expr::col((seats::Entity, seats::Column::MentorId));
    let mut count = Query::select();
    count
        .expr(seats::Column::Number.count())
        .from(seats::Entity)
        .and_where(of_mentor.equals((mentors::Entity, mentors::Column::Id)));
    count
}

/// How many seats the mentor of the row around this has given away.
pub(super) fn holds_of() -> SelectStatement {
    let of_mentor = Expr::col((seat_holds::Entity, seat_holds::Column::MentorId));
    let mut count = Query::select();
    count
        .expr(seat_holds::Column::Number.count())
        .from(seat_holds::Entity)
        .and_where(of_mentor.equals((mentors::Entity, mentors::Column::Id)));
    count
}
