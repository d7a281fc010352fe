//! What the days of a running course are counted from: its real start, and the pauses by which everything lies later.

use std::collections::HashMap;

use chrono::{Duration, NaiveDate};
use entity::{course_pauses, courses, meetings};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    prelude::Uuid,
};

/// What the days follow from.
#[derive(Clone, Debug, PartialEq)]
pub struct Basis {
    /// The first held meeting; until then the match.
    pub start: NaiveDate,
    /// Whether a meeting was held.
    pub has_begun: bool,
    /// First and last day of each pause, the earliest first.
    pub pauses: Vec<(NaiveDate, Option<NaiveDate>)>,
}

impl Basis {
    /// A day that was counted from the start. A pause that begins on the day itself, or before it, moves it. One without an end
    /// moves nothing until it has one: while it goes on, nothing is due.
    pub fn later_by_pauses(&self, planned: NaiveDate) -> NaiveDate {
        self.pauses.iter().fold(planned, |day, (from, until)| match until {
            Some(until) if *from <= day && *until >= self.start => {
                day + (*until - (*from).max(self.start)) + Duration::days(1)
            }
            _ => day,
        })
    }

    /// Whether a pause goes on.
    pub fn is_paused(&self, today: NaiveDate) -> bool {
        self.pauses.iter().any(|(from, until)| *from <= today && until.is_none_or(|until| until >= today))
    }
}

/// That of these courses, in three reads.
pub async fn bases(db: &impl ConnectionTrait, which: &Condition) -> Result<HashMap<Uuid, Basis>, DbErr> {
    let courses = || courses::Entity::find().filter(which.clone()).select_only().column(courses::Column::Id);
    let mut starts: HashMap<Uuid, NaiveDate> = meetings::held()
        .filter(meetings::Column::CourseId.in_subquery(courses().into_query()))
        .select_only()
        .column(meetings::Column::CourseId)
        .column_as(meetings::Column::HeldOn.min(), "first_held_on")
        .group_by(meetings::Column::CourseId)
        .into_tuple::<(Uuid, NaiveDate)>()
        .all(db)
        .await?
        .into_iter()
        .collect();
    let mut pauses = HashMap::<Uuid, Vec<_>>::new();
    let paused = course_pauses::Entity::find().order_by_asc(course_pauses::Column::FromOn);
    for pause in paused.filter(course_pauses::Column::CourseId.in_subquery(courses().into_query())).all(db).await? {
        pauses.entry(pause.course_id).or_default().push((pause.from_on, pause.until_on));
    }
    let matched: Vec<(Uuid, NaiveDate)> = courses().column(courses::Column::MatchedOn).into_tuple().all(db).await?;
    let basis = |(id, matched_on): (Uuid, NaiveDate)| {
        let first = starts.remove(&id);
        let (start, pauses) = (first.unwrap_or(matched_on), pauses.remove(&id).unwrap_or_default());
        (id, Basis { start, has_begun: first.is_some(), pauses })
    };
    Ok(matched.into_iter().map(basis).collect())
}
