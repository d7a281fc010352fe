//! What both sides expect, asked before the first meeting: three short questions each. They are shown to each other once both
//! have answered, or the two have met.

mod answer;
mod forms;
pub mod handlers;
pub mod letters;
mod lists;
mod pages;

pub use answer::{NewExpectation, answer};
pub use lists::{first_meeting_at, missing};

use entity::{
    Expectation,
    expectations::{Column, Entity, ExpectingSide},
};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, prelude::Uuid};

/// What is known of the expectations of a course, as one side may see it.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    /// Their own.
    pub own: Option<Expectation>,
    /// The other side's; nothing as long as it is not to be shown.
    pub other: Option<Expectation>,
}

/// The expectations of a course as this side may see them: one query.
pub async fn seen_by(
    db: &impl ConnectionTrait,
    course_id: Uuid,
    side: ExpectingSide,
    have_met: bool,
) -> Result<Seen, DbErr> {
    Ok(seen(of_course(db, course_id).await?, side, have_met))
}

/// The same out of what was read.
pub fn seen(all: Vec<Expectation>, side: ExpectingSide, have_met: bool) -> Seen {
    let (own, other): (Vec<_>, Vec<_>) = all.into_iter().partition(|one| one.side == side);
    let own = own.into_iter().next();
    let is_open = own.is_some() || have_met;
    Seen { own, other: other.into_iter().next().filter(|_| is_open) }
}

/// Both sides' expectations.
pub async fn of_course(db: &impl ConnectionTrait, course_id: Uuid) -> Result<Vec<Expectation>, DbErr> {
    Entity::find().filter(Column::CourseId.eq(course_id)).all(db).await
}
