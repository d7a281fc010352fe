//! What was asked by questionnaires, and whether it was answered: two queries. What was answered stands on the pages of the course.

use std::collections::HashMap;

use chrono::NaiveDate;
use entity::{Questionnaire, questionnaire_answers, questionnaires, surveys::AnsweredThrough};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, prelude::*,
};

use super::{
    around::Around,
    entry::{Entry, Kind, When},
};
use crate::{
    language::Tr,
    questionnaire::{LeftOn, instrument, left_on},
    word::Worded,
};

/// The first answer to a questionnaire.
type First = (DateTimeUtc, AnsweredThrough);

/// Opened, asked, answered, and closed without an answer or given up: of each questionnaire of the courses.
pub async fn questionnaires(
    db: &impl ConnectionTrait,
    tr: Tr,
    around: &Around,
    today: NaiveDate,
) -> Result<Vec<Entry>, DbErr> {
    let own = questionnaires::Column::CourseId.is_in(around.course_ids());
    let found = questionnaires::Entity::find().filter(own.clone()).all(db).await?;
    let answers: Vec<(Uuid, DateTimeUtc, AnsweredThrough)> = questionnaire_answers::Entity::find()
        .join(JoinType::InnerJoin, questionnaire_answers::to_questionnaire())
        .filter(own)
        .order_by_desc(questionnaire_answers::Column::WrittenAt)
        .select_only()
        .columns([
            questionnaire_answers::Column::QuestionnaireId,
            questionnaire_answers::Column::WrittenAt,
            questionnaire_answers::Column::Through,
        ])
        .into_tuple()
        .all(db)
        .await?;
    // The youngest first, so that the first one stays.
    let first: HashMap<Uuid, First> = answers.into_iter().map(|(id, at, through)| (id, (at, through))).collect();
    let left = left_on(db, &found).await?;
    let of = |asked: &Questionnaire| {
        let left = left.get(&asked.id).copied().unwrap_or_default();
        entries(tr, (asked, left), first.get(&asked.id).copied(), today)
    };
    Ok(found.iter().flat_map(of).collect())
}

fn entries(
    tr: Tr,
    (asked, [first_on, again_on]): (&Questionnaire, LeftOn),
    first: Option<First>,
    today: NaiveDate,
) -> Vec<Entry> {
    let Some(instrument) = instrument(&asked.instrument) else { return Vec::new() };
    let what = instrument.named(tr, asked.wave);
    let page = instrument.series.code();
    let entry = |when: When, what: String| {
        Entry::new(Kind::Questionnaire, when, what).told_barely().href(format!("/courses/{}/{page}", asked.course_id))
    };
    let on = |day: NaiveDate, key: &str| entry(When::On(day), tr.t1(key, "what", what.as_str()));
    let answered = first.map(|(at, through)| {
        let said = tr.t2("timeline-questionnaire-answered", "what", what.as_str(), "through", through.label(tr));
        entry(When::At(at), said)
    });
    let is_over = first.is_none() && asked.closed_on.is_none() && asked.closes_on < today;
    // Who was not asked did not leave it without an answer.
    let closed =
        if asked.asked_on.is_some() { "timeline-questionnaire-over" } else { "timeline-questionnaire-never-asked" };
    let all = [
        Some(on(asked.opened_on, "timeline-questionnaire-opened")),
        first_on.map(|day| on(day, "timeline-questionnaire-asked")),
        again_on.map(|day| on(day, "timeline-questionnaire-asked-again")),
        answered,
        asked.closed_on.map(|day| on(day, "timeline-questionnaire-given-up")),
        is_over.then(|| on(asked.closes_on, closed)),
    ];
    all.into_iter().flatten().collect()
}
