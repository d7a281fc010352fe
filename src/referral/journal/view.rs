//! What the page of a referral says in words: its line of steps and what happened.

use chrono::NaiveDate;
use entity::{Course, Referral, courses, referrals::Reason, silence_steps};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, prelude::Uuid,
};
use serde::Deserialize;

use crate::{
    config::Rules,
    language::Tr,
    page::{Event, Step, StepState},
    record::PastChange,
    referral::{Case, HeldBack, Interest, State, held_back as held_back_on, interest as interest_on, relaxed_by},
    word::Worded,
};

/// The courses of a referral, the newest first.
pub async fn courses_of(db: &impl ConnectionTrait, id: Uuid) -> Result<Vec<Course>, DbErr> {
    courses::Entity::find()
        .filter(courses::Column::ReferralId.eq(id))
        .order_by_desc(courses::Column::MatchedOn)
        .all(db)
        .await
}

/// Whether the referrer was asked to reach the young person of a running course, and has not answered.
pub async fn is_asked_to_reach(db: &impl ConnectionTrait, id: Uuid) -> Result<bool, DbErr> {
    let asked = silence_steps::Entity::find()
        .join(JoinType::InnerJoin, silence_steps::to_course())
        .filter(courses::Column::ReferralId.eq(id))
        .filter(courses::Column::EndedOn.is_null())
        .filter(silence_steps::for_referrer());
    Ok(asked.one(db).await?.is_some())
}

/// The steps of the line with their keys: sent, answered, mentor found, course, end.
const STEPS: [&str; 5] = ["sent", "answer", "mentor", "course", "end"];

/// Where the referral stands on its line.
pub fn line(tr: Tr, case: &Case) -> Vec<Step> {
    let (at, state) = place(case);
    let steps = STEPS.iter().enumerate();
    steps
        .map(|(number, step)| {
            let state = match number.cmp(&at) {
                std::cmp::Ordering::Less => StepState::Done,
                std::cmp::Ordering::Equal => state,
                std::cmp::Ordering::Greater => StepState::Coming,
            };
            Step::new(state, tr.t(format!("referral-step-{step}")), note(tr, case, step))
        })
        .collect()
}

/// The step that it is at, and whether it goes on there.
fn place(case: &Case) -> (usize, StepState) {
    let answered = usize::from(case.referral.accepted_on.is_some());
    match case.state {
        State::AwaitingAnswer | State::QuestionAsked => (1, StepState::Current),
        State::Declined => (1, stopped(case)),
        State::Waiting | State::Proposed => (2, StepState::Current),
        State::InCourse => (3, StepState::Current),
        State::Finished => (4, StepState::Done),
        State::NotStarted | State::Withdrawn => (1 + answered, stopped(case)),
    }
}

/// How the line ended before its end: a job or an education that came first is to be glad of.
fn stopped(case: &Case) -> StepState {
    let reason = case.referral.decline_reason.or(case.referral.not_started_reason);
    if reason == Some(Reason::FoundJobOrEducation) { StepState::Over } else { StepState::Stopped }
}

fn note(tr: Tr, case: &Case, step: &str) -> String {
    let date = match step {
        "sent" => Some(case.referral.referred_on),
        "answer" => case.referral.accepted_on.or(case.referral.declined_on),
        _ => None,
    };
    date.map(|date| tr.short_date(&date)).unwrap_or_default()
}

/// Reasons that are for staff alone: what they noted, not what they told the partner.
const STAFF_ONLY: [&str; 3] = ["closed", "reopened", "must_relaxed"];

/// What staff think of the young person and the target group is theirs alone.
const JUDGED: &str = "judged";

/// What happened, the newest first, in sentences for this reader.
pub fn events(tr: Tr, changes: &[PastChange], is_staff: bool) -> Vec<Event> {
    let seen = changes.iter().filter(|change| is_staff || change.action != JUDGED);
    seen.map(|change| event(tr, change, is_staff)).collect()
}

fn event(tr: Tr, change: &PastChange, is_staff: bool) -> Event {
    let shows_reason = is_staff || !STAFF_ONLY.contains(&change.action.as_str());
    let fields: Vec<String> =
        amended_fields(change).map(|field| tr.t(format!("referral-{field}").replace('_', "-"))).collect();
    let reason = change.reason.clone().filter(|_| shows_reason).unwrap_or_default();
    let must = relaxed_by(change).map(|must| must.label(tr)).unwrap_or_default();
    let parts = [fields.join(", "), must, chosen_reason(tr, change).unwrap_or_default(), reason];
    let reason = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ");
    Event { reason, ..Event::new(tr, change) }
}

/// Why it was closed, as staff chose it from the list.
fn chosen_reason(tr: Tr, change: &PastChange) -> Option<String> {
    let reason = Reason::deserialize(change.details.as_ref()?.get("reason")?).ok()?;
    Some(reason.label(tr))
}

fn amended_fields(change: &PastChange) -> impl Iterator<Item = &str> {
    let fields = change.details.as_ref().and_then(|details| details.get("fields")?.as_array());
    fields.into_iter().flatten().filter_map(|field| field.as_str())
}

/// What keeps staff from proposing a mentor. After a course it is also told before they have decided what is to follow.
pub fn held_back(referral: &Referral, state: State, today: NaiveDate) -> Option<HeldBack> {
    held_back_on(referral, today).filter(|_| matches!(state, State::Waiting | State::Finished))
}

/// What is known of the interest of somebody who waits; of others nothing need be known.
pub fn interest(referral: &Referral, state: State, rules: &Rules, today: NaiveDate) -> Interest {
    if state == State::Waiting { interest_on(referral, rules, today) } else { Interest::Known }
}

/// A date a number of days on.
pub fn days_on(date: NaiveDate, days: i64) -> NaiveDate {
    date + chrono::Duration::days(days)
}
