//! The list of meetings, with how many were planned and proposed at each: two reads.

use entity::{
    MatchingMeeting,
    matching_meetings::{self, Column, Entity},
    pair_decisions::{self, Column as Decided, DecisionKind},
    planned_pairs, users,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect,
    Select,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait, Query, SelectStatement},
};

use super::{
    forms::MeetingsFilter,
    queries::{that_are_open, visible_to},
    rows::Show,
};
use crate::{
    list::{Asked, Found, Listing, danish},
    viewer::Viewer,
};

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
    /// Lines with a pair that people have locked, and that is not proposed yet.
    pub agreed: i64,
    pub proposed: i64,
}

impl Numbers {
    pub fn of(self, show: Show) -> u64 {
        let number = match show {
            Show::All => self.waiting,
            Show::Pairs => self.paired - self.proposed,
            Show::Agreed => self.agreed,
            Show::Left => self.waiting - self.paired,
            Show::Proposed => self.proposed,
        };
        number.try_into().unwrap_or_default()
    }
}

/// A page of the meetings that the viewer may see, the newest first unless sorted otherwise.
pub async fn list(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    asked: &Asked<MeetingsFilter>,
) -> Result<Found<Listed>, DbErr> {
    let wanted = asked.open().map_or_else(Condition::all, that_are_open).add(visible_to(viewer));
    let listing = Listing::newest_by(Column::Id, "opened", Column::OpenedAt).or("by", danish(users::Column::Name));
    listing.page(db, asked, with_opener_and_numbers(Entity::find()), wanted).await
}

/// One meeting, if there is one that this viewer may see.
pub async fn listed_for(db: &impl ConnectionTrait, viewer: &Viewer, id: Uuid) -> Result<Option<Listed>, DbErr> {
    let found = Entity::find_by_id(id).filter(visible_to(viewer));
    with_opener_and_numbers(found).into_model().one(db).await
}

fn with_opener_and_numbers(found: Select<Entity>) -> Select<Entity> {
    found
        .join(JoinType::InnerJoin, matching_meetings::to_opener())
        .column_as(users::Column::Name, "opener")
        .expr_as(Expr::expr(lines(planned_pairs::Column::Position)), "waiting")
        .expr_as(Expr::expr(lines(planned_pairs::Column::MentorId)), "paired")
        .expr_as(Expr::expr(agreed()), "agreed")
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

/// There are few decisions beside the lines: each looks for its own.
fn agreed() -> SelectStatement {
    let decided = |column: Decided| Expr::col((pair_decisions::Entity, column));
    let planned = |column: planned_pairs::Column| Expr::col((planned_pairs::Entity, column));
    let mut planned_so = Query::select();
    planned_so
        .expr(Expr::val(1))
        .from(planned_pairs::Entity)
        .and_where(planned(planned_pairs::Column::MeetingId).equals((pair_decisions::Entity, Decided::MeetingId)))
        .and_where(planned(planned_pairs::Column::ReferralId).equals((pair_decisions::Entity, Decided::ReferralId)))
        .and_where(planned(planned_pairs::Column::MentorId).equals((pair_decisions::Entity, Decided::MentorId)))
        .and_where(planned_pairs::Column::ProposalId.is_null());
    let mut agreed = Query::select();
    agreed
        .expr(decided(Decided::Id).count())
        .from(pair_decisions::Entity)
        .and_where(decided(Decided::MeetingId).equals((Entity, Column::Id)))
        .and_where(Decided::Kind.eq(DecisionKind::Locked))
        .and_where(Expr::exists(planned_so));
    agreed
}
