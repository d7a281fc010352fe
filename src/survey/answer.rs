//! An answer comes in: entered by staff on the phone, or by the young person through a single-use link.

use chrono::{DateTime, NaiveDate, Utc};
use entity::{
    Survey,
    consents::ConsentPurpose,
    links::LinkPurpose,
    questionnaires,
    surveys::{self, ActivityStatus, AnsweredThrough, SurveyKind},
};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter, QuerySelect, prelude::Uuid};
use thiserror::Error;

use super::{
    asked::asked_in,
    attempt::answered_when_asked,
    history::{self, Told},
    messages::brought_answer,
};
use crate::{
    account::link,
    clock::local_date,
    database::Database,
    form::ChangedMeanwhile,
    record::Change,
    referral::{self, Agreement},
    word::Worded,
};

#[derive(Debug, Error)]
pub enum AnswerError {
    #[error("survey-not-found")]
    NotFound,
    #[error("survey-link-spent")]
    LinkSpent,
    #[error("survey-answered-in-future")]
    InFuture,
    #[error("survey-answered-before-end")]
    BeforeEnd,
    /// The young person says no to being asked.
    #[error("survey-not-wanted")]
    NotWanted,
    #[error(transparent)]
    Changed(#[from] ChangedMeanwhile),
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// What staff enter from a conversation.
pub struct NewAnswer {
    pub survey_id: Uuid,
    pub status: ActivityStatus,
    pub answered_on: NaiveDate,
    pub entered_by: Uuid,
}

/// Writes an answer down, or corrects one, if what is there is `unchanged` since somebody looked; the change log keeps
/// what stood before, and whose it was. Whoever answers has said that we may ask: where that was not written down, it is
/// now.
pub async fn answer(
    db: &Database,
    now: DateTime<Utc>,
    new: NewAnswer,
    unchanged: impl FnOnce(&Survey) -> Result<(), ChangedMeanwhile>,
) -> Result<Survey, AnswerError> {
    if new.answered_on > local_date(now) {
        return Err(AnswerError::InFuture);
    }
    let tx = db.begin().await?;
    let before = find_to_change(&tx, new.survey_id).await?;
    unchanged(&before)?;
    if new.answered_on < ended_on(&tx, &before).await? {
        return Err(AnswerError::BeforeEnd);
    }
    agree(&tx, now, &before, &new).await?;
    if before.answered_on.is_none() {
        answered_when_asked(&tx, &before, &new).await?;
    }
    let told = Told {
        answer: Some((new.status, new.answered_on)),
        through: Some(AnsweredThrough::Phone),
        entered_by: Some(new.entered_by),
        language: None,
    };
    let survey = history::write(&tx, now, &before, told).await?;
    written_by(new.entered_by, &before).write(&tx, now).await?;
    tx.commit().await?;
    Ok(survey)
}

/// An answer that staff wrote down in place of what was there: of a correction the log says what the answer had been, of
/// which day, and whether it was the young person's own, by a link.
fn written_by(staff: Uuid, before: &Survey) -> Change {
    let earlier = before.status.map(|status| {
        serde_json::json!({
            "before": status.code(),
            "before_on": before.answered_on,
            "before_through": before.answered_through,
        })
    });
    Change {
        subject: "survey",
        subject_id: before.id,
        action: if before.answered_on.is_some() { "corrected" } else { "answered" },
        by: Some(staff),
        on_behalf_of: Some("mentee"),
        details: earlier,
        ..Default::default()
    }
}

/// Spends the link and writes the young person's own answer down, with the language in which they read the question. Whoever
/// answered before is not asked again. Tells whether the link leads on, as something else is asked at the end of the course too.
pub async fn answer_by_link(
    db: &Database,
    now: DateTime<Utc>,
    (token, language): (&str, &str),
    status: ActivityStatus,
) -> Result<bool, AnswerError> {
    let tx = db.begin().await?;
    let message = link::find(&tx, now, LinkPurpose::Survey, token).await?.and_then(|link| link.message_id);
    let spent = link::spend(&tx, now, LinkPurpose::Survey, token).await?;
    let survey = find_to_change(&tx, spent.ok_or(AnswerError::LinkSpent)?).await?;
    let asked = asked_in(&tx, survey.id).await?.ok_or(AnswerError::NotFound)?;
    // A course that was opened again has not come to what is asked about.
    let is_over = end_of_course(&tx, survey.id).await?.is_some_and(|ended| ended <= local_date(now));
    if !is_over || survey.answered_on.is_some() || !asked.reach.agreement.is_given() {
        return Err(AnswerError::LinkSpent);
    }
    let told = Told {
        answer: Some((status, local_date(now))),
        through: Some(AnsweredThrough::Link),
        entered_by: None,
        language: Some(language.to_owned()),
    };
    history::write(&tx, now, &survey, told).await?;
    if let Some(message) = message {
        brought_answer(&tx, message).await?;
    }
    let own = Change { subject: "survey", subject_id: survey.id, action: "answered_by_link", ..Default::default() };
    own.write(&tx, now).await?;
    let is_asked_more = is_asked_more(&tx, local_date(now), &survey).await?;
    tx.commit().await?;
    Ok(is_asked_more)
}

/// Whether the young person is asked how the course went, too.
async fn is_asked_more(tx: &impl ConnectionTrait, today: NaiveDate, survey: &Survey) -> Result<bool, DbErr> {
    use questionnaires::{Column as Of, QuestionnaireSide, Wave};
    let open = questionnaires::Entity::find()
        .filter(Of::CourseId.eq(survey.course_id))
        .filter(Of::Side.eq(QuestionnaireSide::YoungPerson))
        .filter(Of::Wave.eq(Wave::End))
        .filter(Of::ClosesOn.gte(today))
        .filter(questionnaires::standing());
    Ok(survey.kind == SurveyKind::Exit && open.one(tx).await?.is_some())
}

async fn agree(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    survey: &Survey,
    new: &NewAnswer,
) -> Result<(), AnswerError> {
    let asked = asked_in(tx, survey.id).await?.ok_or(AnswerError::NotFound)?;
    match asked.reach.agreement {
        Agreement::Given => Ok(()),
        Agreement::No(_) if survey.answered_on.is_some() => Ok(()),
        Agreement::No(_) => Err(AnswerError::NotWanted),
        // Whoever would not say how it goes has not agreed to anything, and a correction asks nobody.
        Agreement::Unanswered if survey.answered_on.is_some() || new.status == ActivityStatus::Declined => Ok(()),
        Agreement::Unanswered => {
            let told = (ConsentPurpose::Survey, new.answered_on);
            Ok(referral::agreed_when_asked(tx, now, &asked.referral, new.entered_by, told).await?)
        }
    }
}

pub(super) async fn find_to_change(tx: &impl ConnectionTrait, id: Uuid) -> Result<Survey, AnswerError> {
    let found = surveys::Entity::find_by_id(id).lock_exclusive().one(tx).await?;
    found.ok_or(AnswerError::NotFound)
}

/// The day on which the course of a survey ended, when it has: nobody answers before it.
pub(super) async fn end_of_course(
    db: &impl ConnectionTrait,
    survey_id: Uuid,
) -> Result<Option<NaiveDate>, AnswerError> {
    let survey = surveys::Entity::find_by_id(survey_id).one(db).await?.ok_or(AnswerError::NotFound)?;
    let course = entity::courses::Entity::find_by_id(survey.course_id).one(db).await?;
    Ok(course.and_then(|course| course.ended_on))
}

/// What a young person answered at the end of a course; nothing while they have not.
pub async fn exit_status(db: &impl ConnectionTrait, course_id: Uuid) -> Result<Option<ActivityStatus>, DbErr> {
    let own = surveys::Column::CourseId.eq(course_id).and(surveys::Column::Kind.eq(SurveyKind::Exit));
    let found = surveys::Entity::find().filter(own).filter(surveys::Column::AnsweredOn.is_not_null()).one(db).await?;
    Ok(found.and_then(|survey| survey.status))
}

async fn ended_on(tx: &impl ConnectionTrait, survey: &Survey) -> Result<NaiveDate, AnswerError> {
    let course = entity::courses::Entity::find_by_id(survey.course_id).one(tx).await?;
    course.and_then(|course| course.ended_on).ok_or(AnswerError::NotFound)
}
