//! What is asked about a course, where it stands, and what was answered.

use chrono::{DateTime, NaiveDate, Utc};
use entity::{
    Course, Link, Questionnaire, QuestionnaireAnswer,
    links::LinkPurpose,
    questionnaire_answers,
    questionnaires::{self, Column, Entity, QuestionnaireSide, Wave},
};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, prelude::Uuid};

use crate::{account::link, word::Worded};

/// Where a questionnaire stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// Nobody was written to yet.
    Open,
    Asked,
    Answered,
    /// It closed without an answer.
    Over,
    /// It closed, and nobody was asked.
    NeverAsked,
}

impl Worded for State {
    const KEY: &'static str = "questionnaire-state";
    const TABLE: &'static [(Self, &'static str, &'static str)] = &[
        (Self::Open, "open", "quiet"),
        (Self::Asked, "asked", "waiting"),
        (Self::Answered, "answered", "good"),
        (Self::Over, "over", "stopped"),
        (Self::NeverAsked, "never-asked", "quiet"),
    ];
}

/// Where it stands, given whether anything is answered.
pub(super) fn state(asked: &Questionnaire, is_answered: bool, today: NaiveDate) -> State {
    match (is_answered, asked.closes_on < today, asked.asked_on) {
        (true, ..) => State::Answered,
        (false, true, Some(_)) => State::Over,
        (false, true, None) => State::NeverAsked,
        (false, false, Some(_)) => State::Asked,
        (false, false, None) => State::Open,
    }
}

/// Whether it can be answered and corrected: until it closes, what is asked at the end only while its course is over, and
/// everything else only while it runs.
pub(super) fn is_open(asked: &Questionnaire, course: &Course, today: NaiveDate) -> bool {
    let is_in_time = (asked.wave == Wave::End) == course.ended_on.is_some();
    asked.closed_on.is_none() && asked.closes_on >= today && is_in_time
}

/// What is asked about a course.
pub(super) async fn of_course(db: &impl ConnectionTrait, course_id: Uuid) -> Result<Vec<Questionnaire>, DbErr> {
    let own = Entity::find().filter(Column::CourseId.eq(course_id)).filter(questionnaires::standing());
    own.order_by_asc(Column::DueOn).order_by_asc(Column::Id).all(db).await
}

/// The answers that count.
pub(super) async fn answers_of(
    db: &impl ConnectionTrait,
    questionnaires: &[Uuid],
) -> Result<Vec<QuestionnaireAnswer>, DbErr> {
    use questionnaire_answers::{Column as Of, Entity as Answers};
    let own = Answers::find().filter(Of::QuestionnaireId.is_in(questionnaires.iter().copied()));
    own.filter(questionnaire_answers::current()).order_by_asc(Of::Id).all(db).await
}

/// The link of a token, if it is one to a questionnaire and can still be used.
pub(super) async fn link_of(db: &impl ConnectionTrait, now: DateTime<Utc>, token: &str) -> Result<Option<Link>, DbErr> {
    let found = link::find_any(db, now, token).await?;
    Ok(found.filter(|link| QuestionnaireSide::all().any(|side| purpose_of(side) == link.purpose)))
}

/// What the link to the questionnaire of a side is for.
pub(super) fn purpose_of(side: QuestionnaireSide) -> LinkPurpose {
    match side {
        QuestionnaireSide::YoungPerson => LinkPurpose::QuestionnaireMentee,
        QuestionnaireSide::Mentor => LinkPurpose::QuestionnaireMentor,
        QuestionnaireSide::Referrer => LinkPurpose::QuestionnaireReferrer,
    }
}
