//! How many are in a job or an education a year later, and whether that may be told.

use std::collections::{BTreeSet, HashMap, HashSet};

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
    let own = answers(db, Whose::Mentors(&BTreeSet::from([mentor_id]))).await?;
    Ok(told_of(mentor_id, &own, &answers(db, Whose::OfYear(today)).await?))
}

/// Of these mentors those to whom something may be told, in two reads.
pub(super) async fn may_be_told(
    db: &impl ConnectionTrait,
    today: NaiveDate,
    mentors: &BTreeSet<Uuid>,
) -> Result<HashSet<Uuid>, DbErr> {
    if mentors.is_empty() {
        return Ok(HashSet::new());
    }
    let all = answers(db, Whose::OfYear(today)).await?;
    let mut own: HashMap<Uuid, Vec<Answer>> = HashMap::new();
    for answer in answers(db, Whose::Mentors(mentors)).await? {
        own.entry(answer.mentor_id).or_default().push(answer);
    }
    let own_of = |mentor: Uuid| own.get(&mentor).map(Vec::as_slice).unwrap_or_default();
    Ok(mentors.iter().copied().filter(|mentor| told_of(*mentor, own_of(*mentor), &all).is_some()).collect())
}

fn told_of(mentor_id: Uuid, own: &[Answer], of_year: &[Answer]) -> Option<Told> {
    let figures = Figures::of(own.iter());
    if figures.hide_each() {
        return Some(Told::Own(figures, own.iter().map(|answer| answer.id).collect()));
    }
    let others = of_year.iter().filter(|answer| answer.mentor_id != mentor_id);
    let of_all = Figures::of(of_year.iter());
    (Figures::of(others).hide_each() && of_all.hide_each()).then_some(Told::Scheme(of_all))
}

#[derive(Clone, Copy)]
enum Whose<'a> {
    /// Of these, what was told in no letter.
    Mentors(&'a BTreeSet<Uuid>),
    /// All that was due in the year before a day.
    OfYear(NaiveDate),
}

/// The answers that say something, the latest first.
async fn answers(db: &impl ConnectionTrait, whose: Whose<'_>) -> Result<Vec<Answer>, DbErr> {
    let found = Entity::find()
        .join(JoinType::InnerJoin, surveys::to_course())
        .join(JoinType::InnerJoin, courses::to_referral())
        .filter(Column::Kind.eq(SurveyKind::TwelveMonth))
        .filter(Column::AnsweredOn.is_not_null())
        .filter(Column::Status.is_not_in([ActivityStatus::Declined, ActivityStatus::DontKnow]));
    let found = match whose {
        Whose::Mentors(mentors) => {
            let before = year_letter_surveys::Entity::find().select_only();
            let before = before.column(year_letter_surveys::Column::SurveyId).into_query();
            let own = courses::Column::MentorId.is_in(mentors.iter().copied());
            found.filter(own).filter(Column::Id.not_in_subquery(before))
        }
        Whose::OfYear(today) => found.filter(Column::DueOn.gt(today - Months::new(12)).and(Column::DueOn.lte(today))),
    };
    let found = found.select_only().columns([Column::Id, Column::Status]);
    let found = found.column(courses::Column::MentorId).column(referrals::Column::YoungPersonId);
    found.order_by_desc(Column::DueOn).into_model::<Answer>().all(db).await
}
