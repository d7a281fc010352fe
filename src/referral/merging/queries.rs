//! What the page of two records asks.

use entity::{YoungPerson, partners, referrals, young_people};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
    prelude::{Date, Uuid},
};

/// A record that was not merged away.
pub async fn unmerged(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<YoungPerson>, DbErr> {
    let unmerged = young_people::Entity::find_by_id(id).filter(young_people::Column::MergedInto.is_null());
    unmerged.one(db).await
}

/// The records that were made one with this.
pub async fn absorbed_by(db: &impl ConnectionTrait, id: Uuid) -> Result<Vec<YoungPerson>, DbErr> {
    let absorbed = young_people::Entity::find().filter(young_people::Column::MergedInto.eq(id));
    absorbed.order_by_asc(young_people::Column::Id).all(db).await
}

#[derive(FromQueryResult)]
pub struct Sent {
    pub referred_on: Date,
    pub partner_name: String,
}

/// What was sent of a person, the newest first.
pub async fn sent(db: &impl ConnectionTrait, person_id: Uuid) -> Result<Vec<Sent>, DbErr> {
    let of_person = referrals::Entity::find()
        .select_only()
        .column(referrals::Column::ReferredOn)
        .column_as(partners::Column::Name, "partner_name")
        .join(JoinType::InnerJoin, referrals::to_partner())
        .filter(referrals::Column::YoungPersonId.eq(person_id))
        .order_by_desc(referrals::Column::ReferredOn);
    of_person.into_model().all(db).await
}
