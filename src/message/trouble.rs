//! Messages that did not arrive, for the page of what they are about: why, and what to do.

use entity::{
    Message,
    messages::{Column, Entity},
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, Select, prelude::Uuid,
};

use super::{Cause, again::tried_in_vain, left::still_in_vain};
use crate::{language::Tr, word::Worded};

/// A message that did not arrive yet, or may not arrive by itself, in words.
pub struct Trouble {
    pub id: Uuid,
    /// What letter it is, and to whom.
    pub what: String,
    pub cause: String,
    pub advice: String,
    /// When it is tried again; empty when nobody tries by themselves.
    pub next_try: String,
}

impl Trouble {
    pub fn new(tr: Tr, row: &Message) -> Self {
        let cause = Cause::of(row);
        Self {
            id: row.id,
            what: what(tr, &row.kind),
            cause: cause.label(tr),
            advice: cause.advice(tr),
            next_try: row.next_try_at.map(|at| tr.moment(&at)).unwrap_or_default(),
        }
    }
}

/// What message it is, and to whom, by its kind.
pub fn what(tr: Tr, kind: &str) -> String {
    tr.t(format!("message-letter-{}", kind.replace('_', "-")))
}

/// The messages about these things that did not arrive, the newest first.
pub async fn troubles(db: &impl ConnectionTrait, tr: Tr, subjects: &[Uuid]) -> Result<Vec<Trouble>, DbErr> {
    let failed = Condition::any().add(still_in_vain()).add(tried_in_vain());
    let about = Entity::find().filter(Column::SubjectId.is_in(subjects.iter().copied())).filter(failed);
    let rows = about.order_by_desc(Column::Id).all(db).await?;
    Ok(rows.iter().map(|row| Trouble::new(tr, row)).collect())
}

/// The messages that somebody has to see to, in no order.
pub fn unsettled() -> Select<Entity> {
    Entity::find().filter(still_in_vain())
}

/// The messages that wait, those that are tried next first.
pub fn waiting() -> Select<Entity> {
    Entity::find().filter(Column::NextTryAt.is_not_null()).order_by_asc(Column::NextTryAt)
}
