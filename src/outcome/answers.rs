//! What was answered to the questionnaires of the courses of a span, as it counted on a day.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use entity::{
    courses, meetings,
    questionnaire_answers::{self as rows, Missing},
    questionnaires::{self, Wave},
    surveys::AnsweredThrough,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait},
};

use super::Span;
use crate::{
    config::Rules,
    questionnaire::{Item, ItemKind, instrument, is_baseline},
};

/// One answer that counted, without a name. Words of their own are not among them.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Given {
    pub questionnaire_id: Uuid,
    pub course_id: Uuid,
    pub course: String,
    pub instrument: String,
    pub wave: Wave,
    pub version: i32,
    pub item: String,
    pub value: Option<String>,
    pub missing: Option<Missing>,
    pub answered_on: NaiveDate,
    pub through: AnsweredThrough,
    pub language: String,
    /// The first meeting of its course.
    pub first_held_on: Option<NaiveDate>,
}

impl Given {
    /// The question; nothing where the files know it no more, or the scheme does not ask it.
    pub fn item(&self, rules: &Rules) -> Option<&'static Item> {
        instrument(&self.instrument)?.item(rules, &self.item)
    }

    /// Whether it tells where somebody began; nothing where that was not asked.
    pub fn is_baseline(&self) -> Option<bool> {
        let window = instrument(&self.instrument)?.window;
        (self.wave == Wave::Start).then(|| is_baseline(window, self.first_held_on, self.answered_on))
    }
}

/// A questionnaire that somebody was asked, or that was answered on the phone.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Put {
    pub id: Uuid,
    pub instrument: String,
    pub wave: Wave,
    pub asked_on: Option<NaiveDate>,
    /// Whether anything was answered, words of their own among it.
    #[sea_orm(skip)]
    pub is_answered: bool,
}

/// The questionnaires of a span with their answers.
pub struct Answers {
    pub put: Vec<Put>,
    pub given: Vec<Given>,
}

/// The first held meeting of the course of the outer query.
fn first_held_on() -> Expr {
    let own = Expr::col((meetings::Entity, meetings::Column::CourseId));
    let first = meetings::held()
        .filter(own.equals((courses::Entity, courses::Column::Id)))
        .select_only()
        .column_as(meetings::Column::HeldOn.min(), "first");
    Expr::from(first.into_query())
}

/// Reads them in two queries. What the scheme does not ask is not among them.
pub async fn load(db: &impl ConnectionTrait, span: &Span, rules: &Rules) -> Result<Answers, DbErr> {
    let given: Vec<Given> = rows::Entity::find()
        .select_only()
        .columns([rows::Column::QuestionnaireId, rows::Column::Version, rows::Column::Item, rows::Column::Value])
        .columns([rows::Column::Missing, rows::Column::AnsweredOn, rows::Column::Through, rows::Column::Language])
        .columns([questionnaires::Column::CourseId, questionnaires::Column::Instrument, questionnaires::Column::Wave])
        .column_as(courses::Column::Reference, "course")
        .expr_as(first_held_on(), "first_held_on")
        .join(JoinType::InnerJoin, rows::to_questionnaire())
        .join(JoinType::InnerJoin, questionnaires::to_course())
        .join(JoinType::InnerJoin, courses::to_referral())
        .filter(span.condition())
        .filter(rows::counted_on(span.as_of))
        .order_by_asc(courses::Column::Reference)
        .order_by_asc(rows::Column::Id)
        .into_model()
        .all(db)
        .await?;
    let put = questionnaires::Entity::find()
        .select_only()
        .columns([questionnaires::Column::Id, questionnaires::Column::Instrument, questionnaires::Column::Wave])
        .column(questionnaires::Column::AskedOn)
        .join(JoinType::InnerJoin, questionnaires::to_course())
        .join(JoinType::InnerJoin, courses::to_referral())
        .filter(span.condition())
        .filter(questionnaires::standing_on(span.as_of))
        .into_model::<Put>()
        .all(db)
        .await?;
    let answered: BTreeSet<Uuid> = given.iter().map(|given| given.questionnaire_id).collect();
    let put = put.into_iter().map(|put| Put { is_answered: answered.contains(&put.id), ..put });
    let is_told = |put: &Put| put.is_answered || put.asked_on.is_some_and(|on| on <= span.as_of);
    let put = put.filter(is_told).collect();
    let is_coded = |given: &Given| given.item(rules).is_some_and(|item| item.kind != ItemKind::Text);
    Ok(Answers { put, given: given.into_iter().filter(is_coded).collect() })
}
