//! The courses whose first meeting is near, and in which one side has not said what they expect: for queries on courses.

use chrono::{Days, NaiveDate};
use entity::{
    courses::{self, Column},
    expectations::{self, ExpectingSide},
    meetings, planned_meetings,
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, QueryTrait, Select,
    sea_query::{Expr, ExprTrait},
};

use crate::clock::begin_of;

/// Days before the first meeting from which staff hear of it.
const NEAR_DAYS: u64 = 3;

/// Those that run, whose first meeting is agreed for one of the next days.
pub fn missing(today: NaiveDate) -> Condition {
    use planned_meetings::Column as Of;
    let soon = near(today).select_only().column(Of::CourseId).into_query();
    let have_met = meetings::held().select_only().column(meetings::Column::CourseId).into_query();
    let said_by = |side: ExpectingSide| {
        let said = expectations::Entity::find().filter(expectations::Column::Side.eq(side));
        Column::Id.in_subquery(said.select_only().column(expectations::Column::CourseId).into_query())
    };
    let both = said_by(ExpectingSide::Mentor).and(said_by(ExpectingSide::YoungPerson));
    Condition::all()
        .add(Column::EndedOn.is_null())
        .add(Column::Id.in_subquery(soon))
        .add(Column::Id.not_in_subquery(have_met))
        .add(both.not())
}

/// When the two are to meet for the first time, for a query on courses.
pub fn first_meeting_at(today: NaiveDate) -> Expr {
    use planned_meetings::{Column as Of, Entity};
    let own = Expr::col((Entity, Of::CourseId)).equals((courses::Entity, Column::Id));
    Expr::from(near(today).filter(own).select_only().expr(Of::StartsAt.min()).into_query())
}

fn near(today: NaiveDate) -> Select<planned_meetings::Entity> {
    use planned_meetings::Column as Of;
    planned_meetings::Entity::find()
        .filter(planned_meetings::open())
        .filter(Of::StartsAt.gte(begin_of(today)))
        .filter(Of::StartsAt.lt(begin_of(today + Days::new(NEAR_DAYS + 1))))
}
