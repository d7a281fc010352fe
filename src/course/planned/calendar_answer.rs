//! What somebody's calendar answers to an invitation: taken in by mail, and shown with the meeting.

use chrono::{DateTime, Utc};
use entity::{
    CalendarAnswer, PlannedMeeting,
    calendar_answers::{self, CalendarSays, Column, Entity},
    contact_ways,
    messages::{self, AddresseeKind},
    planned_meetings,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter,
    QueryOrder, QuerySelect, prelude::Uuid,
};

use super::{
    letters::{PLANNED_MENTEE, PLANNED_MENTOR},
    of_course,
    passed_on::PASSING,
};
use crate::{
    calendar::named,
    database::Database,
    language::Tr,
    message::{CalendarReply, Taken},
    word::Worded,
};

/// Writes down what a calendar says of a meeting that is still to come, of whoever was invited at the address from which the
/// answer comes. One to an earlier version, one that an answer made later has overtaken, and one that is here already say
/// nothing new.
pub async fn take_calendar_answer(db: &Database, now: DateTime<Utc>, came: &CalendarReply) -> Result<Taken, DbErr> {
    let reply = &came.reply;
    let tx = db.begin().await?;
    let found = planned_meetings::Entity::find_by_id(reply.id).lock_exclusive().one(&tx).await?;
    let Some(meeting) = found else { return Ok(Taken::Unknown) };
    let Some(side) = invited(&tx, &meeting, &came.from).await? else { return Ok(Taken::Unknown) };
    let is_open = meeting.cancelled_at.is_none() && meeting.meeting_id.is_none() && meeting.starts_at > now;
    // A clock that is ahead would be right for ever.
    let stamped_at = reply.stamped_at.min(now);
    let before = of_side(&tx, meeting.id, side).await?;
    let is_overtaken =
        before.as_ref().is_some_and(|before| overtakes(before, (reply.sequence, stamped_at), reply.says));
    if !is_open || reply.sequence != meeting.sequence || is_overtaken {
        return Ok(Taken::Known);
    }
    let answer = calendar_answers::ActiveModel {
        says: Set(reply.says),
        sequence: Set(reply.sequence),
        stamped_at: Set(stamped_at),
        told_at: Set(now),
        settled_at: Set(None),
        settled_by: Set(None),
        ..Default::default()
    };
    match before {
        Some(before) => {
            calendar_answers::ActiveModel { id: Set(before.id), ..answer }.update(&tx).await?;
        }
        None => {
            let new = calendar_answers::ActiveModel {
                id: Set(Uuid::now_v7()),
                planned_meeting_id: Set(meeting.id),
                addressee: Set(side),
                ..answer
            };
            Entity::insert(new).exec_without_returning(&tx).await?;
        }
    }
    tx.commit().await?;
    tracing::info!(meeting = %meeting.id, says = ?reply.says, "a calendar answered an invitation");
    Ok(Taken::Noted)
}

/// Whether what stands here is the later answer to the same invitation, or the very same.
fn overtakes(before: &CalendarAnswer, (sequence, stamped_at): (i32, DateTime<Utc>), says: CalendarSays) -> bool {
    let is_same = before.stamped_at == stamped_at && before.says == says;
    before.sequence == sequence && (before.stamped_at > stamped_at || is_same)
}

async fn of_side(
    tx: &impl ConnectionTrait,
    meeting: Uuid,
    side: AddresseeKind,
) -> Result<Option<CalendarAnswer>, DbErr> {
    let own = Entity::find().filter(Column::PlannedMeetingId.eq(meeting)).filter(Column::Addressee.eq(side));
    own.one(tx).await
}

/// Who was told of the meeting as it stands now by a mail to this address: the mentor or the young person. Nobody else's answer
/// counts, whatever it says of itself.
async fn invited(
    tx: &impl ConnectionTrait,
    meeting: &PlannedMeeting,
    from: &str,
) -> Result<Option<AddresseeKind>, DbErr> {
    use messages::Column as Of;
    let version = meeting.sequence.to_string();
    let told = [PLANNED_MENTOR, PLANNED_MENTEE].map(|kind| kind.dedup_key(meeting.id, &version));
    // Whoever took the meeting over was told of the same version.
    let passed_on =
        told.iter().fold(Condition::any(), |any, key| any.add(Of::DedupKey.starts_with(format!("{key}{PASSING}"))));
    let told = messages::Entity::find()
        .filter(Of::SubjectId.eq(meeting.id))
        .filter(Condition::any().add(Of::DedupKey.is_in(told)).add(passed_on))
        .filter(Of::Addressee.is_in([AddresseeKind::Mentor, AddresseeKind::YoungPerson]))
        .filter(Of::Channel.eq(messages::Channel::Mail));
    for row in told.all(tx).await? {
        let (Some(side), Some(way)) = (row.addressee, row.way_id) else { continue };
        let way = contact_ways::Entity::find_by_id(way).one(tx).await?;
        if way.is_some_and(|way| named(&way.value).eq_ignore_ascii_case(&named(from))) {
            return Ok(Some(side));
        }
    }
    Ok(None)
}

/// What was ever agreed in a course, and what calendars say of it.
pub struct Planned {
    /// The earliest first.
    pub all: Vec<PlannedMeeting>,
    pub calendars: Vec<CalendarAnswer>,
}

impl Planned {
    pub async fn of_course(db: &impl ConnectionTrait, course_id: Uuid) -> Result<Self, DbErr> {
        let all = of_course(db, course_id).await?;
        Ok(Self { calendars: calendar_answers_of(db, &all).await?, all })
    }
}

/// What calendars say of these meetings as they stand now.
pub async fn calendar_answers_of(
    db: &impl ConnectionTrait,
    meetings: &[PlannedMeeting],
) -> Result<Vec<CalendarAnswer>, DbErr> {
    let ids = meetings.iter().map(|meeting| meeting.id);
    let all =
        Entity::find().filter(Column::PlannedMeetingId.is_in(ids)).order_by_asc(Column::Addressee).all(db).await?;
    let is_of_now = |answer: &CalendarAnswer| {
        let meeting = meetings.iter().find(|meeting| meeting.id == answer.planned_meeting_id);
        meeting.is_some_and(|meeting| meeting.sequence == answer.sequence)
    };
    Ok(all.into_iter().filter(is_of_now).collect())
}

/// One of them in words.
pub(super) fn sentence(tr: Tr, answer: &CalendarAnswer) -> String {
    let key = match answer.addressee {
        AddresseeKind::Mentor => "course-planned-calendar-mentor",
        _ => "course-planned-calendar-mentee",
    };
    tr.t2(key, "says", answer.says.label(tr), "date", tr.date_of(&answer.told_at))
}
