//! When anything was last heard of a mentor: for a query on mentors.

use entity::{
    courses, meetings,
    mentors::{self, Column},
    users,
};
use sea_orm::{
    ColumnTrait,
    sea_query::{Alias, Expr, ExprTrait, Query, SelectStatement, UnionType},
};

use crate::mentor::facts::courses_of;

const DAY: &str = "day";

/// The last day of their approval, their sign-ins, their meetings, and the beginnings and endings of their courses.
pub fn last_heard_on() -> Expr {
    let mut days = Query::select();
    days.expr_as(Expr::col((mentors::Entity, Column::ApprovedOn)), DAY);
    let course = |column: courses::Column| courses_of(column.max());
    for more in [seen(), met(), course(courses::Column::MatchedOn), course(courses::Column::EndedOn)] {
        days.union(UnionType::All, more);
    }
    let mut last = Query::select();
    last.expr(Expr::col(Alias::new(DAY)).max()).from_subquery(days, "heard");
    Expr::from(last)
}

fn seen() -> SelectStatement {
    let own = Expr::col((users::Entity, users::Column::Id)).equals((mentors::Entity, Column::UserId));
    let mut seen = Query::select();
    seen.column((users::Entity, users::Column::LastSeenOn)).from(users::Entity).and_where(own);
    seen
}

fn met() -> SelectStatement {
    let of_course = Expr::col((meetings::Entity, meetings::Column::CourseId));
    let mut met = courses_of(meetings::Column::HeldOn.max());
    met.inner_join(meetings::Entity, of_course.equals((courses::Entity, courses::Column::Id)));
    met
}
