//! What was answered to the questionnaires of the courses of a span, as it counted on a day.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use entity::{
    courses,
    questionnaire_answers::{self as rows, Missing},
    questionnaires,
    surveys::AnsweredThrough,
};
use sea_orm::{
    ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect, prelude::Uuid,
};

use super::Span;
use crate::questionnaire::{Item, ItemKind, instrument};

/// One answer that counted, without a name. Words of their own are not among them.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Given {
    pub questionnaire_id: Uuid,
    pub course_id: Uuid,
    pub course: String,
    pub instrument: String,
    pub version: i32,
    pub item: String,
    pub value: Option<String>,
    pub missing: Option<Missing>,
    pub answered_on: NaiveDate,
    pub through: AnsweredThrough,
    pub language: String,
}

impl Given {
    /// The question; nothing where the files know it no more.
    pub fn item(&self) -> Option<&'static Item> {
        instrument(&self.instrument)?.item(&self.item)
    }
}

/// A questionnaire that somebody was asked, or that was answered on the phone.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Put {
    pub id: Uuid,
    pub instrument: String,
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

/// Reads them in two queries.
pub async fn load(db: &impl ConnectionTrait, span: &Span) -> Result<Answers, DbErr> {
    let given: Vec<Given> = rows::Entity::find()
        .select_only()
        .columns([rows::Column::QuestionnaireId, rows::Column::Version, rows::Column::Item, rows::Column::Value])
        .columns([rows::Column::Missing, rows::Column::AnsweredOn, rows::Column::Through, rows::Column::Language])
        .columns([questionnaires::Column::CourseId, questionnaires::Column::Instrument])
        .column_as(courses::Column::Reference, "course")
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
        .columns([questionnaires::Column::Id, questionnaires::Column::Instrument, questionnaires::Column::AskedOn])
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
    let is_coded = |given: &Given| given.item().is_some_and(|item| item.kind != ItemKind::Text);
    Ok(Answers { put, given: given.into_iter().filter(is_coded).collect() })
}
