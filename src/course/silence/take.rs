//! The clock takes the next step.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use entity::{
    SilenceRow,
    consents::ConsentPurpose,
    courses, referrals,
    silence_steps::{self, Entity, SilenceStep},
};
use sea_orm::{
    ActiveValue::Set, ConnectionTrait, DbErr, EntityTrait, QuerySelect, prelude::Uuid, sea_query::OnConflict,
};

use super::{
    chain::{after, due},
    fate::{fates, letter_of, of_silence},
    queries::{AsOf, Silent, last_agreed, silent, taken_in},
};
use crate::{
    backlog::Due,
    config::Rules,
    course::did_you_meet::is_lately_asked,
    message::{self, sms::Sms},
    referral::{self, Written, ways},
};

/// The silent courses in which a step is due.
pub async fn to_take(db: &impl ConnectionTrait, now: DateTime<Utc>, rules: &Rules) -> Result<Vec<Due>, DbErr> {
    let as_of = AsOf { now, rules };
    let silent = silent(db, as_of, None).await?;
    let rows = taken_in(db, &silent).await?;
    let mut by_course: HashMap<Uuid, Vec<&SilenceRow>> = HashMap::new();
    rows.iter().for_each(|row| by_course.entry(row.course_id).or_default().push(row));
    let fates = fates(db, &rows).await?;
    let agreed = last_agreed(db, as_of.now, &silent).await?;
    let next = |one: &Silent| {
        let id = one.course.id;
        let own = by_course.get(&id).map(Vec::as_slice).unwrap_or_default();
        let next = due(own, &fates, (rules.silence_step_days, as_of.today()))?;
        let begun_on = one.begun_on(rules).max(agreed.get(&id).copied().unwrap_or_default());
        Some(Due { id, of: id, on: next.since_on.unwrap_or(begun_on) })
    };
    Ok(silent.iter().filter_map(next).collect())
}

/// Takes the step that is due in a course, or the first after it that leads to somebody. Safe to do twice.
pub async fn take(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    (sms, rules): (&Sms, &Rules),
    course_id: Uuid,
) -> Result<(), DbErr> {
    let as_of = AsOf { now, rules };
    courses::Entity::find_by_id(course_id).lock_exclusive().one(tx).await?;
    let silent = silent(tx, as_of, Some(course_id)).await?;
    let Some(one) = silent.first() else { return Ok(()) };
    let rows = taken_in(tx, &silent).await?;
    let own: Vec<&SilenceRow> = rows.iter().collect();
    let next = due(&own, &fates(tx, &rows).await?, (rules.silence_step_days, as_of.today()));
    let mut next = next.map(|next| next.step);
    while let Some(step) = next {
        if leads_to_somebody(tx, sms, one, step).await? {
            return write(tx, as_of, one, step).await;
        }
        next = after(step);
    }
    Ok(())
}

async fn write(tx: &impl ConnectionTrait, as_of: AsOf<'_>, one: &Silent, step: SilenceStep) -> Result<(), DbErr> {
    let row = silence_steps::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(one.course.id),
        since_on: Set(one.since_on),
        step: Set(step),
        taken_on: Set(as_of.today()),
        ..Default::default()
    };
    let once = OnConflict::new().do_nothing().to_owned();
    Entity::insert(row).on_conflict(once).exec_without_returning(tx).await?;
    // Whoever was just asked whether they met needs no reminder beside it.
    if step == SilenceStep::Mentor && is_lately_asked(tx, as_of.today(), as_of.rules, one.course.id).await? {
        return Ok(());
    }
    match letter_of(step) {
        Some(kind) => message::queue_anew(tx, as_of.now, kind, one.course.id, &of_silence(one.since_on)).await,
        None => Ok(()),
    }
}

/// Whether there is anybody at the end of a step: a way of the young person's own, somebody who agreed to pass a word on, or
/// somebody at the partner.
async fn leads_to_somebody(
    tx: &impl ConnectionTrait,
    sms: &Sms,
    one: &Silent,
    step: SilenceStep,
) -> Result<bool, DbErr> {
    if matches!(step, SilenceStep::Mentor | SilenceStep::Staff) {
        return Ok(true);
    }
    let referral = referrals::Entity::find_by_id(one.course.referral_id).one(tx).await?;
    let Some(referral) = referral else { return Ok(false) };
    let reach = referral::reach(tx, &referral, ConsentPurpose::MentorCourse).await?;
    Ok(match step {
        SilenceStep::YoungPerson => {
            matches!(reach.in_writing(sms), Some(Written::Own(..) | Written::Text(..)))
        }
        SilenceStep::SecondRoute => {
            let others = ways::others_of(tx, reach.young_person_id).await?;
            others.iter().any(|way| way.agreed_on.is_some() && way.died_on.is_none() && !way.value.is_empty())
        }
        SilenceStep::Referrer => reach.told.is_some(),
        SilenceStep::Mentor | SilenceStep::Staff => true,
    })
}
