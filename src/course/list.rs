//! The list of courses: filtered, sorted and paged by its address.

use chrono::NaiveDate;
use entity::{courses, mentors, partners, referrals, young_people};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, Order, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, Select,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait, Func},
};
use serde::{Deserialize, Serialize};

use super::{
    State,
    access::visible_to,
    people::{Listed, joined, with_people},
    state_filter::in_state,
};
use crate::{
    config::Rules,
    list::{PAGE_SIZE, Sorting, rows_before},
    referral::goes_on,
    viewer::Viewer,
};

/// The columns by which the list can be sorted; the first is the one it starts with.
pub const COLUMNS: [&str; 5] = ["matched", "mentee", "mentor", "partner", "end"];

/// The filters of the list, as its address says.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default)]
pub struct CourseFilter {
    /// The word of a state, or `running` for all that have not ended.
    pub state: String,
    pub partner: String,
    /// Part of the mentor's name.
    pub mentor: String,
    /// All courses of one mentor.
    pub mentor_id: String,
    /// Part of the young person's name, or the reference of the course.
    pub q: String,
}

impl CourseFilter {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// What a mentor may filter by: names would tell more than the mentor may know.
    pub fn of_a_mentor(self) -> Self {
        Self { state: self.state, ..Self::default() }
    }
}

/// One page of a list.
pub struct Found {
    pub rows: Vec<Listed>,
    pub total: u64,
}

/// The courses that the viewer may open and the filter lets through: two reads.
pub async fn list(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    rules: &Rules,
    today: NaiveDate,
    filter: &CourseFilter,
    sorting: &Sorting,
    page: u64,
) -> Result<Found, DbErr> {
    let condition = visible_to(viewer, today).add(wanted(filter, rules, today));
    let total = joined(courses::Entity::find()).filter(condition.clone()).count(db).await?;
    let rows = sorted(with_people(courses::Entity::find()), sorting)
        .filter(condition)
        .offset(rows_before(page, total))
        .limit(PAGE_SIZE)
        .into_model::<Listed>()
        .all(db)
        .await?;
    Ok(Found { rows, total })
}

fn wanted(filter: &CourseFilter, rules: &Rules, today: NaiveDate) -> Condition {
    let mut wanted = Condition::all();
    if filter.state == "running" {
        wanted = wanted.add(courses::Column::EndedOn.is_null());
    } else if let Some(state) = State::read(&filter.state) {
        wanted = wanted.add(in_state(state, rules, today));
        // One that runs although the young person says no is shown as stopped: it stands in no other state.
        if state.is_running() {
            wanted = wanted.add(goes_on());
        }
    }
    if let Ok(partner) = filter.partner.parse::<Uuid>() {
        wanted = wanted.add(referrals::Column::PartnerId.eq(partner));
    }
    if let Ok(mentor) = filter.mentor_id.parse::<Uuid>() {
        wanted = wanted.add(courses::Column::MentorId.eq(mentor));
    }
    if !filter.mentor.trim().is_empty() {
        wanted = wanted.add(has_part(mentors::Column::Name, &filter.mentor));
    }
    if !filter.q.trim().is_empty() {
        let reference = courses::Column::Reference.eq(filter.q.trim());
        wanted = wanted.add(has_part(young_people::Column::Name, &filter.q).add(reference));
    }
    wanted
}

/// Whether a name has this part. SQLite folds only the letters of ASCII, so `åse` is also looked for as `Åse`.
fn has_part<C: ColumnTrait>(name: C, part: &str) -> Condition {
    let part = part.trim().replace(['%', '_'], " ");
    let mut letters = part.chars();
    let capital: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    let folded = Expr::expr(Func::lower(Expr::col(name.as_column_ref()))).like(format!("%{}%", part.to_lowercase()));
    Condition::any().add(folded).add(name.contains(&part)).add(name.contains(capital))
}

/// The day that the list shows as the end: when it ended, or when that is expected.
fn end_on() -> Expr {
    let column = |column: courses::Column| Expr::col((courses::Entity, column));
    Expr::from(Func::coalesce([column(courses::Column::EndedOn), column(courses::Column::PlannedEndOn)]))
}

fn sorted(courses: Select<courses::Entity>, sorting: &Sorting) -> Select<courses::Entity> {
    let order = if sorting.descending { Order::Desc } else { Order::Asc };
    let sorted = match sorting.by.as_str() {
        "mentee" => courses.order_by(young_people::Column::Name, order),
        "mentor" => courses.order_by(mentors::Column::Name, order),
        "partner" => courses.order_by(partners::Column::Name, order),
        "end" => courses.order_by(end_on(), order),
        _ => courses.order_by(courses::Column::MatchedOn, order),
    };
    sorted.order_by_desc(courses::Column::Id)
}
