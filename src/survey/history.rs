//! What was answered, as it was known day by day: each answer, each correction and each taking back is a row of its own, and
//! the last one counts (docs/adr/0057).

use chrono::{DateTime, NaiveDate, Utc};
use entity::{
    Survey, SurveyAnswer,
    survey_answers::{self, Column, Entity},
    surveys::{self, ActivityStatus, AnsweredThrough},
};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait, Query},
};

use crate::clock::local_date;

/// The version of the wording of the question. It rises whenever the words that people are asked in change their meaning.
pub const ITEM_VERSION: i32 = 1;

/// What came in, and how.
pub(super) struct Told {
    /// The answer and its day; nothing where one is taken back.
    pub answer: Option<(ActivityStatus, NaiveDate)>,
    pub through: Option<AnsweredThrough>,
    pub entered_by: Option<Uuid>,
    pub language: Option<String>,
}

/// Adds what came in; from today it counts instead of what stood before. Whoever calls holds the lock of the survey.
pub(super) async fn write(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    survey: &Survey,
    told: Told,
) -> Result<Survey, DbErr> {
    let (today, through) = (local_date(now), told.through);
    let (status, answered_on) = told.answer.unzip();
    end(tx, today, Column::SurveyId.eq(survey.id)).await?;
    let row = survey_answers::ActiveModel {
        id: Set(Uuid::now_v7()),
        survey_id: Set(survey.id),
        status: Set(status),
        answered_on: Set(answered_on),
        known_on: Set(today),
        written_at: Set(Some(now)),
        answered_through: Set(through),
        entered_by: Set(told.entered_by),
        language: Set(told.language),
        item_version: Set(ITEM_VERSION),
        until_on: Set(None),
    };
    Entity::insert(row).exec_without_returning(tx).await?;
    let current = surveys::ActiveModel {
        id: Set(survey.id),
        status: Set(status),
        answered_on: Set(answered_on),
        answered_through: Set(through.filter(|_| status.is_some())),
        entered_by: Set(told.entered_by.filter(|_| status.is_some())),
        answer_known_on: Set(Some(today)),
        ..Default::default()
    };
    current.update(tx).await
}

async fn end(tx: &impl ConnectionTrait, today: NaiveDate, which: Expr) -> Result<(), DbErr> {
    let over = survey_answers::ActiveModel { until_on: Set(Some(today)), ..Default::default() };
    Entity::update_many().set(over).filter(survey_answers::current()).filter(which).exec(tx).await.map(drop)
}

/// Brings the history after a file was read in: what the file says otherwise ends today, and what has no row gets one.
/// An answer that a file tells first is known from the day it was given.
pub async fn follow_import(tx: &impl ConnectionTrait, today: NaiveDate) -> Result<(), DbErr> {
    let own = |column: surveys::Column| Expr::col((surveys::Entity, column));
    let kept = |column: Column| Expr::col((Entity, column));
    let mut stands = Query::select();
    stands
        .expr(Expr::val(1))
        .from(surveys::Entity)
        .and_where(own(surveys::Column::Id).eq(kept(Column::SurveyId)))
        .and_where(own(surveys::Column::Status).eq(kept(Column::Status)))
        .and_where(own(surveys::Column::AnsweredOn).eq(kept(Column::AnsweredOn)));
    end(tx, today, Column::Status.is_not_null().and(Expr::exists(stands).not())).await?;
    let mut counted = Query::select();
    counted
        .expr(Expr::val(1))
        .from(Entity)
        .and_where(kept(Column::SurveyId).eq(own(surveys::Column::Id)))
        .and_where(kept(Column::UntilOn).is_null())
        .and_where(kept(Column::Status).is_not_null());
    let lacking = surveys::Entity::find().filter(surveys::Column::Status.is_not_null());
    let lacking = lacking.filter(Expr::exists(counted).not()).all(tx).await?;
    for some in lacking.chunks(ROWS) {
        let ids = some.iter().map(|survey| survey.id);
        end(tx, today, Column::SurveyId.is_in(ids)).await?;
        Entity::insert_many(some.iter().filter_map(told_by_file)).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// Rows written by one statement: within the bind limits of both databases.
const ROWS: usize = 500;

fn told_by_file(survey: &Survey) -> Option<survey_answers::ActiveModel> {
    let answered_on = survey.answered_on?;
    Some(survey_answers::ActiveModel {
        id: Set(Uuid::now_v7()),
        survey_id: Set(survey.id),
        status: Set(survey.status),
        answered_on: Set(Some(answered_on)),
        known_on: Set(survey.answer_known_on.unwrap_or(answered_on)),
        written_at: Set(None),
        answered_through: Set(survey.answered_through),
        entered_by: Set(None),
        language: Set(None),
        item_version: Set(ITEM_VERSION),
        until_on: Set(None),
    })
}

/// All that was ever answered, the newest first.
pub async fn answers_of(db: &impl ConnectionTrait, survey_id: Uuid) -> Result<Vec<SurveyAnswer>, DbErr> {
    Entity::find().filter(Column::SurveyId.eq(survey_id)).order_by_desc(Column::Id).all(db).await
}
