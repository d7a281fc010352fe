//! Applications that nobody confirmed are removed: somebody else may have typed the address.

use chrono::{Days, NaiveDate};
use entity::{
    links::{self, LinkPurpose},
    mentor_industries, mentors, seats,
};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, prelude::Uuid};

/// Calendar days that an application waits for its address to be confirmed.
const DAYS: u64 = 14;

/// What has waited longer than 14 days.
pub async fn unconfirmed(db: &impl ConnectionTrait, today: NaiveDate) -> Result<Vec<Uuid>, DbErr> {
    let old = mentors::Entity::find().select_only().column(mentors::Column::Id).filter(mentors::unconfirmed());
    old.filter(mentors::Column::AppliedOn.lt(today - Days::new(DAYS))).into_tuple().all(db).await
}

/// Removes one, unless it was confirmed in the last moment.
pub async fn remove_unconfirmed(tx: &impl ConnectionTrait, id: Uuid) -> Result<(), DbErr> {
    let still = mentors::Entity::find_by_id(id).filter(mentors::unconfirmed()).lock_exclusive();
    if still.one(tx).await?.is_none() {
        return Ok(());
    }
    mentor_industries::Entity::delete_many().filter(mentor_industries::Column::MentorId.eq(id)).exec(tx).await?;
    seats::Entity::delete_many().filter(seats::Column::MentorId.eq(id)).exec(tx).await?;
    links::Entity::delete_many()
        .filter(links::Column::Purpose.eq(LinkPurpose::ConfirmMentorEmail))
        .filter(links::Column::SubjectId.eq(id))
        .exec(tx)
        .await?;
    mentors::Entity::delete_by_id(id).exec(tx).await.map(drop)
}
