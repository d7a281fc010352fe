//! Who meets the young person at an agreed meeting changes: somebody stands in, or it is moved off their days. It leaves the
//! calendar of whoever had it, and comes into that of whoever comes (docs/adr/0072).

use std::{collections::BTreeMap, ops::RangeInclusive};

use chrono::{DateTime, NaiveDate, Utc};
use entity::{
    PlannedMeeting, messages,
    messages::AddresseeKind,
    planned_meetings::{self, Column},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
    prelude::Uuid,
};

use super::{
    found::{Found, Telling},
    letters::{ABOUT, PLANNED_MENTOR},
};
use crate::{
    clock::local_date,
    message::{self, Desk, Letter, has_left, letters, others},
};

letters! {
    PASSED_ON = "planned_passed_on", ABOUT, passed_on
        when "another mentor meets the young person at an agreed meeting than the one who was told of it",
        so that "it leaves the calendar of whoever does not come",
        says {
            Mail to [Mentor]: "course-planned-subject-passed-on", "course-planned-text-passed-on",
                "course-planned-letter-course";
        },
        as Meeting, unsubscribe Never,
        quiet WaitsUnlessNear, useless after Occasion, if unknown Again;
}

/// Tells whoever comes to the agreed meetings of these days, and whoever was to come. A calendar takes anew what it was told to
/// drop when the number is higher.
pub(in crate::course) async fn tell(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    course_id: Uuid,
    days: RangeInclusive<NaiveDate>,
) -> Result<(), DbErr> {
    let coming = planned_meetings::Entity::find().filter(planned_meetings::coming(now));
    for meeting in coming.filter(Column::CourseId.eq(course_id)).all(tx).await? {
        if days.contains(&local_date(meeting.starts_at)) {
            let sequence = meeting.sequence + 1;
            let anew = planned_meetings::ActiveModel {
                id: Set(meeting.id),
                sequence: Set(sequence),
                changed_at: Set(now),
                ..Default::default()
            };
            anew.update(tx).await?;
            message::queue(tx, now, PLANNED_MENTOR, meeting.id, &sequence.to_string()).await?;
            message::queue(tx, now, PASSED_ON, meeting.id, &sequence.to_string()).await?;
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

/// To the mentor in whose calendar it stands and who does not come.
async fn passed_on(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    if others(&desk, PASSED_ON, id).await?.is_overtaken {
        return Ok(None);
    }
    let Some(found) = Found::by_id(&desk, id).await?.filter(Found::may_be_told_of) else { return Ok(None) };
    let before = holders(&desk, id).await?.into_iter().find(|mentor| !found.is_met_by(*mentor));
    let Some(before) = before else { return Ok(None) };
    match found.held_by(&desk, before).await? {
        Some(found) => found.to_mentor(&desk, Telling::PassedOn).await,
        None => Ok(None),
    }
}
