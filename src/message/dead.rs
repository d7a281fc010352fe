//! Ways to people that are dead, for staff's pages of them; and alive again when somebody says so.

use entity::{
    ContactWay,
    contact_ways::{self, Column, Entity},
    mentors, partners, users, young_people,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder,
    QuerySelect, Select,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait, Query},
};

use super::{About, Cause, sent::name};
use crate::{language::Tr, word::Worded};

/// A way by which nothing arrives.
pub struct DeadWay {
    pub id: Uuid,
    /// To whom, since when and why.
    pub sentence: String,
    /// What to do about it.
    pub advice: String,
}

#[derive(FromQueryResult)]
struct Named {
    #[sea_orm(nested)]
    way: ContactWay,
    whom: Option<String>,
    /// Who of staff found it.
    finder: Option<String>,
}

/// The dead ways to these people that are still written down with them. A way that was edited is another.
fn dead(about: &About) -> Select<Entity> {
    let values = [
        Expr::col((young_people::Entity, young_people::Column::Email)),
        Expr::col((young_people::Entity, young_people::Column::Phone)),
        Expr::col((mentors::Entity, mentors::Column::Email)),
        Expr::col((mentors::Entity, mentors::Column::Phone)),
        Expr::col((users::Entity, users::Column::Email)),
        Expr::col((partners::Entity, partners::Column::ContactEmail)),
    ];
    let is_current =
        values.into_iter().fold(Condition::any(), |any, value| any.add(Expr::col((Entity, Column::Value)).eq(value)));
    Entity::find()
        .join(JoinType::LeftJoin, contact_ways::to_user())
        .join(JoinType::LeftJoin, contact_ways::to_mentor())
        .join(JoinType::LeftJoin, contact_ways::to_young_person())
        .join(JoinType::LeftJoin, contact_ways::to_partner())
        .filter(Column::DiedOn.is_not_null())
        .filter(Column::OwnerId.is_in(about.people.iter().copied()))
        .filter(is_current)
}

/// The name of whoever of staff found that a way is dead.
fn finder() -> Expr {
    let finder = "finders";
    let mut name = Query::select();
    name.column((finder, users::Column::Name))
        .from_as(users::Entity, finder)
        .and_where(Expr::col((finder, users::Column::Id)).equals((Entity, Column::FoundDeadBy)));
    Expr::from(name)
}

/// The dead ways to these people, in words.
pub async fn dead_ways(db: &impl ConnectionTrait, tr: Tr, about: &About) -> Result<Vec<DeadWay>, DbErr> {
    let rows = dead(about).expr_as(name(), "whom").expr_as(finder(), "finder").order_by_asc(Column::DiedOn);
    let rows = rows.into_model::<Named>().all(db).await?;
    Ok(rows.iter().map(|named| DeadWay::new(tr, named)).collect())
}

/// Brings a way back of which somebody says that it is right. False when the page shows no such way.
pub async fn try_way_again(tx: &impl ConnectionTrait, about: &About, id: Uuid) -> Result<bool, DbErr> {
    if dead(about).filter(Column::Id.eq(id)).one(tx).await?.is_none() {
        return Ok(false);
    }
    let alive = contact_ways::ActiveModel {
        died_on: Set(None),
        died_of: Set(None),
        found_dead_by: Set(None),
        ..Default::default()
    };
    Entity::update_many().set(alive).filter(Column::Id.eq(id)).exec(tx).await?;
    Ok(true)
}

impl DeadWay {
    fn new(tr: Tr, Named { way, whom, finder }: &Named) -> Self {
        let cause = Cause::of_bounce(way.died_of.as_deref());
        let since = way.died_on.map(|on| tr.date(&on)).unwrap_or_default();
        let words = [
            ("way", way.kind.label(tr).into()),
            ("whom", whom.clone().unwrap_or_default().into()),
            ("date", since.into()),
            ("why", why(tr, cause, finder.as_deref()).into()),
        ];
        Self { id: way.id, sentence: tr.with("message-way-dead", words), advice: tr.t("message-way-dead-advice") }
    }
}

/// Why a way is dead, and who of staff found it where somebody did.
pub fn why(tr: Tr, cause: Cause, finder: Option<&str>) -> String {
    match finder {
        Some(name) => tr.t2("message-way-found-dead", "why", cause.label(tr), "name", name),
        None => cause.label(tr),
    }
}
