//! A thing that somebody is responsible for, as the page on which it is handed over names it.

use entity::{courses, mentors, partners, referrals, responsibilities::Thing, young_people};
use sea_orm::{
    ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect, Select, prelude::Uuid,
    sea_query::Expr,
};

use crate::viewer::Viewer;

#[derive(Clone, Debug, PartialEq, FromQueryResult)]
pub struct Named {
    pub name: String,
    /// Whom it tells of; nobody where it is a partner or a mentor.
    pub young_person_id: Option<Uuid>,
}

/// The thing, if there is one that this viewer hands over: staff what they see, administrators partners too.
pub async fn find(db: &impl ConnectionTrait, viewer: &Viewer, thing: Thing, id: Uuid) -> Result<Option<Named>, DbErr> {
    if !viewer.is_staff() || (thing == Thing::Partner && !viewer.is_administrator()) {
        return Ok(None);
    }
    match thing {
        Thing::Partner => named(db, partners::Entity::find_by_id(id).select_only(), partners::Column::Name).await,
        Thing::Mentor => {
            let mentor = mentors::Entity::find_by_id(id).filter(mentors::known()).select_only();
            named(db, mentor, mentors::Column::Name).await
        }
        Thing::Referral => {
            let referral = referrals::Entity::find_by_id(id).select_only();
            young(db, referral.join(JoinType::InnerJoin, referrals::to_young_person())).await
        }
        Thing::Course => {
            let course =
                courses::Entity::find_by_id(id).select_only().join(JoinType::InnerJoin, courses::to_referral());
            young(db, course.join(JoinType::InnerJoin, referrals::to_young_person())).await
        }
    }
}

async fn named<E: EntityTrait>(
    db: &impl ConnectionTrait,
    found: Select<E>,
    name: E::Column,
) -> Result<Option<Named>, DbErr> {
    let nobody = Expr::val(None::<Uuid>);
    found.column_as(name, "name").expr_as(nobody, "young_person_id").into_model().one(db).await
}

async fn young<E: EntityTrait>(db: &impl ConnectionTrait, found: Select<E>) -> Result<Option<Named>, DbErr> {
    let found = found.column_as(young_people::Column::Name, "name");
    found.column_as(young_people::Column::Id, "young_person_id").into_model().one(db).await
}

/// Of which sort the thing with this id is; nothing where nobody can be responsible for it.
pub async fn sort_of(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Thing>, DbErr> {
    async fn is_there<E: EntityTrait>(db: &impl ConnectionTrait, found: Select<E>) -> Result<bool, DbErr> {
        Ok(found.select_only().expr(Expr::val(1)).into_tuple::<i32>().one(db).await?.is_some())
    }
    if is_there(db, courses::Entity::find_by_id(id)).await? {
        return Ok(Some(Thing::Course));
    }
    if is_there(db, referrals::Entity::find_by_id(id)).await? {
        return Ok(Some(Thing::Referral));
    }
    Ok(is_there(db, mentors::Entity::find_by_id(id)).await?.then_some(Thing::Mentor))
}
