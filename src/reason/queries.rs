//! What follows a reason now: staff's word where there is one, or else the platform's.

use std::collections::HashMap;

use entity::{
    ReasonConsequences,
    reason_consequences::{Column, Entity},
};
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, QueryOrder, prelude::Uuid};

use super::{Cause, Consequences, Span};

use crate::word::Worded;

impl From<&ReasonConsequences> for Consequences {
    fn from(row: &ReasonConsequences) -> Self {
        Self { onward: row.onward, rest: Span::from_days(row.rest_days), pause: Span::from_days(row.pause_days) }
    }
}

/// What follows this cause.
pub async fn consequences_of(db: &impl ConnectionTrait, cause: Cause) -> Result<Consequences, DbErr> {
    let row = Entity::find_by_id(cause.id()).one(db).await?;
    Ok(row.as_ref().map_or_else(|| cause.default_consequences(), Consequences::from))
}

/// What follows each cause.
#[derive(Clone, Debug, Default)]
pub struct Declared(HashMap<Uuid, ReasonConsequences>);

/// What follows each cause: one query.
pub async fn declared(db: &impl ConnectionTrait) -> Result<Declared, DbErr> {
    let rows = Entity::find().all(db).await?;
    Ok(Declared(rows.into_iter().map(|row| (row.id, row)).collect()))
}

impl Declared {
    pub fn of(&self, cause: Cause) -> Consequences {
        self.0.get(&cause.id()).map_or_else(|| cause.default_consequences(), Consequences::from)
    }

    /// Whether staff have declared it.
    pub fn is_staffs(&self, cause: Cause) -> bool {
        self.0.contains_key(&cause.id())
    }
}

/// Rows about a reason that nobody knows, each as `occasion reason`: there is no way to them on any page.
pub async fn strangers(db: &impl ConnectionTrait) -> Result<Vec<String>, DbErr> {
    let rows = Entity::find().order_by_asc(Column::Occasion).order_by_asc(Column::Reason).all(db).await?;
    let is_known = |row: &ReasonConsequences| {
        let same =
            |cause: &Cause| (cause.id(), cause.occasion(), cause.word()) == (row.id, row.occasion, row.reason.clone());
        Cause::all().iter().any(same)
    };
    let strange = rows.iter().filter(|row| !is_known(row));
    Ok(strange.map(|row| format!("{} {}", row.occasion.code(), row.reason)).collect())
}
