//! Letters that did not arrive, for the page of what they are about: why, and what to do.

use entity::{
    Letter,
    letters::{Column, Entity},
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, Select,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait, Query},
};

use super::{Cause, again::given_up};
use crate::{language::Tr, word::Worded};

/// A letter that did not arrive yet, or never will by itself, in words.
pub struct Trouble {
    pub id: Uuid,
    /// What letter it is, and to whom.
    pub what: String,
    pub cause: String,
    pub advice: String,
    /// When it is tried again; empty once it was given up.
    pub next_try: String,
}

impl Trouble {
    pub fn new(tr: Tr, letter: &Letter) -> Self {
        let cause = Cause::kept(letter.failure.as_deref().unwrap_or_default());
        let waits = letter.given_up_at.is_none();
        Self {
            id: letter.id,
            what: what(tr, &letter.kind),
            cause: cause.label(tr),
            advice: cause.advice(tr),
            next_try: if waits { tr.moment(&letter.run_at) } else { String::new() },
        }
    }
}

/// What letter it is, and to whom, by its kind.
pub fn what(tr: Tr, kind: &str) -> String {
    tr.t(format!("message-letter-{}", kind.replace('_', "-")))
}

/// The letters about these things that did not arrive, the newest first.
pub async fn troubles(db: &impl ConnectionTrait, tr: Tr, subjects: &[Uuid]) -> Result<Vec<Trouble>, DbErr> {
    let failed = Condition::any().add(still_given_up()).add(tried_in_vain());
    let about = Entity::find().filter(Column::SubjectId.is_in(subjects.iter().copied())).filter(failed);
    let letters = about.order_by_desc(Column::Id).all(db).await?;
    Ok(letters.iter().map(|letter| Trouble::new(tr, letter)).collect())
}

/// The letters that somebody has to see to, in no order.
pub fn unsettled() -> Select<Entity> {
    Entity::find().filter(still_given_up())
}

/// The letters that wait, those that are tried next first.
pub fn waiting() -> Select<Entity> {
    let waits = Entity::find().filter(Column::SentAt.is_null()).filter(Column::GivenUpAt.is_null());
    waits.order_by_asc(Column::RunAt)
}

/// Given up, and no letter of the same kind about the same thing has arrived since.
fn still_given_up() -> Condition {
    let mut arrived = Query::select();
    let same = |column: Column| Expr::col(("arrived", column)).equals((Entity, column));
    arrived
        .expr(Expr::val(1))
        .from_as(Entity, "arrived")
        .and_where(same(Column::Kind))
        .and_where(same(Column::SubjectId))
        .and_where(Expr::col(("arrived", Column::SentAt)).is_not_null())
        .and_where(Expr::col(("arrived", Column::Id)).gt(Expr::col((Entity, Column::Id))));
    Condition::all().add(given_up()).add(Expr::exists(arrived).not())
}

fn tried_in_vain() -> Condition {
    let waits = Condition::all().add(Column::SentAt.is_null()).add(Column::GivenUpAt.is_null());
    waits.add(Column::Failure.is_not_null())
}
