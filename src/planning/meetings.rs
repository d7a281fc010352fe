//! The list of meetings, with how many were planned and proposed at each: two reads.

use entity::{
    MatchingMeeting,
    matching_meetings::{Column, Entity},
    planned_pairs, users,
};
use sea_orm::{
    Condition, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, Order, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, RelationDef, Select,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait, Query, SelectStatement},
};

use super::{
    queries::{that_are_open, visible_to},
    rows::Show,
};
use crate::{
    list::{PAGE_SIZE, Sorting, rows_before},
    viewer::Viewer,
};

/// The columns by which the list can be sorted; the first is the one it starts with.
pub const COLUMNS: &[&str] = &["opened", "by"];

/// A meeting with who opened it and how many lines its plan has.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Listed {
    #[sea_orm(nested)]
    pub meeting: MatchingMeeting,
    pub opener: String,
    #[sea_orm(nested)]
    pub numbers: Numbers,
}

/// How many lines of each kind a meeting has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromQueryResult)]
pub struct Numbers {
    /// Lines in all.
    pub waiting: i64,
    /// Lines with a mentor, proposed or not.
    pub paired: i64,
    pub proposed: i64,
}

impl Numbers {
    pub fn of(self, show: Show) -> u64 {
        let number = match show {
            Show::All => self.waiting,
            Show::Pairs => self.paired - self.proposed,
            Show::Left => self.waiting - self.paired,
            Show::Proposed => self.proposed,
        };
        number.try_into().unwrap_or_default()
    }
}

/// One page of the meetings that the viewer may see, the newest first unless sorted otherwise, and how many there are.
pub async fn list(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    open: Option<bool>,
    sorting: &Sorting,
    page: u64,
) -> Result<(Vec<Listed>, u64), DbErr> {
    let wanted = open.map_or_else(Condition::all, that_are_open).add(visible_to(viewer));
    let total = Entity::find().filter(wanted.clone()).count(db).await?;
    let found = with_opener_and_numbers(Entity::find()).filter(wanted);
    let order = if sorting.descending { Order::Desc } else { Order::Asc };
    let sorted = match sorting.by.as_str() {
        "by" => found.order_by(users::Column::Name, order).order_by_desc(Column::OpenedAt),
        _ => found.order_by(Column::OpenedAt, order),
    };
    let rows = sorted.order_by_desc(Column::Id).offset(rows_before(page, total)).limit(PAGE_SIZE);
    Ok((rows.into_model().all(db).await?, total))
}

/// One meeting, if there is one that this viewer may see.
pub async fn listed_for(db: &impl ConnectionTrait, viewer: &Viewer, id: Uuid) -> Result<Option<Listed>, DbErr> {
    let found = Entity::find_by_id(id).filter(visible_to(viewer));
    with_opener_and_numbers(found).into_model().one(db).await
}

fn with_opener_and_numbers(found: Select<Entity>) -> Select<Entity> {
    let to_opener: RelationDef = Entity::belongs_to(users::Entity).from(Column::OpenedBy).to(users::Column::Id).into();
    found
        .join(JoinType::InnerJoin, to_opener)
        .column_as(users::Column::Name, "opener")
        .expr_as(Expr::expr(lines(planned_pairs::Column::Id)), "waiting")
        .expr_as(Expr::expr(lines(planned_pairs::Column::MentorId)), "paired")
        .expr_as(Expr::expr(lines(planned_pairs::Column::ProposalId)), "proposed")
}

/// How many lines of the meeting around this have something in this column: counting leaves out nulls.
fn lines(column: planned_pairs::Column) -> SelectStatement {
    let of_meeting = Expr::col((planned_pairs::Entity, planned_pairs::Column::MeetingId));
    let mut count = Query::select();
    count
        .expr(Expr::col((planned_pairs::Entity, column)).count())
        .from(planned_pairs::Entity)
        .and_where(of_meeting.equals((Entity, Column::Id)));
    count
}
