//! What became of the letter of a step. Only a letter that left makes it one that was carried out.

use std::collections::HashMap;

use chrono::NaiveDate;
use entity::{
    Message, SilenceRow,
    messages::{Column, Entity},
    silence_steps::SilenceStep,
};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, prelude::Uuid};

use super::letters;
use crate::{
    clock::local_date,
    message::{MessageKind, State, state},
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
    /// It arrives nowhere: its way is dead, nobody may be written to, or its time is over.
    Nowhere,
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
    let sent = Entity::find().filter(Column::DedupKey.is_in(keys)).all(db).await?;
    let sent: HashMap<&str, &Message> = sent.iter().map(|row| (row.dedup_key.as_str(), row)).collect();
    let fate = |row: &SilenceRow| {
        let letter = key(row).and_then(|key| sent.get(key.as_str()).copied());
        (row.id, letter.map_or(Fate::NoLetter, of))
    };
    Ok(rows.iter().map(fate).collect())
}

fn of(letter: &Message) -> Fate {
    let left = letter.accepted_at.or(letter.delivered_at).or(letter.unknown_at);
    match state(letter) {
        State::Accepted | State::Delivered | State::Unknown => {
            left.map_or(Fate::Waits, |left| Fate::Left(local_date(left)))
        }
        State::Queued | State::Withheld | State::Leased | State::HandingOver => Fate::Waits,
        State::Bounced | State::Unwanted | State::GivenUp => Fate::Nowhere,
    }
}
