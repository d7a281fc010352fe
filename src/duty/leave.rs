//! Who leaves leaves nothing behind.

use chrono::{DateTime, NaiveDate, Utc};
use entity::absences::{self, Column};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, prelude::Uuid,
};
use thiserror::Error;

use super::{assign, hand_over::given, staff::at_work};
use crate::{clock::local_date, viewer::Viewer};

#[derive(Debug, Error)]
pub enum LeaveError {
    /// Something is theirs, and nobody was named to whom it goes.
    #[error("duty-heir-missing")]
    HeirMissing,
    #[error("duty-not-at-work")]
    HeirNotAtWork,
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Whether something would be left behind: things of theirs, or a colleague for whom they step in.
pub async fn holds_anything(db: &impl ConnectionTrait, today: NaiveDate, user: Uuid) -> Result<bool, DbErr> {
    let as_deputy = absences::Entity::find().filter(Column::DeputyId.eq(user)).filter(absences::from(today));
    Ok(!assign::all_of(db, user).await?.is_empty() || as_deputy.count(db).await? > 0)
}

/// Moves all that somebody sees to, in the transaction in which they leave. Their absences end; where they step in for
/// somebody, whoever gets the rest does from now on.
pub async fn leave(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    by: &Viewer,
    user: Uuid,
    heir: Option<Uuid>,
) -> Result<(), LeaveError> {
    end_own_absences(tx, now, user).await?;
    if !holds_anything(tx, local_date(now), user).await? {
        return Ok(());
    }
    let heir = heir.ok_or(LeaveError::HeirMissing)?;
    at_work(tx, heir).await?.filter(|heir| heir.id != user).ok_or(LeaveError::HeirNotAtWork)?;
    let things = assign::all_of(tx, user).await?;
    given(tx, now, by, &things, heir).await?;
    Ok(step_in(tx, now, user, heir).await?)
}

async fn end_own_absences(tx: &impl ConnectionTrait, now: DateTime<Utc>, user: Uuid) -> Result<(), DbErr> {
    let today = local_date(now);
    let over = absences::ActiveModel { ended_on: Set(Some(today)), ..Default::default() };
    let own = absences::Entity::update_many().set(over).filter(Column::UserId.eq(user));
    own.filter(absences::from(today)).exec(tx).await?;
    Ok(())
}

/// Nobody steps in for themselves: for the heir's own absence an administrator does.
async fn step_in(tx: &impl ConnectionTrait, now: DateTime<Utc>, user: Uuid, heir: Uuid) -> Result<(), DbErr> {
    for (deputy, whose) in [(Some(heir), Column::UserId.ne(heir)), (None, Column::UserId.eq(heir))] {
        let other = absences::ActiveModel { deputy_id: Set(deputy), ..Default::default() };
        let stepped = absences::Entity::update_many().set(other).filter(Column::DeputyId.eq(user)).filter(whose);
        stepped.filter(absences::from(local_date(now))).exec(tx).await?;
    }
    Ok(())
}
