//! The list of concerns, for those who may read them.

use chrono::{DateTime, Utc};
use entity::{
    concerns::{Column, ConcernOutcome, ConcernSide, Entity},
    courses, mentors, referrals,
    search_texts::SearchKind,
    young_people,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QuerySelect, prelude::Uuid,
};
use serde::{Deserialize, Serialize};

use super::{open, readable_by};
use crate::{
    duty::{Asking, Whose},
    list::{Asked, Found, Listing, Searched, Typed, containing, danish, name_of, or_nearly},
    viewer::Viewer,
};

/// The filters of the list, out of its address.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct ConcernsFilter {
    /// `open` or `closed`.
    pub state: String,
    /// Part of the young person's name.
    pub q: Typed,
    /// Whose courses they are about: `mine`, `nobody`, or one of staff.
    pub responsible: String,
}

impl Searched for ConcernsFilter {
    fn typed(&mut self) -> Vec<&mut Typed> {
        vec![&mut self.q]
    }
}

impl ConcernsFilter {
    fn condition(&self) -> Condition {
        let is_closed = (self.state == "closed").then(|| Column::ClosedOn.is_not_null());
        Condition::all()
            .add_option(is_closed)
            .add_option(containing([name_of(SearchKind::YoungPerson, young_people::Column::Id)], &self.q))
    }
}

/// One line of the list. What was said stands on the page of the concern alone.
#[derive(Clone, Debug, FromQueryResult)]
pub struct ConcernRow {
    pub id: Uuid,
    pub young_person_id: Uuid,
    pub name: String,
    pub mentor: String,
    pub side: ConcernSide,
    pub raised_at: DateTime<Utc>,
    pub taken_at: Option<DateTime<Utc>>,
    pub outcome: Option<ConcernOutcome>,
}

pub(super) async fn page_of(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    asking: Asking,
    asked: &Asked<ConcernsFilter>,
) -> Result<Found<ConcernRow>, DbErr> {
    or_nearly(asked, |asked| async move { page_as_typed(db, viewer, asking, &asked).await }).await
}

async fn page_as_typed(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    asking: Asking,
    asked: &Asked<ConcernsFilter>,
) -> Result<Found<ConcernRow>, DbErr> {
    let whose = Whose::filter(&asked.responsible, Column::CourseId.into_expr(), asking);
    let condition = match asked.state.as_str() {
        "open" => open(viewer, asking.today),
        _ => readable_by(viewer, asking.today),
    };
    let shown = Entity::find()
        .select_only()
        .columns([Column::Id, Column::Side, Column::RaisedAt, Column::TakenAt, Column::Outcome])
        .column_as(young_people::Column::Id, "young_person_id")
        .column_as(young_people::Column::Name, "name")
        .column_as(mentors::Column::Name, "mentor")
        .join(JoinType::InnerJoin, entity::concerns::to_course())
        .join(JoinType::InnerJoin, courses::to_mentor())
        .join(JoinType::InnerJoin, courses::to_referral())
        .join(JoinType::InnerJoin, referrals::to_young_person());
    let condition = Condition::all().add(condition).add(asked.condition()).add_option(whose);
    let listing = Listing::newest_by(Column::Id, "raised", Column::RaisedAt)
        .or("name", danish(young_people::Column::Name))
        .or("mentor", danish(mentors::Column::Name));
    listing.page(db, asked, shown, condition).await
}
