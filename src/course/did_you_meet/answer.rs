//! One side's answer. Where both say that they met, that is a meeting in the log, at once and once.

use chrono::{DateTime, NaiveDate, Utc};
use entity::meeting_questions::{self, DidMeet, WhyNot};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, DbErr, prelude::Uuid};

use super::{
    asked::{Asked, link_of, put_to},
    queries::{Standing, locked},
    settle::{in_log, log_met, mentors_word},
    side::Side,
};
use crate::{
    account::link,
    clock::local_date,
    database::{Database, Transaction},
    viewer::Viewer,
};

/// What somebody says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Answer {
    /// And on which day, where no day was asked about.
    Met(Option<NaiveDate>),
    NotMet,
    /// Why not, and the day on which they have agreed to meet instead.
    Because(WhyNot, Option<NaiveDate>),
}

/// Takes the answer of whoever has this link. A no leaves the link open until it is said why. Returns false when nothing was
/// taken: the link is spent, or the question of no use any more.
pub async fn by_link(
    db: &Database,
    now: DateTime<Utc>,
    (side, token): (Side, &str),
    answer: Answer,
) -> Result<bool, DbErr> {
    let tx = db.begin().await?;
    let Some(link) = link_of(&tx, now, (side, token)).await? else { return Ok(false) };
    let Some(standing) = locked(&tx, local_date(now), link.subject_id).await? else { return Ok(false) };
    let put = put_to(&tx, local_date(now), (side, &link), standing).await?;
    let Some((asked, standing)) = put else { return Ok(false) };
    let answer = if side == Side::Mentor { asked.within(answer) } else { answer };
    let is_spent = answer != Answer::NotMet && link::spend(&tx, now, link.purpose, token).await?.is_none();
    if is_spent { Ok(false) } else { take(tx, now, (side, &standing), answer).await }
}

/// Takes the answer of a mentor who has signed in, or of whoever stands in. Returns false when there is no such question for them.
pub async fn by_mentor(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    (course_id, id): (Uuid, Uuid),
    answer: Answer,
) -> Result<bool, DbErr> {
    let tx = db.begin().await?;
    let found = locked(&tx, local_date(now), id).await?.filter(|standing| standing.course.id == course_id);
    let Some(standing) = found else { return Ok(false) };
    let asked = Asked::of(&tx, local_date(now), &standing).await?;
    if viewer.mentor_id != Some(asked.mentor_id) {
        return Ok(false);
    }
    let answer = asked.within(answer);
    take(tx, now, (Side::Mentor, &asked.put(standing)), answer).await
}

async fn take(
    tx: Transaction,
    now: DateTime<Utc>,
    (side, standing): (Side, &Standing),
    answer: Answer,
) -> Result<bool, DbErr> {
    let said = answered(now, side, standing, answer).update(&tx).await?;
    let both = (said.mentor_said, said.mentee_said);
    if both == (Some(DidMeet::Met), Some(DidMeet::Met)) {
        let by = mentors_word(&tx, (&standing.course, &said)).await?;
        in_log(log_met(&tx, now, (&standing.course, &said), by).await)?;
    }
    tx.commit().await?;
    Ok(true)
}

fn answered(
    now: DateTime<Utc>,
    side: Side,
    Standing { question, .. }: &Standing,
    answer: Answer,
) -> meeting_questions::ActiveModel {
    let (did_meet, met_on, why, next_on) = match answer {
        Answer::Met(day) => (DidMeet::Met, Some(met_on(now, question, day)), None, None),
        Answer::NotMet => (DidMeet::NotMet, None, None, None),
        Answer::Because(why, next_on) => (DidMeet::NotMet, None, Some(why), next_on),
    };
    let next_on = Set(next_on.or(question.next_on));
    let row = meeting_questions::ActiveModel { id: Set(question.id), next_on, ..Default::default() };
    let (said, at, met_on, why) = (Set(Some(did_meet)), Set(Some(now)), Set(met_on), Set(why));
    match side {
        Side::Mentor => meeting_questions::ActiveModel {
            mentor_said: said,
            mentor_said_at: at,
            mentor_met_on: met_on,
            mentor_why: why,
            ..row
        },
        Side::Mentee => meeting_questions::ActiveModel {
            mentee_said: said,
            mentee_said_at: at,
            mentee_met_on: met_on,
            mentee_why: why,
            ..row
        },
    }
}

/// The day of an agreed meeting, or the one that is said as far as it can be.
fn met_on(now: DateTime<Utc>, question: &entity::MeetingQuestion, said: Option<NaiveDate>) -> NaiveDate {
    let last = local_date(now).max(question.since_on);
    match question.planned_meeting_id {
        Some(_) => question.about_on,
        None => said.unwrap_or(question.about_on).clamp(question.since_on, last),
    }
}
