//! What was asked after the course: when it was due, each try to reach somebody, and each answer, also one that was corrected.

use entity::{ContactAttempt, Survey, SurveyAnswer, contact_attempts, survey_answers, surveys};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, prelude::Uuid};

use super::{
    around::Around,
    entry::{Entry, Kind, When},
};
use crate::{clock::instant_of, language::Tr, word::Worded};

pub async fn surveys(db: &impl ConnectionTrait, around: &Around) -> Result<Vec<Survey>, DbErr> {
    surveys::Entity::find().filter(surveys::Column::CourseId.is_in(around.course_ids())).all(db).await
}

/// Due, answered, not reached.
pub fn survey_entries(tr: Tr, surveys: &[Survey]) -> Vec<Entry> {
    let mut entries = Vec::new();
    for survey in surveys {
        let kind = survey.kind.label(tr);
        let days = [
            (Some(survey.due_on), "timeline-survey-due"),
            (survey.answered_on, "timeline-survey-answered"),
            (survey.not_reached_on, "timeline-survey-not-reached"),
        ];
        for (day, key) in days {
            let Some(day) = day else { continue };
            let status = survey.status.map(|status| status.label(tr)).filter(|_| key == "timeline-survey-answered");
            let entry = Entry::new(Kind::Survey, When::On(day), tr.t1(key, "kind", kind.as_str()));
            entries.push(entry.told_barely().chosen(status.as_deref()).href(format!("/surveys/{}", survey.id)));
        }
    }
    entries
}

/// Each try that counts: how, and what came of it.
pub async fn tries(
    db: &impl ConnectionTrait,
    tr: Tr,
    around: &Around,
    surveys: &[Survey],
) -> Result<Vec<Entry>, DbErr> {
    let own = contact_attempts::Column::CourseId.is_in(around.course_ids());
    let found = contact_attempts::Entity::find().filter(own).filter(contact_attempts::counted()).all(db).await?;
    let entry = |row: ContactAttempt| {
        let at = row.attempted_at.and_then(|hour| instant_of(row.attempted_on, hour));
        let words = [
            ("kind", row.kind.label(tr).into()),
            ("channel", row.channel.label(tr).into()),
            ("result", row.result.label(tr).into()),
        ];
        let when = at.map_or(When::On(row.attempted_on), When::At);
        let entry = Entry::new(Kind::Survey, when, tr.with("timeline-survey-tried", words));
        let own = surveys.iter().find(|survey| survey.course_id == row.course_id && survey.kind == row.kind);
        let page = own.map(|survey| format!("/surveys/{}", survey.id)).unwrap_or_default();
        entry.words(row.note.as_deref()).href(page)
    };
    Ok(found.into_iter().map(entry).collect())
}

/// Answers that another took the place of, or that were taken back: what counts stands with its survey.
pub async fn past_answers(db: &impl ConnectionTrait, tr: Tr, surveys: &[Survey]) -> Result<Vec<Entry>, DbErr> {
    use survey_answers::Column;
    let of_them = Column::SurveyId.is_in(surveys.iter().map(|survey| survey.id));
    let found = survey_answers::Entity::find().filter(of_them).filter(Column::UntilOn.is_not_null());
    let kind = |id: Uuid| surveys.iter().find(|survey| survey.id == id).map(|survey| survey.kind.label(tr));
    let entries = |row: SurveyAnswer| {
        let (kind, page) = (kind(row.survey_id).unwrap_or_default(), format!("/surveys/{}", row.survey_id));
        let when = row.written_at.map_or(When::On(row.answered_on.unwrap_or(row.known_on)), When::At);
        let status = row.status.map(|status| status.label(tr))?;
        let said = Entry::new(Kind::Survey, when, tr.t1("timeline-survey-answered", "kind", kind.as_str()));
        let until = When::On(row.until_on?);
        let changed = Entry::new(Kind::Survey, until, tr.t1("timeline-survey-changed", "kind", kind.as_str()));
        Some([said.words(Some(&status)).href(page.clone()), changed.href(page)])
    };
    Ok(found.all(db).await?.into_iter().filter_map(entries).flatten().collect())
}
