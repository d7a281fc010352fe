//! What both are told of an agreed meeting. The subject of each message is the meeting's id; what it says is as of sending, so
//! two changes are one message, and what nobody was told of is not called off.

use chrono::{DateTime, Utc};
use entity::PlannedMeeting;
use sea_orm::{ConnectionTrait, DbErr, prelude::Uuid};

use super::{
    found::{Found, Telling},
    passed_on::holders,
    remind::reminder_due,
};
use crate::message::{self, Desk, Letter, MessageKind, letters, others, queue_at};

/// Where what these messages are about is shown; `today` finds the course.
pub const ABOUT: &str = "/courses/planned";

letters! {
    PLANNED_MENTOR = "planned_mentor", ABOUT, planned_mentor
        when "the two agree a meeting, or another time for it",
        so that "it stands in the mentor's calendar",
        says {
            Mail to [Mentor]: "course-planned-subject-planned", "course-planned-subject-changed",
                "course-planned-text-planned", "course-planned-text-changed", "course-planned-how",
                "course-planned-letter-course", "course-planned-letter-calendar", "course-planned-letter-mentor-cannot",
                "my-course-letter";
            Sms to [Mentor]: "message-text-planned-mentor", "message-text-planned-mentor-page";
        },
        as Meeting, unsubscribe Never,
        quiet WaitsUnlessNear, useless after Occasion, if unknown Again;
    PLANNED_MENTEE = "planned_mentee", ABOUT, planned_mentee
        when "the two agree a meeting, or another time for it",
        so that "the young person knows when it is, or is told through the partner",
        says {
            Mail to [YoungPerson]: "course-planned-subject-planned", "course-planned-subject-changed",
                "course-planned-text-planned", "course-planned-text-changed", "course-planned-how",
                "course-planned-letter-page", "course-planned-letter-calendar", "course-planned-letter-mentee-cannot",
                "course-letter-mentee-who", "course-letter-mentee-number";
            Sms to [YoungPerson]: "message-text-planned-mentee";
            Mail to [User, Partner]: "course-planned-subject-planned", "course-planned-subject-changed",
                "course-planned-partner-planned", "course-planned-partner-changed",
                "referral-mail-link", "referral-mail-no-page";
        },
        as Meeting, unsubscribe Never,
        quiet WaitsUnlessNear, useless after Occasion, if unknown Again;
    CANCELLED_MENTOR = "planned_cancelled_mentor", ABOUT, cancelled_mentor
        when "an agreed meeting of which the mentor was told is called off",
        so that "nobody waits in vain",
        says {
            Mail to [Mentor]: "course-planned-subject-cancelled", "course-planned-text-cancelled",
                "course-planned-letter-course", "my-course-letter";
            Sms to [Mentor]: "message-text-planned-cancelled-mentor";
        },
        as Meeting, unsubscribe Never,
        quiet WaitsUnlessNear, useless after Occasion, if unknown Again;
    CANCELLED_MENTEE = "planned_cancelled_mentee", ABOUT, cancelled_mentee
        when "an agreed meeting of which the young person was told is called off",
        so that "nobody waits in vain",
        says {
            Mail to [YoungPerson]: "course-planned-subject-cancelled", "course-planned-text-cancelled",
                "course-planned-letter-page";
            Sms to [YoungPerson]: "message-text-planned-cancelled-mentee";
            Mail to [User, Partner]: "course-planned-subject-cancelled", "course-planned-partner-cancelled",
                "referral-mail-link", "referral-mail-no-page";
        },
        as Meeting, unsubscribe Never,
        quiet WaitsUnlessNear, useless after Occasion, if unknown Again;
    REMINDER_MENTOR = "planned_reminder_mentor", ABOUT, reminder_mentor
        when "an agreed meeting is the next day",
        so that "the mentor remembers it",
        says {
            Mail to [Mentor]: "course-planned-subject-reminder", "course-planned-text-reminder", "course-planned-how",
                "course-planned-letter-course", "course-planned-letter-mentor-cannot", "my-course-letter";
            Sms to [Mentor]: "message-text-planned-reminder-mentor";
        },
        as Meeting, unsubscribe Never,
        quiet WaitsUnlessNear, useless after Occasion, if unknown Again;
    REMINDER_MENTEE = "planned_reminder_mentee", ABOUT, reminder_mentee
        when "an agreed meeting is the next day",
        so that "the young person remembers it; nobody is reminded in their place",
        says {
            Mail to [YoungPerson]: "course-planned-subject-reminder", "course-planned-text-reminder", "course-planned-how",
                "course-planned-letter-page", "course-planned-letter-mentee-cannot",
                "course-letter-mentee-who", "course-letter-mentee-number";
            Sms to [YoungPerson]: "message-text-planned-reminder-mentee";
        },
        as Meeting, unsubscribe Never,
        quiet WaitsUnlessNear, useless after Occasion, if unknown Again;
}

/// Tells both what is agreed now, and reminds them of it the day before.
pub(super) async fn tell(tx: &impl ConnectionTrait, now: DateTime<Utc>, meeting: &PlannedMeeting) -> Result<(), DbErr> {
    let (id, version) = (meeting.id, meeting.sequence.to_string());
    for kind in [PLANNED_MENTOR, PLANNED_MENTEE] {
        message::queue(tx, now, kind, id, &version).await?;
    }
    let Some(due) = reminder_due(meeting) else { return Ok(()) };
    for kind in [REMINDER_MENTOR, REMINDER_MENTEE] {
        queue_at(tx, (now, due), kind, id, &version).await?;
    }
    Ok(())
}

/// Tells both that they do not meet then.
pub(super) async fn tell_of_the_end(tx: &impl ConnectionTrait, now: DateTime<Utc>, id: Uuid) -> Result<(), DbErr> {
    for kind in [CANCELLED_MENTOR, CANCELLED_MENTEE] {
        message::queue(tx, now, kind, id, "").await?;
    }
    Ok(())
}

/// To the mentor: when the two meet, or meet now.
async fn planned_mentor(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    let Some((found, telling)) = standing(&desk, PLANNED_MENTOR, id).await? else { return Ok(None) };
    let holders = holders(&desk, id).await?;
    let is_new = !holders.is_empty() && !holders.iter().any(|mentor| found.is_met_by(*mentor));
    found.to_mentor(&desk, if is_new { Telling::Agreement } else { telling }).await
}

/// To the young person, or to the partner where that is the way to them.
async fn planned_mentee(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    let Some((found, telling)) = standing(&desk, PLANNED_MENTEE, id).await? else { return Ok(None) };
    found.to_mentee(&desk, telling).await
}

/// What still stands, and was not told before as it stands.
async fn standing(desk: &Desk, kind: MessageKind, id: Uuid) -> Result<Option<(Found, Telling)>, DbErr> {
    let others = others(desk, kind, id).await?;
    if others.is_overtaken {
        return Ok(None);
    }
    let found = Found::by_id(desk, id).await?.filter(Found::stands);
    let telling = if others.may_have_left { Telling::Change } else { Telling::Agreement };
    Ok(found.map(|found| (found, telling)))
}

async fn cancelled_mentor(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    if !others(&desk, PLANNED_MENTOR, id).await?.may_have_left {
        return Ok(None);
    }
    match Found::by_id(&desk, id).await?.filter(Found::may_be_told_of) {
        Some(found) => found.to_mentor(&desk, Telling::End).await,
        None => Ok(None),
    }
}

async fn cancelled_mentee(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    if !others(&desk, PLANNED_MENTEE, id).await?.may_have_left {
        return Ok(None);
    }
    match Found::by_id(&desk, id).await?.filter(Found::may_be_told_of) {
        Some(found) => found.to_mentee(&desk, Telling::End).await,
        None => Ok(None),
    }
}

async fn reminder_mentor(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    match to_be_reminded_of(&desk, REMINDER_MENTOR, id).await? {
        Some(found) => found.to_mentor(&desk, Telling::Reminder).await,
        None => Ok(None),
    }
}

/// Nobody at the partner is reminded of what somebody else agreed.
async fn reminder_mentee(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    match to_be_reminded_of(&desk, REMINDER_MENTEE, id).await? {
        Some(found) => found.to_mentee(&desk, Telling::Reminder).await,
        None => Ok(None),
    }
}

/// What stands as it did when this reminder was wanted: a change has a reminder of its own.
async fn to_be_reminded_of(desk: &Desk, kind: MessageKind, id: Uuid) -> Result<Option<Found>, DbErr> {
    if others(desk, kind, id).await?.is_overtaken {
        return Ok(None);
    }
    let is_due = |found: &Found| reminder_due(&found.meeting).is_some_and(|due| due <= desk.clock.now());
    Ok(Found::by_id(desk, id).await?.filter(Found::stands).filter(is_due))
}
