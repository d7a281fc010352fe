//! After the survey of what the young person does now, the same link leads on to how it went, so that nobody gets two letters.

use chrono::{DateTime, Utc};
use entity::{
    Course,
    consents::ConsentPurpose,
    contact_attempts, courses,
    links::LinkPurpose,
    messages::{self, AddresseeKind},
    questionnaires::{QuestionnaireSide, Wave},
    surveys::{self, SurveyKind},
};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter};

use super::{sheet::Sheet, standing::purpose_of};
use crate::{account::link, clock::local_date, database::Database, referral};

/// What is left to ask of whoever answered the survey at the end of a course by this link, in their own hands: whoever passes a letter
/// on does not answer for them.
pub(super) async fn left_to_ask(
    db: &impl ConnectionTrait,
    now: DateTime<Utc>,
    token: &str,
) -> Result<Option<(Course, Sheet)>, DbErr> {
    let Some(link) = link::spent(db, now, LinkPurpose::Survey, token).await? else { return Ok(None) };
    let Some(message) = link.message_id else { return Ok(None) };
    let own = messages::Entity::find_by_id(message).filter(messages::Column::Addressee.eq(AddresseeKind::YoungPerson));
    if own.one(db).await?.is_none() {
        return Ok(None);
    }
    let survey = surveys::Entity::find_by_id(link.subject_id).filter(surveys::Column::Kind.eq(SurveyKind::Exit));
    let Some(survey) = survey.one(db).await? else { return Ok(None) };
    let course = courses::Entity::find_by_id(survey.course_id).filter(contact_attempts::tells_of_a_death().not());
    let Some(course) = course.one(db).await? else { return Ok(None) };
    if !referral::agreement(db, course.referral_id, ConsentPurpose::Survey).await?.is_given() {
        return Ok(None);
    }
    let of = (QuestionnaireSide::YoungPerson, Wave::End);
    let sheet = Sheet::of(db, local_date(now), &course, of).await?;
    Ok(sheet.map(|sheet| (course, sheet)))
}

/// Makes the link to it; nothing where nothing is left to ask.
pub(super) async fn lead_on(db: &Database, now: DateTime<Utc>, token: &str) -> Result<Option<(Course, String)>, DbErr> {
    let tx = db.begin().await?;
    let Some((course, sheet)) = left_to_ask(&tx, now, token).await? else { return Ok(None) };
    let Some(first) = sheet.asked.first() else { return Ok(None) };
    let made = link::issue(&tx, now, purpose_of(sheet.side), first.id).await?;
    tx.commit().await?;
    Ok(Some((course, made)))
}
