//! A mail that came to a box of ours for machines: one that came back, or one in which a calendar answers an invitation.

use chrono::{DateTime, Utc};
use sea_orm::DbErr;

use crate::{
    clock::local_date,
    course::planned::take_calendar_answer,
    database::Database,
    message::{
        self, CalendarReply, Taken, Told,
        bounce::{Bounce, read_bounce},
        read_replies,
    },
};

/// What a mail tells of, and what became of it.
#[derive(Clone, Debug, PartialEq)]
pub enum Came {
    /// A letter of ours that came back.
    Back(Bounce, Taken),
    /// What a calendar answers.
    Answer(CalendarReply, Taken),
}

/// Takes in a mail, in whichever way it came. Empty when it tells of nothing that is of use.
pub async fn take_mail(db: &Database, now: DateTime<Utc>, mail: &[u8]) -> Result<Vec<Came>, DbErr> {
    let mut came = Vec::new();
    for answer in read_replies(mail) {
        let taken = take_calendar_answer(db, now, &answer).await?;
        came.push(Came::Answer(answer, taken));
    }
    if !came.is_empty() {
        return Ok(came);
    }
    for bounce in read_bounce(mail, local_date(now)) {
        let taken = message::take_in(db, now, Told::Bounce(&bounce)).await?;
        came.push(Came::Back(bounce, taken));
    }
    Ok(came)
}
