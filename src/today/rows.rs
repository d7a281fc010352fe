//! How the things of a kind are read: the most urgent of them, how many there are, and what is told of some.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    Condition, ConnectionTrait, DbErr, FromQueryResult,
    prelude::Uuid,
    sea_query::{Asterisk, Expr, ExprTrait, Func, Order, Query, SelectStatement},
};

use super::{
    find::{COUNTED, Line},
    kind::Part,
};
use crate::clock::local_date;

/// What the order needs to know of a thing.
#[derive(FromQueryResult)]
pub(super) struct Key {
    pub id: Uuid,
    since_on: Option<NaiveDate>,
    since_at: Option<DateTime<Utc>>,
}

/// What is told of one, as it is read.
#[derive(FromQueryResult)]
struct Row {
    #[sea_orm(nested)]
    key: Key,
    thing: Option<Uuid>,
    name: String,
    other: String,
    person: Option<Uuid>,
}

impl Key {
    pub fn since(&self) -> Option<NaiveDate> {
        self.since_on.or(self.since_at.map(local_date))
    }
}

impl From<Row> for Line {
    fn from(Row { key, thing, name, other, person }: Row) -> Self {
        Self { id: key.id, thing, since: key.since(), name, other, person }
    }
}

impl Part {
    /// The longest waiting but for some, at most so many.
    pub(super) async fn first(&self, db: &impl ConnectionTrait, but: Vec<Uuid>, most: u64) -> Result<Vec<Key>, DbErr> {
        let mut keys = self.without(but);
        let [on, at] = self.tells.since.clone().columns();
        keys.expr_as(self.tells.id.clone(), "id").expr_as(on, "since_on").expr_as(at, "since_at");
        if self.is_ordered {
            self.in_order(&mut keys);
        } else {
            keys.order_by_expr(self.tells.id.clone(), Order::Asc);
        }
        keys.limit(most);
        Key::find_by_statement(db.get_database_backend().build(&keys)).all(db).await
    }

    /// How many there are but for some; [`COUNTED`] and more are not told apart.
    pub(super) async fn count(&self, db: &impl ConnectionTrait, but: Vec<Uuid>) -> Result<u64, DbErr> {
        let mut counted = self.without(but);
        counted.expr(Expr::val(1)).limit(COUNTED);
        let mut count = Query::select();
        count.expr_as(Func::count(Expr::col(Asterisk)), "total").from_subquery(counted, "counted");
        let row = db.query_one(&count).await?;
        let total: i64 = row.map_or(Ok(0), |row| row.try_get("", "total"))?;
        Ok(total.unsigned_abs())
    }

    fn without(&self, but: Vec<Uuid>) -> SelectStatement {
        let mut rows = self.rows.clone();
        rows.cond_where(Condition::all().add_option((!but.is_empty()).then(|| self.tells.id.clone().is_not_in(but))));
        rows
    }

    /// What is told of these.
    pub(super) async fn lines(&self, db: &impl ConnectionTrait, ids: Vec<Uuid>) -> Result<Vec<Line>, DbErr> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let mut lines = self.rows.clone();
        let tells = self.tells.clone();
        let [on, at] = tells.since.columns();
        let columns = [
            (tells.id.clone(), "id"),
            (tells.thing, "thing"),
            (on, "since_on"),
            (at, "since_at"),
            (tells.name, "name"),
            (tells.other, "other"),
            (tells.person, "person"),
        ];
        for (column, name) in columns {
            lines.expr_as(column, name);
        }
        lines.and_where(tells.id.is_in(ids));
        self.in_order(&mut lines);
        let rows = Row::find_by_statement(db.get_database_backend().build(&lines)).all(db).await?;
        Ok(rows.into_iter().map(Line::from).collect())
    }

    fn in_order<'s>(&self, rows: &'s mut SelectStatement) -> &'s mut SelectStatement {
        rows.order_by_expr(self.tells.since.order(), Order::Asc).order_by_expr(self.tells.id.clone(), Order::Asc)
    }
}
