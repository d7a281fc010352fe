//! What the young person sees behind the link of a message: how things stand with that meeting, and what else is agreed.

use chrono::{DateTime, Utc};
use entity::{PlannedMeeting, consents::ConsentPurpose, courses, mentors, planned_meetings, referrals, young_people};
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, prelude::Uuid};

use super::open_of;
use crate::{
    clock::local_date,
    course::{concern::is_contact_stopped, stand_in::mentor_on},
    language::first_name,
    referral,
};

/// What the page is made of.
pub(super) struct Opened {
    pub young_person_id: Uuid,
    pub name: String,
    pub language: &'static str,
    pub meeting: PlannedMeeting,
    /// Whoever comes to it, or to the next one where it is over: by first name, with the number. Nobody where none is to come.
    pub mentor: Option<(String, Option<String>)>,
    /// Open meetings of the course that have not begun, the next first; none once it is over.
    pub coming: Vec<PlannedMeeting>,
    /// Whether contact with the mentor is stopped for now, in a course that runs.
    pub is_stopped: bool,
    /// Whether the course is over, and the meeting was called off by that.
    pub is_over: bool,
}

/// Looks up the meeting of a link; nothing once the course is over or the young person wants no mentor, but that a meeting which was
/// to come was called off: that was written to them with this link. Reads alone.
pub(super) async fn open(db: &impl ConnectionTrait, now: DateTime<Utc>, id: Uuid) -> Result<Option<Opened>, DbErr> {
    let Some(meeting) = planned_meetings::Entity::find_by_id(id).one(db).await? else { return Ok(None) };
    let course = courses::Entity::find_by_id(meeting.course_id).one(db).await?;
    let is_called_off = meeting.cancelled_at.is_some() && meeting.starts_at > now;
    let Some(course) = course.filter(|course| course.ended_on.is_none() || is_called_off) else { return Ok(None) };
    if referral::agreement(db, course.referral_id, ConsentPurpose::MentorCourse).await?.is_no() {
        return Ok(None);
    }
    let referral = referrals::Entity::find_by_id(course.referral_id).one(db).await?;
    let Some(referral) = referral else { return Ok(None) };
    let person = young_people::Entity::find_by_id(referral.young_person_id).one(db).await?;
    let language = referral::language_asked_in(db, referral.id).await?;
    let is_over = course.ended_on.is_some();
    let open = if is_over { Vec::new() } else { open_of(db, &[course.id]).await? };
    let coming: Vec<PlannedMeeting> = open.into_iter().filter(|one| one.starts_at > now).collect();
    let is_stopped = !is_over && is_contact_stopped(db, course.id).await?;
    let next = coming.iter().find(|one| one.id == meeting.id).or(coming.first()).filter(|_| !is_stopped);
    let mentor = match next {
        Some(next) => {
            let met = mentor_on(db, &course, local_date(next.starts_at), local_date(now)).await?;
            mentors::Entity::find_by_id(met).one(db).await?
        }
        None => None,
    };
    Ok(person.map(|person| Opened {
        mentor: mentor.map(|mentor| (first_name(&mentor.name).to_owned(), mentor.phone)),
        young_person_id: person.id,
        name: person.name,
        language,
        meeting,
        coming,
        is_stopped,
        is_over,
    }))
}
