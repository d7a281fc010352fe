//! A page of the security log, the newest first: two queries.

use chrono::{DateTime, Days, Utc};
use entity::{
    security_events::{self, Column, Entity, SecurityKind},
    users,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QuerySelect,
    sea_query::{Expr, ExprTrait, Query, SelectStatement},
};

use super::forms::SecurityFilter;
use crate::{
    clock::begin_of,
    list::{Asked, Found, Listing},
};

/// A row with the names of those it is about.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Listed {
    pub at: DateTime<Utc>,
    pub kind: SecurityKind,
    pub who: Option<String>,
    pub whom: Option<String>,
    pub network: Option<String>,
    pub route: Option<String>,
    pub times: i64,
}

/// A page of the log, the newest first.
pub async fn page_of(db: &impl ConnectionTrait, asked: &Asked<SecurityFilter>) -> Result<Found<Listed>, DbErr> {
    let shown = Entity::find()
        .select_only()
        .columns([Column::At, Column::Kind, Column::Network, Column::Route, Column::Times])
        .column_as(users::Column::Name, "who")
        .expr_as(Expr::from(name_of_the_other()), "whom")
        .join(JoinType::LeftJoin, security_events::to_user());
    Listing::newest_by(Column::Id, "at", Column::At).page(db, asked, shown, condition(asked)).await
}

fn condition(query: &SecurityFilter) -> Condition {
    let on_day = query.day().and_then(|day| Some((begin_of(day), begin_of(day.checked_add_days(Days::new(1))?))));
    let on_day = on_day.map(|(from, to)| Condition::all().add(Column::At.gte(from)).add(Column::At.lt(to)));
    Condition::all().add_option(query.kind().map(|kind| Column::Kind.eq(kind))).add_option(on_day)
}

/// The name of whoever's sign-in a row is about.
fn name_of_the_other() -> SelectStatement {
    let other = Expr::col(("other", users::Column::Id)).equals((Entity, Column::AboutUser));
    Query::select().column(("other", users::Column::Name)).from_as(users::Entity, "other").and_where(other).to_owned()
}
