//! Which course somebody means who comes by a link, and which side they are.

use chrono::{DateTime, Utc};
use entity::{concerns::ConcernSide, course_agreements, links::LinkPurpose, meeting_questions, silence_steps};
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, prelude::Uuid};

use crate::{account::link, course::planned};

/// The course of a link, by whichever of its pages somebody comes. Nothing by a link that is spent, or is about no course.
pub(super) async fn course_of_link(
    db: &impl ConnectionTrait,
    now: DateTime<Utc>,
    token: &str,
) -> Result<Option<(Uuid, ConcernSide)>, DbErr> {
    use LinkPurpose as Of;
    let Some(link) = link::find_any(db, now, token).await? else { return Ok(None) };
    let id = link.subject_id;
    let side = match link.purpose {
        Of::MyMentor | Of::PlannedMeeting | Of::MetMentee | Of::SilenceMentee | Of::AgreementMentee => {
            ConcernSide::YoungPerson
        }
        Of::MetMentor | Of::AgreementMentor => ConcernSide::Mentor,
        Of::SilenceReferrer => ConcernSide::Referrer,
        _ => return Ok(None),
    };
    let course = match link.purpose {
        Of::MyMentor => Some(id),
        Of::PlannedMeeting => planned::course_of(db, id).await?,
        Of::MetMentee | Of::MetMentor => {
            meeting_questions::Entity::find_by_id(id).one(db).await?.map(|question| question.course_id)
        }
        Of::SilenceMentee | Of::SilenceReferrer => {
            silence_steps::Entity::find_by_id(id).one(db).await?.map(|step| step.course_id)
        }
        _ => course_agreements::Entity::find_by_id(id).one(db).await?.map(|version| version.course_id),
    };
    Ok(course.map(|course| (course, side)))
}
