//! Who of staff became responsible for the referrals and the courses, and when: one query.

use entity::{
    Responsibility,
    responsibilities::{self, Column, Thing},
    users,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect,
    prelude::Uuid,
};

use super::{
    around::Around,
    entry::{Entry, Kind, When},
};
use crate::language::Tr;

#[derive(FromQueryResult)]
struct Named {
    #[sea_orm(nested)]
    spell: Responsibility,
    name: String,
}

/// Each time a referral or a course became somebody's.
pub async fn handovers(db: &impl ConnectionTrait, tr: Tr, around: &Around) -> Result<Vec<Entry>, DbErr> {
    let of =
        |thing: Thing, ids: Vec<Uuid>| Condition::all().add(Column::Thing.eq(thing)).add(Column::ThingId.is_in(ids));
    let referrals = around.referrals.iter().map(|referral| referral.id).collect();
    let theirs =
        Condition::any().add(of(Thing::Referral, referrals)).add(of(Thing::Course, around.course_ids().collect()));
    let found = responsibilities::Entity::find().filter(theirs).join(JoinType::InnerJoin, responsibilities::to_user());
    let found = found.column_as(users::Column::Name, "name").into_model::<Named>().all(db).await?;
    let entry = |Named { spell, name }: Named| {
        let (key, page) = match spell.thing {
            Thing::Course => ("timeline-duty-course", "courses"),
            _ => ("timeline-duty-referral", "referrals"),
        };
        let entry = Entry::new(Kind::Duty, When::On(spell.since), tr.t1(key, "name", name));
        entry.href(format!("/{page}/{}", spell.thing_id))
    };
    Ok(found.into_iter().map(entry).collect())
}
