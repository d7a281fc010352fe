//! The platform asks by itself: a message on the day, another some days later, a word to whoever referred, and a last message
//! before the survey is closed. Staff phone in between (docs/adr/0059, 0067).

use std::collections::HashMap;

use chrono::{DateTime, Days, NaiveDate, Utc};
use entity::{
    consents::ConsentPurpose,
    contact_attempts::{self, AttemptResult},
    messages,
    surveys::{self, Column},
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, QueryTrait,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait},
};

use super::{
    State,
    asked::asked_in,
    letters::{LINK, LINK_LAST, LINK_OTHER, PASS_ON, ROUNDS},
    list::to_be_asked,
};
use crate::{
    backlog::Due,
    clock::local_date,
    config::Rules,
    message::{self, MessageKind, sms::Sms},
    referral::{Way, agrees},
};

/// Days between two messages, whatever the plan says.
const APART: u64 = 3;

/// Days of rest for whoever said "not now".
pub(super) const NOT_NOW: u64 = 7;

/// The messages about one survey: what kind, and when it was queued.
type Asked = Vec<(String, NaiveDate)>;

/// Which message is the next to go today, if one is: pure, from when the survey was due and what was sent.
fn round(due_on: NaiveDate, today: NaiveDate, asked: &Asked, rules: &Rules) -> Option<MessageKind> {
    let day = (today - due_on).num_days();
    // What was sent before, about an ending that was taken back, asked about another day.
    let asked: Vec<_> = asked.iter().filter(|(_, on)| *on >= due_on).collect();
    let is_sent = |kind: MessageKind| asked.iter().any(|(sent, _)| sent == kind.name);
    if day < 0 || day > rules.survey_close_days || asked.iter().any(|(_, on)| *on + Days::new(APART) > today) {
        return None;
    }
    if day >= rules.survey_last_days {
        return Some(LINK_LAST).filter(|kind| !is_sent(*kind));
    }
    if !is_sent(LINK) {
        return Some(LINK);
    }
    if day >= rules.survey_referrer_days && !is_sent(PASS_ON) {
        return Some(PASS_ON);
    }
    Some(LINK_OTHER).filter(|kind| !is_sent(*kind) && day >= rules.survey_other_days)
}

/// The surveys about which a message goes today. Whoever has not said that we may ask is left to staff.
pub async fn to_invite(db: &impl ConnectionTrait, now: DateTime<Utc>, rules: &Rules) -> Result<Vec<Due>, DbErr> {
    let today = local_date(now);
    let oldest = today - Days::new(rules.survey_close_days.unsigned_abs());
    let due = to_be_asked().filter(State::Due.condition(today)).filter(Column::DueOn.gte(oldest));
    let due = due.filter(agrees(ConsentPurpose::Survey)).filter(asked_to_wait(today).not());
    let found: Vec<(Uuid, Uuid, NaiveDate)> =
        due.clone().select_only().columns([Column::Id, Column::CourseId, Column::DueOn]).into_tuple().all(db).await?;
    let of_them = messages::Column::SubjectId.in_subquery(due.select_only().column(Column::Id).into_query());
    let mut asked: HashMap<Uuid, Asked> = HashMap::new();
    for (id, kind, on) in sent(db, of_them).await? {
        asked.entry(id).or_default().push((kind, on));
    }
    let none = Asked::new();
    let found = found.into_iter().map(|(id, of, on)| Due { id, of, on });
    Ok(found.filter(|due| round(due.on, today, asked.get(&due.id).unwrap_or(&none), rules).is_some()).collect())
}

/// Whether the young person asked on the phone for later, or for a day on which they are rung: until then nothing is sent.
fn asked_to_wait(today: NaiveDate) -> Expr {
    use contact_attempts::{Column as Of, Entity as Tries};
    let later = Of::Result.eq(AttemptResult::NotNow).and(Of::AttemptedOn.gt(today - Days::new(NOT_NOW)));
    let asked = Tries::find()
        .filter(Expr::col((Tries, Of::CourseId)).equals((surveys::Entity, Column::CourseId)))
        .filter(Expr::col((Tries, Of::Kind)).equals((surveys::Entity, Column::Kind)))
        .filter(contact_attempts::counted())
        .filter(later.or(Of::CallBackOn.gte(today)));
    Expr::exists(asked.into_query())
}

async fn sent(db: &impl ConnectionTrait, which: Expr) -> Result<Vec<(Uuid, String, NaiveDate)>, DbErr> {
    let all = messages::Entity::find()
        .filter(messages::Column::Kind.is_in(ROUNDS.iter().chain([&PASS_ON]).map(|kind| kind.name)));
    let all = all.filter(which).select_only();
    let all = all.columns([messages::Column::SubjectId, messages::Column::Kind, messages::Column::QueuedAt]);
    let all: Vec<(Uuid, String, DateTime<Utc>)> = all.into_tuple().all(db).await?;
    Ok(all.into_iter().map(|(id, kind, at)| (id, kind, local_date(at))).collect())
}

/// Queues the message that is next for one of them, if it still is; each goes once. Safe to do twice.
pub async fn invite(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    (sms, rules): (&Sms, &Rules),
    survey_id: Uuid,
) -> Result<(), DbErr> {
    let survey = surveys::Entity::find_by_id(survey_id).filter(asked_to_wait(local_date(now)).not());
    if survey.lock_exclusive().one(tx).await?.is_none() {
        return Ok(());
    }
    let Some(person) = asked_in(tx, survey_id).await? else { return Ok(()) };
    let is_open = person.survey.answered_on.is_none() && person.survey.not_reached_on.is_none();
    let due_on = person.survey.due_on;
    if !is_open {
        return Ok(());
    }
    let asked = sent(tx, messages::Column::SubjectId.eq(survey_id)).await?;
    let asked = asked.into_iter().map(|(_, kind, on)| (kind, on)).collect();
    let is_late = (local_date(now) - due_on).num_days() >= rules.survey_referrer_days;
    let next = match round(due_on, local_date(now), &asked, rules) {
        Some(kind) if person.reach.in_writing(sms).is_some() => Some(kind),
        // Nothing is written to the young person: whom staff cannot ring either is asked for through the referrer at once.
        Some(_) if is_late || !matches!(person.reach.way, Way::Phone(_)) => Some(PASS_ON),
        _ => None,
    };
    match next {
        Some(kind) => message::queue(tx, now, kind, survey_id, &due_on.to_string()).await,
        None => Ok(()),
    }
}
