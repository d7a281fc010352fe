//! What the clock does: asks whoever has waited long, once more after a week, and closes what nobody answers.

use std::{cmp::max, collections::HashSet};

use chrono::{DateTime, Days, NaiveDate, Utc};
use entity::{
    Message,
    consents::ConsentPurpose,
    messages,
    referrals::{self, Column, Entity, Reason},
};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, QueryTrait,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait, Query},
};

use super::{ANSWER_DAYS, Interest, interest, to_ask, unanswered_since};
use crate::{
    backlog::Due,
    clock::local_date,
    config::Rules,
    message::{self, sms::Sms},
    record::Change,
    referral::{State, interest::letters, queries::state_of, reach, requeue::close_waiting},
};

/// When somebody came, waits again, said that they still want a mentor, and rested until.
type Since = (Uuid, NaiveDate, Option<NaiveDate>, Option<NaiveDate>, Option<NaiveDate>);

/// Whoever has waited so long that nobody knows, and was not asked since they wait.
pub async fn unsure(db: &impl ConnectionTrait, now: DateTime<Utc>, rules: &Rules) -> Result<Vec<Due>, DbErr> {
    let never = Condition::any()
        .add(Column::InterestAskedOn.is_null())
        .add(Expr::col(Column::InterestAskedOn).lte(Expr::col(Column::RequeuedOn)));
    let found = Entity::find().filter(to_ask(rules, local_date(now)).add(never)).select_only();
    let days = [Column::ReferredOn, Column::RequeuedOn, Column::InterestConfirmedOn, Column::RestsUntil];
    let found: Vec<Since> = found.column(Column::Id).columns(days).into_tuple().all(db).await?;
    let long = Days::new(rules.interest_days.unsigned_abs());
    let found = found.into_iter().map(|(id, referred, requeued, confirmed, rested)| {
        let told = [requeued, confirmed].into_iter().flatten().fold(referred, max);
        Due { id, of: id, on: rested.map_or(told + long, |rested| max(rested, told + long)) }
    });
    Ok(found.collect())
}

/// Asks in writing one of them. Whom nothing can be written to is left to staff.
pub async fn ask_unsure(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    (sms, rules): (&Sms, &Rules),
    id: Uuid,
) -> Result<(), DbErr> {
    let today = local_date(now);
    let found = waiting(tx, id, rules, today, |known| matches!(known, Interest::Unsure(_))).await?;
    let Some(referral) = found else { return Ok(()) };
    if reach(tx, &referral, ConsentPurpose::MentorCourse).await?.in_writing(sms).is_none() {
        return Ok(());
    }
    let (version, asked_on) = (Set(referral.version + 1), Set(Some(today)));
    let row = referrals::ActiveModel { id: Set(id), version, interest_asked_on: asked_on, ..Default::default() };
    row.update(tx).await?;
    message::queue(tx, now, letters::INTEREST, id, &today.to_string()).await?;
    by_clock(id, "interest_asked").write(tx, now).await
}

/// Whoever has not answered for a week, and was not reminded of this question.
pub async fn unanswered(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Vec<Uuid>, DbErr> {
    let week_ago = local_date(now) - Days::new(ANSWER_DAYS);
    let asked = Entity::find().filter(unanswered_since(week_ago)).select_only();
    let found: Vec<(Uuid, Option<NaiveDate>)> =
        asked.clone().columns([Column::Id, Column::InterestAskedOn]).into_tuple().all(db).await?;
    let of_them = messages::Column::SubjectId.in_subquery(asked.column(Column::Id).into_query());
    let reminded = messages::Entity::find().filter(messages::Column::Kind.eq(letters::INTEREST_REMINDER.name));
    let reminded = reminded.filter(of_them).select_only().column(messages::Column::DedupKey);
    let reminded: HashSet<String> = reminded.into_tuple().all(db).await?.into_iter().collect();
    let new = |(id, on): &(Uuid, Option<NaiveDate>)| on.is_some_and(|on| !reminded.contains(&reminder_of(*id, on)));
    Ok(found.into_iter().filter(new).map(|(id, _)| id).collect())
}

/// The one reminder of a question asked on a day.
fn reminder_of(id: Uuid, asked_on: NaiveDate) -> String {
    letters::INTEREST_REMINDER.dedup_key(id, &asked_on.to_string())
}

/// Asks one of them once more, and tells the referrer. Safe to do twice.
pub async fn ask_again(tx: &impl ConnectionTrait, now: DateTime<Utc>, id: Uuid) -> Result<(), DbErr> {
    let Some(referral) = Entity::find_by_id(id).lock_exclusive().one(tx).await? else { return Ok(()) };
    let Some(asked_on) = referral.interest_asked_on else { return Ok(()) };
    for kind in [letters::INTEREST_REMINDER, letters::INTEREST_UNANSWERED] {
        message::queue(tx, now, kind, id, &asked_on.to_string()).await?;
    }
    Ok(())
}

/// Whoever was asked so long ago that the referral is closed without an answer, if the reminder arrived.
pub async fn overdue(db: &impl ConnectionTrait, now: DateTime<Utc>, rules: &Rules) -> Result<Vec<Uuid>, DbErr> {
    ids(db, unanswered_since(asked_by(now, rules)).add(was_reminded(now))).await
}

/// Closes one of them, where the reminder of this question was taken a week ago and did not come back: whoever was never
/// reached is not closed by a clock. The referrer is told, and the referral can be opened again.
pub async fn close_unanswered(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    rules: &Rules,
    id: Uuid,
) -> Result<(), DbErr> {
    let (today, asked_by) = (local_date(now), asked_by(now, rules));
    let is_old = |known: Interest| matches!(known, Interest::Asked(on) if on <= asked_by);
    let Some(referral) = waiting(tx, id, rules, today, is_old).await? else { return Ok(()) };
    let Some(asked_on) = referral.interest_asked_on else { return Ok(()) };
    let own = messages::Column::DedupKey.eq(reminder_of(id, asked_on));
    let reminder = messages::Entity::find().filter(own).one(tx).await?;
    let week_ago = now - Days::new(ANSWER_DAYS);
    let arrived = |reminder: Message| {
        reminder.accepted_at.is_some_and(|at| at <= week_ago) && reminder.bounced_at.or(reminder.unknown_at).is_none()
    };
    if !reminder.is_some_and(arrived) {
        return Ok(());
    }
    close_waiting(tx, id, Reason::NoContact, today).await?;
    message::queue(tx, now, letters::INTEREST_CLOSED, id, &today.to_string()).await?;
    by_clock(id, "interest_unanswered").write(tx, now).await
}

fn asked_by(now: DateTime<Utc>, rules: &Rules) -> NaiveDate {
    local_date(now) - Days::new(rules.interest_close_days.unsigned_abs())
}

/// Referrals of which some reminder was taken a week ago; whether it is one of this question is looked at under the lock.
fn was_reminded(now: DateTime<Utc>) -> Expr {
    use messages::Column as Of;
    let mut reminder = Query::select();
    reminder
        .expr(Expr::val(1))
        .from(messages::Entity)
        .and_where(Expr::col((messages::Entity, Of::SubjectId)).equals((Entity, Column::Id)))
        .and_where(Of::Kind.eq(letters::INTEREST_REMINDER.name))
        .and_where(Of::AcceptedAt.lte(now - Days::new(ANSWER_DAYS)));
    Expr::exists(reminder)
}

async fn ids(db: &impl ConnectionTrait, which: Condition) -> Result<Vec<Uuid>, DbErr> {
    Entity::find().filter(which).select_only().column(Column::Id).into_tuple().all(db).await
}

/// The referral under its lock, if it still waits and of its interest this much is known: somebody may just have answered.
async fn waiting(
    tx: &impl ConnectionTrait,
    id: Uuid,
    rules: &Rules,
    today: NaiveDate,
    is_so: impl Fn(Interest) -> bool,
) -> Result<Option<entity::Referral>, DbErr> {
    let Some(referral) = Entity::find_by_id(id).lock_exclusive().one(tx).await? else { return Ok(None) };
    let waits = state_of(tx, &referral).await? == State::Waiting;
    Ok(Some(referral).filter(|referral| waits && is_so(interest(referral, rules, today))))
}

fn by_clock(id: Uuid, action: &'static str) -> Change {
    Change { subject: "referral", subject_id: id, action, ..Change::default() }
}
