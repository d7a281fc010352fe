//! The ways to a young person: their own, and people who agreed to pass a word on. Each with when it was confirmed and whether
//! anything arrives by it. What is asked goes by their own ways (`reach`); the others are for staff who phone.

mod act;
mod forms;
pub mod handlers;
mod pages;

pub use act::{NewWay, add, add_number, add_of, confirm, dead_number, remove};

use std::collections::HashMap;

use entity::{
    ContactWay, YoungPerson,
    contact_ways::{self, Column, Entity, WayKind},
    messages::AddresseeKind,
    users, young_people,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, prelude::Uuid,
};

/// A way, with who of staff found that it is dead where somebody did.
#[derive(Clone, Debug, FromQueryResult)]
pub struct KnownWay {
    #[sea_orm(nested)]
    pub way: ContactWay,
    pub finder: Option<String>,
}

/// The ways to a young person, and those of the records that were made part of theirs: the newest first.
pub async fn ways_to(db: &impl ConnectionTrait, person_id: Uuid) -> Result<Vec<KnownWay>, DbErr> {
    Entity::find()
        .join(JoinType::LeftJoin, contact_ways::to_finder())
        .column_as(users::Column::Name, "finder")
        .filter(lead_to(person_id))
        .order_by_desc(Column::AddedOn)
        .order_by_desc(Column::Id)
        .into_model()
        .all(db)
        .await
}

/// The people who can be asked to pass a word on to a young person, the newest first.
pub async fn others_of(db: &impl ConnectionTrait, person_id: Uuid) -> Result<Vec<ContactWay>, DbErr> {
    let others = Column::Kind.is_in([WayKind::SecondContact, WayKind::Adviser]);
    Entity::find()
        .filter(lead_to(person_id).add(others))
        .order_by_desc(Column::AddedOn)
        .order_by_desc(Column::Id)
        .all(db)
        .await
}

/// The same for several young people, by whom they lead to.
pub async fn others_of_all(
    db: &impl ConnectionTrait,
    people: &[Uuid],
) -> Result<HashMap<Uuid, Vec<ContactWay>>, DbErr> {
    let merged = young_people::Entity::find()
        .select_only()
        .columns([young_people::Column::Id, young_people::Column::MergedInto])
        .filter(young_people::Column::MergedInto.is_in(people.to_vec()));
    let merged: HashMap<Uuid, Uuid> = merged.into_tuple::<(Uuid, Uuid)>().all(db).await?.into_iter().collect();
    let owners = people.iter().chain(merged.keys()).copied().collect::<Vec<_>>();
    let others = Entity::find()
        .filter(Column::Owner.eq(AddresseeKind::YoungPerson))
        .filter(Column::OwnerId.is_in(owners))
        .filter(Column::Kind.is_in([WayKind::SecondContact, WayKind::Adviser]))
        .order_by_desc(Column::AddedOn)
        .order_by_desc(Column::Id);
    let mut led: HashMap<Uuid, Vec<ContactWay>> = HashMap::new();
    for way in others.all(db).await? {
        led.entry(merged.get(&way.owner_id).copied().unwrap_or(way.owner_id)).or_default().push(way);
    }
    Ok(led)
}

/// The ways to a young person, also those that came with a record which was made part of theirs.
pub fn lead_to(person_id: Uuid) -> Condition {
    let merged = young_people::Entity::find()
        .select_only()
        .column(young_people::Column::Id)
        .filter(young_people::Column::MergedInto.eq(person_id))
        .into_query();
    let theirs = Condition::any().add(Column::OwnerId.eq(person_id)).add(Column::OwnerId.in_subquery(merged));
    Condition::all().add(Column::Owner.eq(AddresseeKind::YoungPerson)).add(theirs)
}

/// A young person's record that was not made part of another.
async fn person(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<YoungPerson>, DbErr> {
    young_people::Entity::find_by_id(id).filter(young_people::Column::MergedInto.is_null()).one(db).await
}
