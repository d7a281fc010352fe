//! Who meets the young person at an agreed meeting changes: somebody stands in, or it is moved off their days. It leaves the
//! calendar of whoever had it, and comes into that of whoever comes (docs/adr/0072).

pub mod letters;

use std::{collections::BTreeMap, ops::RangeInclusive};

use chrono::{DateTime, NaiveDate, Utc};
use entity::{
    PlannedMeeting, messages,
    messages::{AddresseeKind, Channel},
    planned_meetings::{self, Column},
};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, prelude::Uuid};

use self::letters::PASSED_ON;
use super::letters::PLANNED_MENTOR;
use crate::{
    clock::local_date,
    message::{self, Desk, has_left},
};

/// Between the number of a meeting and which time it was passed on, in the mark of a message.
pub(super) const PASSING: char = '+';

/// Tells whoever comes to the agreed meetings of these days, and whoever was to come. For the young person nothing changes: the
/// meeting is the same.
pub(in crate::course) async fn tell(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    course_id: Uuid,
    days: RangeInclusive<NaiveDate>,
) -> Result<(), DbErr> {
    let coming = planned_meetings::Entity::find().filter(planned_meetings::coming(now));
    for meeting in coming.filter(Column::CourseId.eq(course_id)).all(tx).await? {
        if days.contains(&local_date(meeting.starts_at)) {
            let passing = format!("{}{PASSING}{}", meeting.sequence, Uuid::now_v7().simple());
            message::queue(tx, now, PLANNED_MENTOR, meeting.id, &passing).await?;
            message::queue(tx, now, PASSED_ON, meeting.id, &passing).await?;
        }
    }
    Ok(())
}

/// Tells whoever was to come to a meeting that has been moved to a day of somebody else.
pub(super) async fn tell_of_a_move(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    moved: &PlannedMeeting,
) -> Result<(), DbErr> {
    message::queue(tx, now, PASSED_ON, moved.id, &moved.sequence.to_string()).await
}

/// What tells a mentor of a meeting, and that it is off. By name: what composes a letter cannot speak of the letter itself.
const TOLD: &str = "planned_mentor";
const OFF: [&str; 2] = ["planned_cancelled_mentor", "planned_passed_on"];

/// Whether the calendar of a mentor was told of a meeting by mail last: then it is told what becomes of it in the same way.
pub(super) async fn is_in_calendar_of(desk: &Desk, id: Uuid, mentor: Uuid) -> Result<bool, DbErr> {
    let told = messages::Entity::find()
        .filter(messages::Column::SubjectId.eq(id))
        .filter(messages::Column::AddresseeId.eq(mentor))
        .filter(messages::Column::Kind.is_in(OFF.into_iter().chain([TOLD])))
        .order_by_asc(messages::Column::QueuedAt)
        .order_by_asc(messages::Column::Id);
    let told = told.all(&desk.db).await?;
    let last = told.iter().rfind(|row| has_left(row) && row.channel == Some(Channel::Mail));
    Ok(last.is_some_and(|row| row.kind == TOLD))
}

/// The mentors in whose calendars a meeting stands: they were told of it last, and not that it is off.
pub(super) async fn holders(desk: &Desk, id: Uuid) -> Result<Vec<Uuid>, DbErr> {
    let told = messages::Entity::find()
        .filter(messages::Column::SubjectId.eq(id))
        .filter(messages::Column::Addressee.eq(AddresseeKind::Mentor))
        .filter(messages::Column::Kind.is_in(OFF.into_iter().chain([TOLD])))
        .order_by_asc(messages::Column::QueuedAt)
        .order_by_asc(messages::Column::Id);
    let mut last: BTreeMap<Uuid, bool> = BTreeMap::new();
    for row in told.all(&desk.db).await?.iter().filter(|row| has_left(row)) {
        if let Some(mentor) = row.addressee_id {
            last.insert(mentor, row.kind == TOLD);
        }
    }
    Ok(last.into_iter().filter(|(_, holds)| *holds).map(|(mentor, _)| mentor).collect())
}
