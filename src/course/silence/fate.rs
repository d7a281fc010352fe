//! What became of the letter of a step. Only a letter that left makes it one that was carried out.

use std::collections::HashMap;

use chrono::NaiveDate;
use entity::{
    Message, SilenceRow,
    messages::{Column, Entity},
    silence_steps::SilenceStep,
};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, prelude::Uuid};

use super::letters;
use crate::{
    clock::local_date,
    course::did_you_meet::ASKS_MENTOR,
    message::{MessageKind, State, Unwanted, state},
    word::Worded,
};

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// Nobody is written to in this step, or another letter had just asked: carried out on its day.
    NoLetter,
    /// It left on this day.
    Left(NaiveDate),
    /// It has not left, and still may: it is held back, or is to be tried again.
    Waits,
    /// It was withdrawn, as there was nothing to ask just then. Where the silence goes on, it is wanted anew.
    Withdrawn,
    /// It arrives nowhere: its way is dead, its receiver wants none, or its time is over.
    Nowhere,
}

impl Fate {
    /// The day on which somebody was asked: that on which the letter left.
    pub fn day(self, row: &SilenceRow) -> NaiveDate {
        match self {
            Self::Left(on) => on,
            Self::NoLetter | Self::Waits | Self::Withdrawn | Self::Nowhere => row.taken_on,
        }
    }
}

/// The days on which the steps were carried out, by their ids; a step whose letter never left is not among them.
pub async fn carried_out_on(db: &impl ConnectionTrait, rows: &[SilenceRow]) -> Result<HashMap<Uuid, NaiveDate>, DbErr> {
    let fates = fates(db, rows).await?;
    let day = |row: &SilenceRow| match fates.get(&row.id)? {
        Fate::Waits | Fate::Nowhere | Fate::Withdrawn => None,
        fate => Some((row.id, fate.day(row))),
    };
    Ok(rows.iter().filter_map(day).collect())
}

/// The letter that is written in a step.
pub(super) fn letter_of(step: SilenceStep) -> Option<MessageKind> {
    match step {
        SilenceStep::Mentor => Some(letters::MENTOR),
        SilenceStep::YoungPerson => Some(letters::YOUNG_PERSON),
        SilenceStep::Referrer => Some(letters::REFERRER),
        SilenceStep::SecondRoute | SilenceStep::Staff => None,
    }
}

/// The word by which the letters of one silence are told from those of another.
pub(super) fn of_silence(since_on: NaiveDate) -> String {
    since_on.to_string()
}

/// What became of the letters of these steps, by the step's id: one query.
pub(super) async fn fates(db: &impl ConnectionTrait, rows: &[SilenceRow]) -> Result<HashMap<Uuid, Fate>, DbErr> {
    let key = |row: &SilenceRow| {
        let kind = letter_of(row.step)?;
        Some(kind.dedup_key(row.course_id, &of_silence(row.since_on)))
    };
    let keys: Vec<String> = rows.iter().filter_map(key).collect();
    if keys.is_empty() {
        return Ok(rows.iter().map(|row| (row.id, Fate::NoLetter)).collect());
    }
    let mentors = rows.iter().filter(|row| row.step == SilenceStep::Mentor).map(|row| row.course_id);
    let asks = Condition::all().add(Column::Kind.eq(ASKS_MENTOR)).add(Column::SubjectId.is_in(mentors));
    let wanted = Condition::any().add(Column::DedupKey.is_in(keys)).add(asks);
    let all = Entity::find().filter(wanted).order_by_asc(Column::QueuedAt).order_by_asc(Column::Id).all(db).await?;
    let sent: HashMap<&str, &Message> = all.iter().map(|row| (row.dedup_key.as_str(), row)).collect();
    let fate = |row: &SilenceRow| {
        let own = key(row).and_then(|key| sent.get(key.as_str()).copied());
        let fate = own.map(of).or_else(|| stood_in_for(row, &all)).unwrap_or(Fate::NoLetter);
        (row.id, fate)
    };
    Ok(rows.iter().map(fate).collect())
}

/// What became of the question that had just been put to the mentor, and stands in for the reminder. One that they answered before it
/// left needs no other.
fn stood_in_for(row: &SilenceRow, all: &[Message]) -> Option<Fate> {
    let is_it = |letter: &&Message| {
        let is_of_course = letter.kind == ASKS_MENTOR && letter.subject_id == row.course_id;
        is_of_course && local_date(letter.queued_at) <= row.taken_on
    };
    let asked = all.iter().rfind(is_it).filter(|_| row.step == SilenceStep::Mentor)?;
    Some(match of(asked) {
        Fate::Left(on) => Fate::Left(on.max(row.taken_on)),
        Fate::Withdrawn => Fate::NoLetter,
        other => other,
    })
}

fn of(letter: &Message) -> Fate {
    let left = letter.accepted_at.or(letter.delivered_at).or(letter.unknown_at);
    match state(letter) {
        State::Accepted | State::Delivered | State::Unknown => {
            left.map_or(Fate::Waits, |left| Fate::Left(local_date(left)))
        }
        State::Queued | State::Withheld | State::Leased | State::HandingOver => Fate::Waits,
        State::Unwanted if letter.unwanted.as_deref() == Some(&*Unwanted::Answered.code()) => Fate::Withdrawn,
        State::Bounced | State::Unwanted | State::GivenUp => Fate::Nowhere,
    }
}
