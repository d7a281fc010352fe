//! Which course a link is about.

use chrono::{DateTime, Utc};
use entity::{StandIn, course_agreements, links::LinkPurpose, meeting_questions, questionnaires, silence_steps};
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, prelude::Uuid};

use super::{advice, did_you_meet::stand_in_of_link, planned, stand_in};
use crate::{account::link, clock::local_date};

/// A link that opens a page about a course.
pub(super) struct OfLink {
    pub course_id: Uuid,
    /// Tells who has it.
    pub purpose: LinkPurpose,
    /// The mentor who stands in and has it, if one does.
    pub stand_in: Option<Uuid>,
}

/// The course of a link, by whichever of its pages somebody comes. Nothing by a link that is spent, or is about no course.
pub(super) async fn course_of_link(
    db: &impl ConnectionTrait,
    now: DateTime<Utc>,
    token: &str,
) -> Result<Option<OfLink>, DbErr> {
    use LinkPurpose as Of;
    let Some(link) = link::find_any(db, now, token).await? else { return Ok(None) };
    let id = link.subject_id;
    if link.purpose == Of::Advice {
        let found = advice::of_link(db, now, token).await?;
        return Ok(found.map(|found| OfLink {
            course_id: found.course.id,
            purpose: link.purpose,
            stand_in: (found.mentor_id != found.course.mentor_id).then_some(found.mentor_id),
        }));
    }
    if link.purpose == Of::MetStandIn {
        let found = stand_in_of_link(db, now, &link).await?;
        let of_link = |(course_id, mentor)| OfLink { course_id, purpose: link.purpose, stand_in: Some(mentor) };
        return Ok(found.map(of_link));
    }
    if link.purpose == Of::MyCourseStandIn {
        let found = stand_in::open_on(db, local_date(now), id).await?;
        let of_link = |period: StandIn| OfLink {
            course_id: period.course_id,
            purpose: link.purpose,
            stand_in: Some(period.mentor_id),
        };
        return Ok(found.map(of_link));
    }
    let course_id = match link.purpose {
        Of::MyCourse | Of::MyMentor | Of::Onward => Some(id),
        Of::PlannedMeeting => planned::course_of(db, id).await?,
        Of::MetMentee | Of::MetMentor => {
            meeting_questions::Entity::find_by_id(id).one(db).await?.map(|question| question.course_id)
        }
        Of::SilenceMentee | Of::SilenceReferrer => {
            silence_steps::Entity::find_by_id(id).one(db).await?.map(|step| step.course_id)
        }
        Of::AgreementMentee | Of::AgreementMentor => {
            course_agreements::Entity::find_by_id(id).one(db).await?.map(|version| version.course_id)
        }
        Of::QuestionnaireMentee | Of::QuestionnaireMentor | Of::QuestionnaireReferrer => {
            questionnaires::Entity::find_by_id(id).one(db).await?.map(|asked| asked.course_id)
        }
        _ => None,
    };
    Ok(course_id.map(|course_id| OfLink { course_id, purpose: link.purpose, stand_in: None }))
}
