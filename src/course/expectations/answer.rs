//! One side says what they expect.

use chrono::{DateTime, Utc};
use entity::{
    courses,
    expectations::{self, Column, Entity, ExpectingSide},
};
use sea_orm::{ActiveValue::Set, DbErr, EntityTrait, QuerySelect, prelude::Uuid, sea_query::OnConflict};

use crate::{database::Database, record::Change};

/// Three short answers; only the first is needed.
#[derive(Clone, Debug, PartialEq)]
pub struct NewExpectation {
    pub hopes: String,
    pub help: Option<String>,
    pub contact: Option<String>,
}

/// Writes down what one side of a course expects, found by the caller through the viewer or the link. The first answer stands: the
/// other side may have read it.
pub async fn answer(
    db: &Database,
    now: DateTime<Utc>,
    (course_id, side, by): (Uuid, ExpectingSide, Option<Uuid>),
    new: NewExpectation,
) -> Result<(), DbErr> {
    let tx = db.begin().await?;
    courses::Entity::find_by_id(course_id).lock_exclusive().one(&tx).await?;
    let row = expectations::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(course_id),
        side: Set(side),
        hopes: Set(new.hopes),
        help: Set(new.help),
        contact: Set(new.contact),
        answered_at: Set(now),
    };
    let once = OnConflict::columns([Column::CourseId, Column::Side]).do_nothing().to_owned();
    if Entity::insert(row).on_conflict(once).exec_without_returning(&tx).await? == 0 {
        return Ok(());
    }
    // By a link nobody has signed in.
    let on_behalf_of = by.is_none().then_some(match side {
        ExpectingSide::Mentor => "mentor",
        ExpectingSide::YoungPerson => "mentee",
    });
    let change = Change { subject: "course", subject_id: course_id, action: "expected", by, ..Change::default() };
    Change { on_behalf_of, ..change }.write(&tx, now).await?;
    tx.commit().await
}
