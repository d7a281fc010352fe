//! The list of surveys: whom to reach, in one query a page.

use chrono::NaiveDate;
use entity::{
    consents::ConsentPurpose,
    contact_attempts, courses, partners, referrals,
    surveys::{self, Column, SurveyKind},
    young_people,
};
use sea_orm::{
    ActiveEnum, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, Order, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect, QueryTrait, RelationDef, Select, SelectModel, Selector,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait, Func, SelectStatement},
};

use super::{Facts, State, forms::SurveyQuery, schedule::asked, state};
use crate::{
    list::{PAGE_SIZE, Sorting, page_number, rows_before},
    referral::{agrees, no_since},
};

pub const COLUMNS: [&str; 4] = ["due_on", "name", "partner", "attempts"];

/// One line of the list.
#[derive(Clone, Debug, FromQueryResult)]
pub struct SurveyRow {
    pub id: Uuid,
    pub kind: SurveyKind,
    pub due_on: NaiveDate,
    pub answered_on: Option<NaiveDate>,
    pub not_reached_on: Option<NaiveDate>,
    pub young_person_id: Uuid,
    /// Since when the young person says no to being asked.
    pub no_since: Option<NaiveDate>,
    /// Whether the young person has said that we may ask.
    pub agrees: bool,
    pub name: String,
    pub partner: String,
    pub attempts: i64,
}

impl SurveyRow {
    pub fn state(&self, today: NaiveDate) -> State {
        let Self { due_on, answered_on, not_reached_on, no_since, .. } = *self;
        state(Facts { due_on, answered_on, not_reached_on, no_since }, today)
    }

    /// Whether staff are to ask first whether they may ask: no answer to that is written down.
    pub fn asks_first(&self, today: NaiveDate) -> bool {
        self.state(today) == State::Due && !self.agrees
    }
}

/// A page of the list, and how many rows there are in all.
pub async fn page(
    db: &impl ConnectionTrait,
    today: NaiveDate,
    query: &SurveyQuery,
    sorting: &Sorting,
) -> Result<(Vec<SurveyRow>, u64), DbErr> {
    let filtered = filtered(today, query);
    let total = filtered.clone().count(db).await?;
    let rows = sorted(filtered, sorting).offset(rows_before(page_number(query.page), total)).limit(PAGE_SIZE);
    Ok((as_rows(rows).all(db).await?, total))
}

/// The surveys of courses that are asked about, with everybody they concern.
pub fn with_people() -> Select<surveys::Entity> {
    let to_course: RelationDef =
        surveys::Entity::belongs_to(courses::Entity).from(Column::CourseId).to(courses::Column::Id).into();
    surveys::Entity::find()
        .join(JoinType::InnerJoin, to_course)
        .join(
            JoinType::InnerJoin,
            courses::Entity::belongs_to(referrals::Entity)
                .from(courses::Column::ReferralId)
                .to(referrals::Column::Id)
                .into(),
        )
        .join(
            JoinType::InnerJoin,
            referrals::Entity::belongs_to(young_people::Entity)
                .from(referrals::Column::YoungPersonId)
                .to(young_people::Column::Id)
                .into(),
        )
        .join(
            JoinType::InnerJoin,
            referrals::Entity::belongs_to(partners::Entity)
                .from(referrals::Column::PartnerId)
                .to(partners::Column::Id)
                .into(),
        )
        .filter(asked())
}

fn filtered(today: NaiveDate, query: &SurveyQuery) -> Select<surveys::Entity> {
    let state = State::from_name(&query.state).map(|state| state.condition(today));
    let kind = SurveyKind::try_from_value(&query.kind).ok().map(|kind| Column::Kind.eq(kind));
    let partner = query.partner.parse::<Uuid>().ok().map(|id| referrals::Column::PartnerId.eq(id));
    let text = query.q.trim().to_lowercase();
    let name = (!text.is_empty()).then(|| {
        Expr::expr(Func::lower(Expr::col((young_people::Entity, young_people::Column::Name)))).like(format!("%{text}%"))
    });
    let mut found = with_people();
    for condition in [state.map(Into::into), kind, partner, name].into_iter().flatten() {
        found = found.filter::<Expr>(condition);
    }
    found
}

fn sorted(found: Select<surveys::Entity>, sorting: &Sorting) -> Select<surveys::Entity> {
    let order = if sorting.descending { Order::Desc } else { Order::Asc };
    let found = match sorting.by.as_str() {
        "name" => found.order_by(young_people::Column::Name, order),
        "partner" => found.order_by(partners::Column::Name, order),
        "attempts" => found.order_by(Expr::from(attempt_count()), order),
        _ => found.order_by(Column::DueOn, order),
    };
    found.order_by_asc(Column::Id)
}

fn as_rows(found: Select<surveys::Entity>) -> Selector<SelectModel<SurveyRow>> {
    found
        .select_only()
        .columns([Column::Id, Column::Kind, Column::DueOn, Column::AnsweredOn, Column::NotReachedOn])
        .column_as(young_people::Column::Id, "young_person_id")
        .column_as(young_people::Column::Name, "name")
        .column_as(partners::Column::Name, "partner")
        .expr_as(no_since(ConsentPurpose::Survey), "no_since")
        .expr_as(agrees(ConsentPurpose::Survey), "agrees")
        .expr_as(Expr::from(attempt_count()), "attempts")
        .into_model::<SurveyRow>()
}

/// How many tries the survey of the outer query has.
fn attempt_count() -> SelectStatement {
    let own = |inner: contact_attempts::Column, outer: Column| {
        Expr::col((contact_attempts::Entity, inner)).equals((surveys::Entity, outer))
    };
    contact_attempts::Entity::find()
        .select_only()
        .expr(contact_attempts::Column::Id.count())
        .filter(own(contact_attempts::Column::CourseId, Column::CourseId))
        .filter(own(contact_attempts::Column::Kind, Column::Kind))
        .into_query()
}
