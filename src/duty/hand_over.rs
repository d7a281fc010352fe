//! Handing over: one thing, many, or all of one colleague's, in one act.

use chrono::{DateTime, Utc};
use entity::responsibilities::Thing;
use sea_orm::{ConnectionTrait, DbErr, SqlErr, prelude::Uuid};
use thiserror::Error;

use super::{assign, staff::at_work, told};
use crate::{clock::local_date, database::Database, form::refusals, record::Change, viewer::Viewer};

#[derive(Debug, Error)]
pub enum HandOverError {
    /// Whoever was chosen does not work here any more.
    #[error("duty-not-at-work")]
    NotAtWork,
    /// Nothing of it was somebody else's.
    #[error("duty-nothing")]
    Nothing,
    /// Somebody else handed one of them over at the same moment.
    #[error("duty-overtaken")]
    Overtaken,
    #[error(transparent)]
    Db(DbErr),
}

refusals! {
    HandOverError { leaves Db; overtaken Overtaken; else "to"; }
}

/// The database keeps one responsible for each thing, whoever is first.
impl From<DbErr> for HandOverError {
    fn from(error: DbErr) -> Self {
        match error.sql_err() {
            Some(SqlErr::UniqueConstraintViolation(_)) => Self::Overtaken,
            _ => Self::Db(error),
        }
    }
}

/// Hands these things over, and tells how many.
pub async fn hand_over(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    things: &[(Thing, Uuid)],
    to: Uuid,
) -> Result<usize, HandOverError> {
    let tx = db.begin().await?;
    at_work(&tx, to).await?.ok_or(HandOverError::NotAtWork)?;
    let given = given(&tx, now, viewer, things, to).await?;
    tx.commit().await?;
    if given == 0 { Err(HandOverError::Nothing) } else { Ok(given) }
}

/// Hands over all that one of staff is responsible for, and tells how many things.
pub async fn hand_over_all(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    from: Uuid,
    to: Uuid,
) -> Result<usize, HandOverError> {
    let tx = db.begin().await?;
    at_work(&tx, to).await?.ok_or(HandOverError::NotAtWork)?;
    let things = assign::all_of(&tx, from).await?;
    let given = given(&tx, now, viewer, &things, to).await?;
    tx.commit().await?;
    if given == 0 { Err(HandOverError::Nothing) } else { Ok(given) }
}

/// Within the transaction of whoever does it: moved, written down, and told to those whom it concerns.
pub(super) async fn given(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    viewer: &Viewer,
    things: &[(Thing, Uuid)],
    to: Uuid,
) -> Result<usize, DbErr> {
    let moved = assign::give(tx, local_date(now), viewer.user_id, things, to).await?;
    for (thing, id) in &moved {
        Change::of(viewer, word(*thing), *id, "handed_over").write(tx, now).await?;
    }
    told::queue(tx, now, &moved).await?;
    Ok(moved.len())
}

/// The word of a thing in the change log, which is that of its column.
fn word(thing: Thing) -> &'static str {
    match thing {
        Thing::Partner => "partner",
        Thing::Referral => "referral",
        Thing::Course => "course",
        Thing::Mentor => "mentor",
    }
}
