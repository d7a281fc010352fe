//! What a mentor took part in, and who has taken part in nothing for long.

use chrono::{Days, NaiveDate};
use entity::{
    courses,
    mentor_activities::{self, ActivityKind, Column, Entity},
    mentors,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    Select,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait, Func},
};

use crate::{language::Tr, mentor::facts::courses_of, word::Worded};

const MINUTES_OF_AN_HOUR: f64 = 60.0;

/// What a mentor took part in, in words.
#[derive(Clone, Debug, Default)]
pub struct Activities {
    pub rows: Vec<Activity>,
    /// All hours together; empty without any.
    pub hours: String,
}

#[derive(Clone, Debug)]
pub struct Activity {
    pub day: String,
    pub what: String,
    pub hours: String,
}

/// All of it, the latest first.
pub async fn activities(db: &impl ConnectionTrait, tr: Tr, mentor_id: Uuid) -> Result<Activities, DbErr> {
    let own = Entity::find().filter(Column::MentorId.eq(mentor_id));
    let rows = own.order_by_desc(Column::HeldOn).order_by_desc(Column::Id).all(db).await?;
    let minutes: i32 = rows.iter().map(|row| row.minutes).sum();
    let row = |row: &mentor_activities::Model| Activity {
        day: tr.date(&row.held_on),
        what: [Some(row.kind.label(tr)), row.title.clone()].into_iter().flatten().collect::<Vec<_>>().join(": "),
        hours: hours(tr, row.minutes),
    };
    Ok(Activities {
        rows: rows.iter().map(row).collect(),
        hours: if rows.is_empty() { String::new() } else { hours(tr, minutes) },
    })
}

fn hours(tr: Tr, minutes: i32) -> String {
    tr.t1("mentor-activity-hours", "hours", tr.amount(f64::from(minutes) / MINUTES_OF_AN_HOUR))
}

/// Mentors in a running course who have had neither supervision nor exchange for so many days, and have been in one for as
/// long: for a query on mentors.
pub fn lacks_support(days: i64, today: NaiveDate) -> Condition {
    let since = today - Days::new(days.unsigned_abs());
    let lately = support().filter(Column::HeldOn.gt(since)).select_only().expr(Expr::val(1));
    let long = courses::open().filter(courses::Column::MatchedOn.lte(since));
    let long = long.select_only().column(courses::Column::MentorId).into_query();
    Condition::all().add(mentors::Column::Id.in_subquery(long)).add(Expr::exists(lately.into_query()).not())
}

/// Since when, for a query on mentors: since the last of it, or since the first of their courses began where that is later.
pub fn unsupported_since() -> Expr {
    let last = Expr::from(support().select_only().expr(Column::HeldOn.max()).into_query());
    let mut began = courses_of(courses::Column::MatchedOn.min());
    began.and_where(courses::Column::EndedOn.is_null());
    let began = Expr::from(began);
    Expr::case(last.clone().gt(began.clone()), last).finally(began).into()
}

/// What the mentor of the outer query had of it.
fn support() -> Select<Entity> {
    Entity::find()
        .filter(Expr::col((Entity, Column::MentorId)).equals((mentors::Entity, mentors::Column::Id)))
        .filter(Column::Kind.is_in([ActivityKind::Supervision, ActivityKind::Exchange]))
}

/// The mentors of these names or mail addresses, and what of it is nobody's or more than one's.
pub(super) async fn called(db: &impl ConnectionTrait, who: &[String]) -> Result<(Vec<Uuid>, Vec<String>), DbErr> {
    let small: Vec<String> = who.iter().map(|one| one.to_lowercase()).collect();
    let lower = |column| Expr::expr(Func::lower(Expr::col((mentors::Entity, column))));
    let is_so = lower(mentors::Column::Email).is_in(small.clone()).or(mentors::Column::Name.is_in(who.iter().cloned()));
    let found = mentors::Entity::find().filter(mentors::known()).filter(is_so).select_only();
    let found = found.columns([mentors::Column::Id, mentors::Column::Name, mentors::Column::Email]);
    let found: Vec<(Uuid, String, String)> = found.into_tuple().all(db).await?;
    let (mut ids, mut unknown) = (Vec::new(), Vec::new());
    for (one, small) in who.iter().zip(&small) {
        let called = found.iter().filter(|(_, name, email)| name == one || email.to_lowercase() == *small);
        match called.collect::<Vec<_>>()[..] {
            [(id, ..)] => ids.push(*id),
            _ => unknown.push(one.clone()),
        }
    }
    ids.sort_unstable();
    ids.dedup();
    Ok((ids, unknown))
}
