//! In whose hands the work of each of staff is on a day: in their own, or in those of their deputy, of the deputy's deputy, and
//! so on. Where the deputies go in a circle, or end at nobody, it is in those of one administrator.

use chrono::NaiveDate;
use entity::{
    absences,
    users::{self, Role},
};
use sea_orm::{
    EntityTrait, Order, QueryFilter, QuerySelect, QueryTrait,
    prelude::Uuid,
    sea_query::{
        CommonTableExpression, Expr, ExprTrait, Func, JoinType, Query, SelectStatement, UnionType, WithClause,
    },
};

/// Everybody at work, with all in whose hands their work passes on the day.
const HANDS: &str = "hands";
const USER: &str = "user_id";
const HAND: &str = "hand_id";

/// In whose hands the work of `user` is on a day. There is always somebody, and one person alone.
pub(super) fn hand_of(user: Expr, day: NaiveDate) -> Expr {
    let mut own = passing_on(day);
    own.column((HANDS, HAND)).and_where(Expr::col((HANDS, USER)).eq(user.clone()));
    Expr::from(Func::coalesce([Expr::from(own), Expr::from(last_resort(day)), user]))
}

/// Whether the work of `user` is in the hands of `me` on a day: the same as [`hand_of`], asked the other way round.
pub(super) fn is_in_hands_of(user: Expr, me: Uuid, day: NaiveDate) -> Expr {
    let mut mine = passing_on(day);
    mine.column((HANDS, USER)).and_where(Expr::col((HANDS, HAND)).eq(me));
    let mut with_somebody = passing_on(day);
    with_somebody.column((HANDS, USER));
    let is_mine_at_last = Expr::from(last_resort(day)).eq(me).and(user.clone().not_in_subquery(with_somebody));
    user.in_subquery(mine).or(is_mine_at_last)
}

/// The pairs that end at somebody who is there.
fn passing_on(day: NaiveDate) -> SelectStatement {
    let mut chain = first_hands();
    chain.union(UnionType::Distinct, next_hands(day));
    let mut hands = CommonTableExpression::new();
    hands.query(chain).table_name(HANDS).columns([USER, HAND]);
    let mut pairs = Query::select();
    pairs
        .from(HANDS)
        .and_where(Expr::exists(absence_of(Expr::col((HANDS, HAND)), day)).not())
        .with_cte(WithClause::new().recursive(true).cte(hands).to_owned());
    pairs
}

/// Everybody's work is in their own hands,
fn first_hands() -> SelectStatement {
    let own = || Expr::col((users::Entity, users::Column::Id));
    let at_work = users::Entity::find().select_only().filter(users::at_work());
    at_work.expr_as(own(), USER).expr_as(own(), HAND).into_query()
}

/// and goes on to the deputy of whoever is away. In a circle nothing new is found, and it ends.
fn next_hands(day: NaiveDate) -> SelectStatement {
    let is_away = Expr::col((absences::Entity, absences::Column::UserId)).equals((HANDS, HAND));
    let mut next = Query::select();
    next.column((HANDS, USER))
        .column((absences::Entity, absences::Column::DeputyId))
        .from(HANDS)
        .join(JoinType::InnerJoin, absences::Entity, is_away)
        .cond_where(absences::on(day))
        .and_where(Expr::col((absences::Entity, absences::Column::DeputyId)).is_not_null());
    next
}

/// The administrator who has been here longest, of those who are not away if there is one.
fn last_resort(day: NaiveDate) -> SelectStatement {
    let column = |column| Expr::col((users::Entity, column));
    let mut first = Query::select();
    first
        .column((users::Entity, users::Column::Id))
        .from(users::Entity)
        .and_where(column(users::Column::Role).eq(Role::Administrator))
        .and_where(column(users::Column::DisabledAt).is_null())
        .order_by_expr(Expr::exists(absence_of(column(users::Column::Id), day)), Order::Asc)
        .order_by((users::Entity, users::Column::CreatedAt), Order::Asc)
        .order_by((users::Entity, users::Column::Id), Order::Asc)
        .limit(1);
    first
}

/// An absence of somebody on a day.
pub(super) fn absence_of(user: Expr, day: NaiveDate) -> SelectStatement {
    let mut absence = Query::select();
    absence
        .expr(Expr::val(1))
        .from(absences::Entity)
        .and_where(Expr::col((absences::Entity, absences::Column::UserId)).eq(user))
        .cond_where(absences::on(day));
    absence
}
