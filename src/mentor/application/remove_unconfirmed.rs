//! Applications that nobody confirmed are removed: somebody else may have typed the address.

use chrono::{Days, NaiveDate};
use entity::{
    links::{self, LinkPurpose},
    mentor_industries, mentors, seats,
};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, prelude::Uuid};

use crate::database::Database;

/// Calendar days that an application waits for its address to be confirmed.
const DAYS: u64 = 14;
/// Applications removed in one transaction.
const AT_ONCE: u64 = 200;

/// Removes what waited longer than 14 days, and returns how many applications that were.
pub async fn remove_unconfirmed(db: &Database, today: NaiveDate) -> Result<u64, DbErr> {
    let tx = db.begin().await?;
    let old = mentors::Entity::find()
        .select_only()
        .column(mentors::Column::Id)
        .filter(mentors::unconfirmed())
        .filter(mentors::Column::AppliedOn.lt(today - Days::new(DAYS)))
        .limit(AT_ONCE);
    let old: Vec<Uuid> = old.into_tuple().all(&tx).await?;
    let ids = || old.iter().copied();
    mentor_industries::Entity::delete_many().filter(mentor_industries::Column::MentorId.is_in(ids())).exec(&tx).await?;
    seats::Entity::delete_many().filter(seats::Column::MentorId.is_in(ids())).exec(&tx).await?;
    links::Entity::delete_many()
        .filter(links::Column::Purpose.eq(LinkPurpose::ConfirmMentorEmail))
        .filter(links::Column::SubjectId.is_in(ids()))
        .exec(&tx)
        .await?;
    let removed = mentors::Entity::delete_many().filter(mentors::Column::Id.is_in(ids())).exec(&tx).await?;
    tx.commit().await?;
    Ok(removed.rows_affected)
}
