//! Answers come in: by the link, or told to staff on the phone. What stood before stays, with the day until which it counted.

use chrono::{DateTime, NaiveDate, Utc};
use entity::{
    QuestionnaireAnswer, Referral,
    consents::ConsentPurpose,
    courses,
    questionnaire_answers::{self, Missing},
    questionnaires::{self, QuestionnaireSide, Wave},
    referrals,
    surveys::AnsweredThrough,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait, DbErr, EntityTrait, QuerySelect, prelude::Uuid};
use thiserror::Error;

use super::{
    sheet::{Put, Sheet},
    standing::link_of,
};
use crate::{
    clock::local_date,
    course,
    database::{Database, Transaction},
    form::ChangedMeanwhile,
    message,
    record::Change,
    referral::{self, Agreement},
    viewer::Viewer,
};

#[derive(Debug, Error)]
pub enum AnswerError {
    #[error("questionnaire-gone")]
    NotFound,
    /// It closed, or its course runs again.
    #[error("questionnaire-closed")]
    Closed,
    /// The young person says no to being asked.
    #[error("questionnaire-not-wanted")]
    NotWanted,
    #[error(transparent)]
    Changed(#[from] ChangedMeanwhile),
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// What somebody says to one item: an answer, or why there is none.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    Value(String),
    Missing(Missing),
}

impl Said {
    fn of(answer: &QuestionnaireAnswer) -> Option<Self> {
        answer.value.clone().map(Self::Value).or(answer.missing.map(Self::Missing))
    }

    fn columns(self) -> (Option<String>, Option<Missing>) {
        match self {
            Self::Value(value) => (Some(value), None),
            Self::Missing(word) => (None, Some(word)),
        }
    }
}

/// A question, and what is said to it; nothing where it is left out.
#[derive(Debug)]
pub struct NewAnswer {
    pub put: Put,
    pub said: Option<Said>,
}

/// How the answers came.
struct Came<'a> {
    through: AnsweredThrough,
    by: Option<Uuid>,
    /// In which language it was asked.
    language: &'a str,
}

/// Writes down what a side of a course says in a wave on the phone, if what was answered before is `unchanged` since staff looked. A
/// young person who answers has said that we may ask: where that was not written down, it is now.
pub async fn answer_by_phone(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    (course_id, side, wave, language): (Uuid, QuestionnaireSide, Wave, &str),
    (answers, unchanged): (Vec<NewAnswer>, impl FnOnce(&[QuestionnaireAnswer]) -> Result<(), ChangedMeanwhile>),
) -> Result<(), AnswerError> {
    let tx = db.begin().await?;
    let (sheet, referral) = locked(&tx, local_date(now), course_id, (side, wave)).await?;
    if side == QuestionnaireSide::YoungPerson {
        match referral::agreement(&tx, referral.id, ConsentPurpose::Survey).await? {
            Agreement::Given => {}
            Agreement::No(_) => return Err(AnswerError::NotWanted),
            Agreement::Unanswered => {
                let told = (ConsentPurpose::Survey, local_date(now));
                referral::agreed_when_asked(&tx, now, &referral, viewer.user_id, told).await?;
            }
        }
    }
    unchanged(&sheet.answers)?;
    let came = Came { through: AnsweredThrough::Phone, by: Some(viewer.user_id), language };
    finish(tx, now, (course_id, &sheet), answers, came).await
}

/// The same by the link of whoever is asked, which goes on opening the page until it closes.
pub async fn answer_by_link(
    db: &Database,
    now: DateTime<Utc>,
    (token, language): (&str, &str),
    (answers, unchanged): (Vec<NewAnswer>, impl FnOnce(&[QuestionnaireAnswer]) -> Result<(), ChangedMeanwhile>),
) -> Result<(), AnswerError> {
    let tx = db.begin().await?;
    let link = link_of(&tx, now, token).await?.ok_or(AnswerError::Closed)?;
    let own = questionnaires::Entity::find_by_id(link.subject_id).one(&tx).await?.ok_or(AnswerError::NotFound)?;
    let (sheet, referral) = locked(&tx, local_date(now), own.course_id, (own.side, own.wave)).await?;
    let is_young = own.side == QuestionnaireSide::YoungPerson;
    let is_of_sheet = sheet.asked.iter().any(|asked| asked.id == own.id);
    if !is_of_sheet || is_young && !referral::agreement(&tx, referral.id, ConsentPurpose::Survey).await?.is_given() {
        return Err(AnswerError::Closed);
    }
    let course = courses::Entity::find_by_id(own.course_id).one(&tx).await?.ok_or(AnswerError::NotFound)?;
    if own.wave != Wave::End && course::is_stopped(&tx, &course).await? {
        return Err(AnswerError::Closed);
    }
    unchanged(&sheet.answers)?;
    if let Some(message) = link.message_id {
        message::answered_by(&tx, now, message).await?;
    }
    let came = Came { through: AnsweredThrough::Link, by: None, language };
    finish(tx, now, (own.course_id, &sheet), answers, came).await
}

/// What is open, which nobody else changes now, and the referral of its course.
async fn locked(
    tx: &impl ConnectionTrait,
    today: NaiveDate,
    course_id: Uuid,
    of: (QuestionnaireSide, Wave),
) -> Result<(Sheet, Referral), AnswerError> {
    // The course, as everywhere: the clock opens and gives up under its lock, and of two who answer at once one waits.
    let course = courses::Entity::find_by_id(course_id).lock_exclusive().one(tx).await?;
    let course = course.ok_or(AnswerError::NotFound)?;
    let sheet = Sheet::of(tx, today, &course, of).await?.ok_or(AnswerError::Closed)?;
    let referral = referrals::Entity::find_by_id(course.referral_id).one(tx).await?;
    Ok((sheet, referral.ok_or(AnswerError::NotFound)?))
}

async fn finish(
    tx: Transaction,
    now: DateTime<Utc>,
    (course_id, sheet): (Uuid, &Sheet),
    answers: Vec<NewAnswer>,
    came: Came<'_>,
) -> Result<(), AnswerError> {
    // Staff who say that they asked in another language have asked anew, also where the answers are the same.
    let is_asked_anew = came.by.is_some() && sheet.language().is_some_and(|before| before != came.language);
    let is_new = |new: &NewAnswer| {
        let before = new.put.answer_in(&sheet.answers);
        let is_other = before.is_some_and(|before| before.language != came.language);
        before.and_then(Said::of) != new.said || is_asked_anew && is_other
    };
    let changed: Vec<NewAnswer> = answers.into_iter().filter(is_new).collect();
    // Whoever goes on from question to question answers once; the rows tell of each.
    if !changed.is_empty() && (came.by.is_some() || sheet.answers.is_empty()) {
        let on_behalf_of = Some(whose(sheet.side));
        let action = action(sheet.wave, came.by.is_some());
        let change = Change { subject: "course", subject_id: course_id, action, by: came.by, ..Change::default() };
        Change { on_behalf_of, ..change }.write(&tx, now).await?;
    }
    for new in changed {
        if let Some(before) = new.put.answer_in(&sheet.answers) {
            let over = questionnaire_answers::ActiveModel {
                id: Set(before.id),
                until_on: Set(Some(local_date(now))),
                ..Default::default()
            };
            over.update(&tx).await?;
        }
        if let Some(said) = new.said {
            let row = row(now, new.put, said, &came);
            questionnaire_answers::Entity::insert(row).exec_without_returning(&tx).await?;
        }
    }
    Ok(tx.commit().await?)
}

fn action(wave: Wave, is_by_phone: bool) -> &'static str {
    match (wave, is_by_phone) {
        (Wave::End, false) => "exit_answered",
        (Wave::End, true) => "exit_answered_by_phone",
        (_, false) => "progress_answered",
        (_, true) => "progress_answered_by_phone",
    }
}

fn row(now: DateTime<Utc>, put: Put, said: Said, came: &Came<'_>) -> questionnaire_answers::ActiveModel {
    let (value, missing) = said.columns();
    questionnaire_answers::ActiveModel {
        id: Set(Uuid::now_v7()),
        questionnaire_id: Set(put.questionnaire_id),
        item: Set(put.item.code.clone()),
        value: Set(value),
        missing: Set(missing),
        version: Set(put.instrument.version),
        through: Set(came.through),
        language: Set(came.language.to_owned()),
        answered_on: Set(local_date(now)),
        written_at: Set(now),
        written_by: Set(came.by),
        until_on: Set(None),
    }
}

/// Whose words they are, as the change log says it.
fn whose(side: QuestionnaireSide) -> &'static str {
    match side {
        QuestionnaireSide::YoungPerson => "mentee",
        QuestionnaireSide::Mentor => "mentor",
        QuestionnaireSide::Referrer => "referrer",
    }
}
