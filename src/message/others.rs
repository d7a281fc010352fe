//! What became of the other messages about a thing: a change is told once, and what nobody was told of is not taken back.

use entity::messages::{Column, Entity};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, prelude::Uuid};

use super::{Desk, MessageKind};

/// The other messages of a kind about the same thing as the one on a desk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Others {
    /// Whether one has left, or is on its way out right now: so somebody may have been told.
    pub may_have_left: bool,
    /// Whether one was queued later: it says how things stand, and this one need not.
    pub is_overtaken: bool,
}

/// What is known of them. Whoever takes up a message commits that before it is composed; so one that was composed before a
/// thing changed is seen here as on its way by whoever tells of the change.
pub async fn others(desk: &Desk, kind: MessageKind, subject_id: Uuid) -> Result<Others, DbErr> {
    let about_it = Entity::find().filter(Column::Kind.eq(kind.name)).filter(Column::SubjectId.eq(subject_id));
    let rows = about_it.filter(Column::Id.ne(desk.message)).all(&desk.db).await?;
    let own = (desk.queued_at, desk.message);
    Ok(Others {
        may_have_left: rows.iter().any(|row| {
            let left = row.accepted_at.or(row.delivered_at).or(row.bounced_at).or(row.unknown_at).or(row.handing_over_at);
            left.is_some() || row.claim.is_some()
        }),
        is_overtaken: rows.iter().any(|row| row.unwanted_at.is_none() && (row.queued_at, row.id) > own),
    })
}
