//! A list out of the database: what it can be sorted by, and a page of it in two statements.

use sea_orm::{
    Condition, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, IntoSimpleExpr, Order, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, Select,
    sea_query::{Asterisk, BinOper, Expr, ExprTrait, Func, IntoCondition, NullOrdering},
};
use serde::Serialize;

use super::{Asked, Found, Sorting};
use crate::database::DANISH;

/// The columns of a list, the usual one first. Rows that are alike there follow `then`, and at last their id.
pub struct Listing {
    columns: Vec<Column>,
    is_newest_first: bool,
    then: Vec<Expr>,
    id: Expr,
}

struct Column {
    name: &'static str,
    by: Expr,
    may_be_empty: bool,
}

/// A column with names or words as a Danish reader expects them.
pub fn danish(column: impl IntoSimpleExpr) -> Expr {
    column.into_simple_expr().binary(BinOper::Custom("COLLATE"), Expr::col(DANISH))
}

/// How many rows there are of a select, whatever it shows of them.
pub async fn count<E: EntityTrait>(db: &impl ConnectionTrait, found: Select<E>) -> Result<u64, DbErr> {
    let all = found.select_only().expr_as(Func::count(Expr::col(Asterisk)), "total");
    let total: Option<i64> = all.into_tuple().one(db).await?;
    Ok(total.unwrap_or_default().unsigned_abs())
}

/// A condition that says nothing would still cost a look at each row that is counted.
fn only<E: EntityTrait>(found: Select<E>, condition: &Condition) -> Select<E> {
    if condition.is_empty() { found } else { found.filter(condition.clone()) }
}

impl Listing {
    pub fn by(id: impl IntoSimpleExpr, name: &'static str, column: impl IntoSimpleExpr) -> Self {
        let id = id.into_simple_expr();
        Self { columns: Vec::new(), is_newest_first: false, then: Vec::new(), id }.or(name, column)
    }

    /// Downwards by its first column, unless the address says otherwise.
    pub fn newest_by(id: impl IntoSimpleExpr, name: &'static str, column: impl IntoSimpleExpr) -> Self {
        Self { is_newest_first: true, ..Self::by(id, name, column) }
    }

    #[must_use]
    pub fn or(mut self, name: &'static str, column: impl IntoSimpleExpr) -> Self {
        self.columns.push(Column { name, by: column.into_simple_expr(), may_be_empty: false });
        self
    }

    /// A column in which something may be missing: those rows are the last, both ways.
    #[must_use]
    pub fn or_if_known(mut self, name: &'static str, column: impl IntoSimpleExpr) -> Self {
        self.columns.push(Column { name, by: column.into_simple_expr(), may_be_empty: true });
        self
    }

    #[must_use]
    pub fn then(mut self, column: impl IntoSimpleExpr) -> Self {
        self.then.push(column.into_simple_expr());
        self
    }

    /// A page of what `shown` shows of the rows that the condition lets through.
    pub async fn page<M: FromQueryResult, E: EntityTrait>(
        &self,
        db: &impl ConnectionTrait,
        asked: &Asked<impl Serialize>,
        shown: Select<E>,
        condition: impl IntoCondition,
    ) -> Result<Found<M>, DbErr> {
        let condition = condition.into_condition();
        let total = count(db, only(shown.clone(), &condition));
        self.page_out_of(db, asked, total, shown, condition).await
    }

    /// The same where the rows are counted otherwise than they are read.
    pub async fn page_out_of<M: FromQueryResult, E: EntityTrait>(
        &self,
        db: &impl ConnectionTrait,
        asked: &Asked<impl Serialize>,
        total: impl Future<Output = Result<u64, DbErr>>,
        shown: Select<E>,
        condition: impl IntoCondition,
    ) -> Result<Found<M>, DbErr> {
        let which = only(shown.clone(), &condition.into_condition());
        let read = |page: &Found<M>| {
            let cut = self.cut(page, which.clone(), shown.clone());
            async move { cut.into_model().all(db).await }
        };
        Box::pin(self.page_read(asked, total, read)).await
    }

    /// The same where the rows are read otherwise than by one statement. They are read while they are counted: only of a page
    /// that there is not, the last is read after it.
    pub async fn page_read<R, Read: Future<Output = Result<Vec<R>, DbErr>>>(
        &self,
        asked: &Asked<impl Serialize>,
        total: impl Future<Output = Result<u64, DbErr>>,
        read: impl Fn(&Found<R>) -> Read,
    ) -> Result<Found<R>, DbErr> {
        let meant = self.place(asked, u64::MAX);
        // Both at once are a lot for the stack of a page deep within others.
        let (total, rows) = tokio::try_join!(Box::pin(total), Box::pin(read(&meant)))?;
        let page = self.place(asked, total);
        let rows = if page.paging.page == meant.paging.page { rows } else { read(&page).await? };
        Ok(Found { rows, ..page })
    }

    /// The page asked for, without its rows.
    fn place<R>(&self, asked: &Asked<impl Serialize>, total: u64) -> Found<R> {
        let names: Vec<&str> = self.columns.iter().map(|column| column.name).collect();
        Found::nothing_yet(asked, Sorting::new(asked, &names, self.is_newest_first), total)
    }

    /// The rows of a page alone, sorted. Which they are is found first, by their ids: whatever else is shown, with its names
    /// and counts, is then read for these rows and not for all that are sorted (docs/adr/0086).
    pub fn cut<R, E: EntityTrait>(&self, page: &Found<R>, which: Select<E>, shown: Select<E>) -> Select<E> {
        let ids = self.sorted(page, which.select_only().expr(self.id.clone()));
        let ids = ids.offset(page.paging.rows_before()).limit(page.paging.size);
        self.sorted(page, shown.filter(self.id.clone().in_subquery(ids.into_query())))
    }

    fn sorted<R, E: EntityTrait>(&self, page: &Found<R>, found: Select<E>) -> Select<E> {
        let order = || if page.sorting.descending { Order::Desc } else { Order::Asc };
        let by = self.columns.iter().find(|column| column.name == page.sorting.by);
        let sorted = match by {
            Some(Column { by, may_be_empty: true, .. }) => {
                found.order_by_with_nulls(by.clone(), order(), NullOrdering::Last)
            }
            Some(Column { by, .. }) => found.order_by(by.clone(), order()),
            None => found,
        };
        let sorted = self.then.iter().fold(sorted, |sorted, column| sorted.order_by_asc(column.clone()));
        sorted.order_by(self.id.clone(), order())
    }
}
