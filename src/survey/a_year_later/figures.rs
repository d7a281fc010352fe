//! How many are in a job or an education a year later, and whether that may be told.

use std::collections::HashSet;

use chrono::{Months, NaiveDate};
use entity::{
    courses, referrals,
    surveys::{self, ActivityStatus, Column, Entity, SurveyKind},
    year_letter_surveys,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait, prelude::Uuid, sea_query::ExprTrait,
};

use crate::survey::is_in_activity;

/// Of fewer people nothing is told.
const FEWEST: usize = 3;

/// Of how many people it is known, and how many of them are in a job, an education, an apprenticeship or an internship.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Figures {
    pub known: usize,
    pub in_activity: usize,
}

impl Figures {
    /// Each young person once, by the course that ended last: the first of these answers that is theirs.
    fn of<'a>(answers: impl Iterator<Item = &'a Answer>) -> Self {
        let mut seen = HashSet::new();
        let all: Vec<&Answer> = answers.filter(|answer| seen.insert(answer.young_person_id)).collect();
        let in_activity = all.iter().filter(|answer| is_in_activity(answer.status)).count();
        Self { known: all.len(), in_activity }
    }

    /// Whether nobody's answer can be told from them: enough people, and neither all of them nor none.
    fn hide_each(self) -> bool {
        self.known >= FEWEST && self.in_activity > 0 && self.in_activity < self.known
    }
}

/// What was answered a year after a course.
#[derive(FromQueryResult)]
struct Answer {
    id: Uuid,
    mentor_id: Uuid,
    young_person_id: Uuid,
    status: ActivityStatus,
}

/// What a mentor may be told.
pub(super) enum Told {
    /// Of the own courses, with the surveys behind the figures.
    Own(Figures, Vec<Uuid>),
    /// Of the whole scheme.
    Scheme(Figures),
}

/// What may be told to this mentor on a day: of their own courses that stand in no letter yet; or else of all courses of the
/// scheme in the last year, as long as those of the others hide each of them too.
pub(super) async fn told(db: &impl ConnectionTrait, today: NaiveDate, mentor_id: Uuid) -> Result<Option<Told>, DbErr> {
    let own = answers(db, today, Some(mentor_id)).await?;
    let figures = Figures::of(own.iter());
    if figures.hide_each() {
        return Ok(Some(Told::Own(figures, own.into_iter().map(|answer| answer.id).collect())));
    }
    let all = answers(db, today, None).await?;
    let others = all.iter().filter(|answer| answer.mentor_id != mentor_id);
    let of_all = Figures::of(all.iter());
    Ok((Figures::of(others).hide_each() && of_all.hide_each()).then_some(Told::Scheme(of_all)))
}

/// The answers that say something, the latest first: a mentor's that were told in no letter, or all that were due in the last
/// year.
async fn answers(db: &impl ConnectionTrait, today: NaiveDate, mentor_id: Option<Uuid>) -> Result<Vec<Answer>, DbErr> {
    let found = Entity::find()
        .join(JoinType::InnerJoin, surveys::to_course())
        .join(JoinType::InnerJoin, courses::to_referral())
        .filter(Column::Kind.eq(SurveyKind::TwelveMonth))
        .filter(Column::AnsweredOn.is_not_null())
        .filter(Column::Status.is_not_in([ActivityStatus::Declined, ActivityStatus::DontKnow]));
    let found = match mentor_id {
        Some(id) => {
            let before = year_letter_surveys::Entity::find().select_only();
            let before = before.column(year_letter_surveys::Column::SurveyId).into_query();
            found.filter(courses::Column::MentorId.eq(id)).filter(Column::Id.not_in_subquery(before))
        }
        None => found.filter(Column::DueOn.gt(today - Months::new(12)).and(Column::DueOn.lte(today))),
    };
    let found = found.select_only().columns([Column::Id, Column::Status]);
    let found = found.column(courses::Column::MentorId).column(referrals::Column::YoungPersonId);
    found.order_by_desc(Column::DueOn).into_model::<Answer>().all(db).await
}
