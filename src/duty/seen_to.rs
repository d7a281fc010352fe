//! Who sees to a thing on a day: one question, one answer.

use chrono::NaiveDate;
use entity::{
    absences,
    responsibilities::{self, Column, Thing},
    users,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait, JoinType, Order, Query, SelectStatement},
};

use super::hands::hand_of;
use crate::{
    message::{Contact, Desk},
    viewer::Viewer,
};

const RESPONSIBLE: &str = "responsible";
const HAND: &str = "hand";

/// Who is responsible for a thing, and who sees to it: the same person, or their deputy.
#[derive(Clone, Debug, PartialEq, FromQueryResult)]
pub struct SeenTo {
    /// Since when it is the responsible's.
    pub since: NaiveDate,
    pub responsible_id: Uuid,
    pub responsible: String,
    /// The last day on which the responsible is away.
    pub away_until: Option<NaiveDate>,
    /// This and the rest tell of whoever sees to it.
    pub id: Uuid,
    pub name: String,
    pub email: String,
    pub phone: Option<String>,
    pub language: String,
}

impl SeenTo {
    /// Whether somebody steps in for the responsible.
    pub fn is_by_deputy(&self) -> bool {
        self.id != self.responsible_id
    }

    pub fn contact(self) -> Contact {
        let until = self.away_until.filter(|_| self.is_by_deputy());
        Contact { name: self.name, phone: self.phone, email: self.email, until }
    }
}

/// Whether whoever looks is the one who is responsible, so that there is nothing to take.
pub fn is_responsible(seen_to: Option<&SeenTo>, viewer: Option<&Viewer>) -> bool {
    seen_to.zip(viewer).is_some_and(|(who, viewer)| who.responsible_id == viewer.user_id)
}

/// Who sees to a thing on a day: one statement. Nobody while nobody is responsible for it.
pub async fn seen_to(
    db: &impl ConnectionTrait,
    thing: Thing,
    id: Uuid,
    day: NaiveDate,
) -> Result<Option<SeenTo>, DbErr> {
    let mut found = with_hand(day);
    found.cond_where(responsibilities::on(day));
    found.and_where(Expr::col((responsibilities::Entity, Column::Thing)).eq(thing));
    found.and_where(Expr::col((responsibilities::Entity, Column::ThingId)).eq(id));
    SeenTo::find_by_statement(db.get_database_backend().build(&found)).one(db).await
}

fn with_hand(day: NaiveDate) -> SelectStatement {
    let own = |column| Expr::col((responsibilities::Entity, column));
    let mut found = Query::select();
    found
        .column((responsibilities::Entity, Column::Since))
        .expr_as(Expr::col((RESPONSIBLE, users::Column::Id)), "responsible_id")
        .expr_as(Expr::col((RESPONSIBLE, users::Column::Name)), "responsible")
        .expr_as(Expr::from(away_until(day)), "away_until")
        .from(responsibilities::Entity)
        .join_as(
            JoinType::InnerJoin,
            users::Entity,
            RESPONSIBLE,
            Expr::col((RESPONSIBLE, users::Column::Id)).eq(own(Column::UserId)),
        )
        .join_as(
            JoinType::InnerJoin,
            users::Entity,
            HAND,
            Expr::col((HAND, users::Column::Id)).eq(hand_of(own(Column::UserId), day)),
        );
    for column in
        [users::Column::Id, users::Column::Name, users::Column::Email, users::Column::Phone, users::Column::Language]
    {
        found.column((HAND, column));
    }
    found
}

/// Until when the responsible is away, where they are away on a day. No two absences of one person overlap.
fn away_until(day: NaiveDate) -> SelectStatement {
    let own = Expr::col((absences::Entity, absences::Column::UserId)).equals((RESPONSIBLE, users::Column::Id));
    let mut until = Query::select();
    until
        .column((absences::Entity, absences::Column::UntilOn))
        .from(absences::Entity)
        .and_where(own)
        .cond_where(absences::on(day))
        .limit(1);
    until
}

/// The same of the case that a select names, and of something more general where nobody is responsible for that.
pub(super) async fn first_of(
    db: &impl ConnectionTrait,
    case: Option<SelectStatement>,
    general: Uuid,
    day: NaiveDate,
) -> Result<Option<SeenTo>, DbErr> {
    let thing = || Expr::col((responsibilities::Entity, Column::ThingId));
    let is_general = thing().eq(general);
    let either = match case {
        Some(case) => is_general.clone().or(thing().in_subquery(case)),
        None => is_general.clone(),
    };
    let mut found = with_hand(day);
    found.cond_where(responsibilities::on(day)).and_where(either).order_by_expr(is_general, Order::Asc).limit(1);
    SeenTo::find_by_statement(db.get_database_backend().build(&found)).one(db).await
}

/// Whom everybody else turns to about a thing on a day; nobody while nobody is responsible for it.
pub async fn contact(
    db: &impl ConnectionTrait,
    thing: Thing,
    id: Uuid,
    day: NaiveDate,
) -> Result<Option<Contact>, DbErr> {
    Ok(seen_to(db, thing, id, day).await?.map(SeenTo::contact))
}

/// The same for the foot of a letter, as of the day on which it is composed.
pub async fn contact_of(desk: &Desk, thing: Thing, id: Uuid) -> Result<Option<Contact>, DbErr> {
    contact(&desk.db, thing, id, desk.clock.today()).await
}

/// Who was responsible, from when until when.
#[derive(Clone, Debug, PartialEq, FromQueryResult)]
pub struct Spell {
    pub name: String,
    pub since: NaiveDate,
    pub until: Option<NaiveDate>,
}

/// Everybody who is or was responsible for a thing, the newest first.
pub async fn spells(db: &impl ConnectionTrait, id: Uuid) -> Result<Vec<Spell>, DbErr> {
    responsibilities::Entity::find()
        .select_only()
        .columns([Column::Since, Column::Until])
        .column_as(users::Column::Name, "name")
        .join(JoinType::InnerJoin, responsibilities::to_user())
        .filter(Column::ThingId.eq(id))
        .order_by_desc(Column::Since)
        .order_by_desc(Column::Id)
        .into_model()
        .all(db)
        .await
}
