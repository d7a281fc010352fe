//! Answers come in: by the link, or told to staff on the phone. What stood before stays, with the day until which it counted.

use chrono::{DateTime, NaiveDate, Utc};
use entity::{
    Questionnaire, QuestionnaireAnswer, Referral,
    consents::ConsentPurpose,
    courses,
    questionnaire_answers::{self, Missing},
    questionnaires::{self, QuestionnaireSide},
    referrals,
    surveys::AnsweredThrough,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait, DbErr, EntityTrait, QuerySelect, prelude::Uuid};
use thiserror::Error;

use super::{
    instrument::Item,
    standing::{answers_of, is_open, link_of},
};
use crate::{
    clock::local_date,
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

/// An item, and what is said to it; nothing where it is left out.
#[derive(Debug)]
pub struct NewAnswer {
    pub item: &'static Item,
    pub said: Option<Said>,
}

/// How the answers came.
struct Came<'a> {
    through: AnsweredThrough,
    by: Option<Uuid>,
    /// In which version and language it was asked.
    version: i32,
    language: &'a str,
}

/// Writes down what somebody says on the phone, if what was answered before is `unchanged` since staff looked. A young person
/// who answers has said that we may ask: where that was not written down, it is now.
pub async fn answer_by_phone(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    (id, version, language): (Uuid, i32, &str),
    (answers, unchanged): (Vec<NewAnswer>, impl FnOnce(&[QuestionnaireAnswer]) -> Result<(), ChangedMeanwhile>),
) -> Result<(), AnswerError> {
    let tx = db.begin().await?;
    let (asked, referral) = locked(&tx, local_date(now), id).await?;
    if asked.side == QuestionnaireSide::YoungPerson {
        match referral::agreement(&tx, referral.id, ConsentPurpose::Survey).await? {
            Agreement::Given => {}
            Agreement::No(_) => return Err(AnswerError::NotWanted),
            Agreement::Unanswered => {
                let told = (ConsentPurpose::Survey, local_date(now));
                referral::agreed_when_asked(&tx, now, &referral, viewer.user_id, told).await?;
            }
        }
    }
    let stood = answers_of(&tx, &[id]).await?;
    unchanged(&stood)?;
    let came = Came { through: AnsweredThrough::Phone, by: Some(viewer.user_id), version, language };
    finish(tx, now, (&asked, &stood), answers, came).await
}

/// The same by the link of whoever is asked, which goes on opening the page until it closes.
pub async fn answer_by_link(
    db: &Database,
    now: DateTime<Utc>,
    (token, version, language): (&str, i32, &str),
    (answers, unchanged): (Vec<NewAnswer>, impl FnOnce(&[QuestionnaireAnswer]) -> Result<(), ChangedMeanwhile>),
) -> Result<(), AnswerError> {
    let tx = db.begin().await?;
    let link = link_of(&tx, now, token).await?.ok_or(AnswerError::Closed)?;
    let (asked, referral) = locked(&tx, local_date(now), link.subject_id).await?;
    let is_young = asked.side == QuestionnaireSide::YoungPerson;
    if is_young && !referral::agreement(&tx, referral.id, ConsentPurpose::Survey).await?.is_given() {
        return Err(AnswerError::Closed);
    }
    let stood = answers_of(&tx, &[asked.id]).await?;
    unchanged(&stood)?;
    if let Some(message) = link.message_id {
        message::answered_by(&tx, now, message).await?;
    }
    let came = Came { through: AnsweredThrough::Link, by: None, version, language };
    finish(tx, now, (&asked, &stood), answers, came).await
}

/// The questionnaire, which nobody else changes now, and the referral of its course.
async fn locked(
    tx: &impl ConnectionTrait,
    today: NaiveDate,
    id: Uuid,
) -> Result<(Questionnaire, Referral), AnswerError> {
    let found = questionnaires::Entity::find_by_id(id).one(tx).await?.ok_or(AnswerError::NotFound)?;
    // The course first, as everywhere: the clock gives up what nobody has answered under its lock.
    let course = courses::Entity::find_by_id(found.course_id).lock_exclusive().one(tx).await?;
    let course = course.ok_or(AnswerError::NotFound)?;
    let asked = questionnaires::Entity::find_by_id(id).lock_exclusive().one(tx).await?.ok_or(AnswerError::NotFound)?;
    if !is_open(&asked, &course, today) {
        return Err(AnswerError::Closed);
    }
    let referral = referrals::Entity::find_by_id(course.referral_id).one(tx).await?;
    Ok((asked, referral.ok_or(AnswerError::NotFound)?))
}

async fn finish(
    tx: Transaction,
    now: DateTime<Utc>,
    (asked, stood): (&Questionnaire, &[QuestionnaireAnswer]),
    answers: Vec<NewAnswer>,
    came: Came<'_>,
) -> Result<(), AnswerError> {
    for new in answers {
        let before = stood.iter().find(|answer| answer.item == new.item.code);
        if before.and_then(Said::of) == new.said {
            continue;
        }
        if let Some(before) = before {
            let over = questionnaire_answers::ActiveModel {
                id: Set(before.id),
                until_on: Set(Some(local_date(now))),
                ..Default::default()
            };
            over.update(&tx).await?;
        }
        if let Some(said) = new.said {
            let row = row(now, (asked.id, new.item), said, &came);
            questionnaire_answers::Entity::insert(row).exec_without_returning(&tx).await?;
        }
    }
    let action = if came.by.is_some() { "exit_answered_by_phone" } else { "exit_answered" };
    let on_behalf_of = came.by.map(|_| whose(asked.side));
    let change = Change { subject: "course", subject_id: asked.course_id, action, by: came.by, ..Change::default() };
    Change { on_behalf_of, ..change }.write(&tx, now).await?;
    Ok(tx.commit().await?)
}

fn row(
    now: DateTime<Utc>,
    (questionnaire_id, item): (Uuid, &Item),
    said: Said,
    came: &Came<'_>,
) -> questionnaire_answers::ActiveModel {
    let (value, missing) = said.columns();
    questionnaire_answers::ActiveModel {
        id: Set(Uuid::now_v7()),
        questionnaire_id: Set(questionnaire_id),
        item: Set(item.code.clone()),
        value: Set(value),
        missing: Set(missing),
        version: Set(came.version),
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
