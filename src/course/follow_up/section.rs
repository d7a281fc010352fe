//! What the page of a course tells staff of its follow-ups: the coming ones, what was said last, and the moods so far.

use chrono::NaiveDate;
use entity::{FollowUp, FollowUpTry, contact_attempts::AttemptResult, follow_ups::Side};
use sea_orm::{ConnectionTrait, DbErr, Iterable, prelude::Uuid};

use super::{
    pages::Told,
    queries::{of_course, tries_of_course},
    record_try::is_open,
    state::{Facts, state},
};
use crate::{clock::local_date, config::Rules, language::Tr, word::Worded};

#[derive(Default)]
pub struct FollowUps {
    /// Those to be done, of a course that runs.
    pub coming: Vec<Coming>,
    /// What was said last, by side.
    pub last: Vec<Last>,
    /// The moods of each side, the earliest first.
    pub moods: Vec<Moods>,
    /// What is still to be done after a talk.
    pub steps: Vec<Told>,
}

pub struct Coming {
    pub path: String,
    pub side: String,
    pub due_on: String,
    pub badge: &'static str,
    pub state: String,
    /// How often somebody was tried; empty when nobody was.
    pub tried: String,
}

pub struct Last {
    pub side: String,
    pub told: Told,
}

pub struct Moods {
    pub side: String,
    pub all: Vec<MoodOf>,
}

pub struct MoodOf {
    pub day: String,
    /// The code of the step, which pictures show.
    pub code: String,
    pub label: String,
}

/// Two reads. `rests` says that nobody is to be called in this course now.
pub async fn section(
    db: &impl ConnectionTrait,
    tr: Tr,
    course_id: Uuid,
    (rules, today): (&Rules, NaiveDate),
    (is_running, rests, planned_end_on): (bool, bool, NaiveDate),
) -> Result<FollowUps, DbErr> {
    let rows = of_course(db, course_id).await?;
    let tries = tries_of_course(db, course_id).await?;
    let stands = |row: &FollowUp| {
        let FollowUp { due_on, reached_on, not_reached_on, .. } = *row;
        let rests = rests || due_on > planned_end_on;
        state(Facts { due_on, reached_on, not_reached_on, rests }, rules, today)
    };
    let coming = |row: &FollowUp| {
        let own: Vec<&FollowUpTry> = tries.iter().filter(|one| one.follow_up_id == row.id).collect();
        let last = own.last().map(|one| local_date(one.tried_at));
        let tried = last.map(|last| tr.t2("follow-up-tried", "count", own.len(), "date", tr.short_date(&last)));
        Coming {
            path: format!("/follow-ups/{}", row.id),
            side: row.side.label(tr),
            due_on: tr.date(&row.due_on),
            badge: stands(row).badge(),
            state: stands(row).label(tr),
            tried: tried.unwrap_or_default(),
        }
    };
    let of_side = |side: Side| {
        let is_own = |one: &&FollowUpTry| rows.iter().any(|row| row.id == one.follow_up_id && row.side == side);
        tries.iter().filter(is_own).filter(|one| one.result == AttemptResult::Answered).collect::<Vec<_>>()
    };
    let last = |side: Side| Some(Last { side: side.label(tr), told: Told::new(tr, of_side(side).pop()?) });
    let moods = |side: Side| {
        let all: Vec<MoodOf> = of_side(side).into_iter().filter_map(|one| mood(tr, one)).collect();
        (!all.is_empty()).then(|| Moods { side: side.label(tr), all })
    };
    let is_waiting = |one: &&FollowUpTry| one.step_on.is_some() && one.step_done_on.is_none();
    Ok(FollowUps {
        coming: rows.iter().filter(|row| is_running && is_open(row)).map(coming).collect(),
        last: Side::iter().filter_map(last).collect(),
        moods: Side::iter().filter_map(moods).collect(),
        steps: tries.iter().filter(is_waiting).map(|one| Told::new(tr, one)).collect(),
    })
}

fn mood(tr: Tr, one: &FollowUpTry) -> Option<MoodOf> {
    let mood = one.mood?;
    let day = tr.short_date(&local_date(one.tried_at));
    Some(MoodOf { day, code: mood.code().replace('_', "-"), label: mood.label(tr) })
}
