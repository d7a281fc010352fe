//! The list of surveys: whom to reach, in one query a page.

use chrono::NaiveDate;
use entity::{
    consents::ConsentPurpose,
    contact_attempts, courses, partners, referrals,
    search_texts::SearchKind,
    surveys::{self, Column, SurveyKind},
    young_people,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect,
    QueryTrait, Select,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait, SelectStatement},
};
use serde::{Deserialize, Serialize};

use super::{Facts, State, schedule::asked, state};
use crate::{
    duty::{Asking, Whose},
    list::{Asked, Found, Listing, Searched, Typed, containing, danish, name_of, or_nearly},
    referral::{agrees, no_since},
    word::Worded,
};

/// What the list of surveys is filtered by.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct SurveysFilter {
    pub state: String,
    pub kind: String,
    pub partner: String,
    /// A part of the name.
    pub q: Typed,
    /// Whose courses they are about: `mine`, `nobody`, or one of staff.
    pub responsible: String,
}

impl Searched for SurveysFilter {
    fn typed(&mut self) -> Vec<&mut Typed> {
        vec![&mut self.q]
    }
}

impl SurveysFilter {
    fn condition(&self, today: NaiveDate) -> Condition {
        Condition::all()
            .add_option(State::read(&self.state).map(|state| state.condition(today)))
            .add_option(SurveyKind::read(&self.kind).map(|kind| Column::Kind.eq(kind)))
            .add_option(self.partner.parse::<Uuid>().ok().map(|id| referrals::Column::PartnerId.eq(id)))
            .add_option(containing([name_of(SearchKind::YoungPerson, young_people::Column::Id)], &self.q))
    }
}

/// One line of the list.
#[derive(Clone, Debug, FromQueryResult)]
pub struct SurveyRow {
    pub id: Uuid,
    pub kind: SurveyKind,
    pub due_on: NaiveDate,
    pub answered_on: Option<NaiveDate>,
    pub not_reached_on: Option<NaiveDate>,
    pub course_id: Uuid,
    pub young_person_id: Uuid,
    /// Since when the young person says no to being asked.
    pub no_since: Option<NaiveDate>,
    pub has_died: bool,
    /// Whether the young person has said that we may ask.
    pub agrees: bool,
    pub name: String,
    pub partner: String,
    pub attempts: i64,
    /// What staff do next, in words; empty when nobody is to be asked now, and until it was written in (`next::fill`).
    #[sea_orm(skip)]
    pub next: String,
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

pub async fn page(
    db: &impl ConnectionTrait,
    asking: Asking,
    asked: &Asked<SurveysFilter>,
) -> Result<Found<SurveyRow>, DbErr> {
    or_nearly(asked, |asked| async move { page_as_typed(db, asking, &asked).await }).await
}

async fn page_as_typed(
    db: &impl ConnectionTrait,
    asking: Asking,
    asked: &Asked<SurveysFilter>,
) -> Result<Found<SurveyRow>, DbErr> {
    let listing = Listing::by(Column::Id, "due_on", Column::DueOn)
        .or("name", danish(young_people::Column::Name))
        .or("partner", danish(partners::Column::Name))
        .or("attempts", Expr::from(attempt_count()));
    let whose = Whose::filter(&asked.responsible, Column::CourseId.into_expr(), asking);
    let condition = asked.condition(asking.today).add_option(whose);
    listing.page(db, asked, with_columns(with_people()), condition).await
}

/// The surveys of courses that are asked about, with everybody they concern.
pub fn with_people() -> Select<surveys::Entity> {
    surveys::Entity::find()
        .join(JoinType::InnerJoin, surveys::to_course())
        .join(JoinType::InnerJoin, courses::to_referral())
        .join(JoinType::InnerJoin, referrals::to_young_person())
        .join(JoinType::InnerJoin, referrals::to_partner())
        .filter(asked())
}

/// The same without those who have died, of whom nothing is asked.
pub fn to_be_asked() -> Select<surveys::Entity> {
    with_people().filter(contact_attempts::tells_of_a_death().not())
}

fn with_columns(found: Select<surveys::Entity>) -> Select<surveys::Entity> {
    found
        .select_only()
        .columns([Column::Id, Column::CourseId, Column::Kind, Column::DueOn, Column::AnsweredOn, Column::NotReachedOn])
        .column_as(young_people::Column::Id, "young_person_id")
        .column_as(young_people::Column::Name, "name")
        .column_as(partners::Column::Name, "partner")
        .expr_as(no_since(ConsentPurpose::Survey), "no_since")
        .expr_as(agrees(ConsentPurpose::Survey), "agrees")
        .expr_as(contact_attempts::tells_of_a_death(), "has_died")
        .expr_as(Expr::from(attempt_count()), "attempts")
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
        .filter(contact_attempts::counted())
        .into_query()
}
