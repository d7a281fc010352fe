//! Whose turn it is to ask: nobody gets two letters that ask how it went, nor the letter of a questionnaire while another asks them.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use entity::{
    Questionnaire, Survey, courses,
    messages::{self, AddresseeKind},
    questionnaire_answers,
    questionnaires::{self, Column, Entity, QuestionnaireSide, Wave},
    referrals,
    surveys::{self, SurveyKind},
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, JoinType, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, Select,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait},
};

use crate::clock::local_date;

/// Days between a letter of the survey and one of ours to the same young person.
const APART_DAYS: i64 = 3;
/// Days in which a young person has time for what another questionnaire asks.
const BUSY_DAYS: i64 = 7;

/// Whose turn it is.
pub(super) enum Turn {
    Ours,
    /// They were asked on this day, by a letter whose link leads here too.
    AskedOn(NaiveDate),
    Wait,
}

/// A letter of the survey at the end of the course leads on to what is asked here ([`super::lead_on`]): it goes in place of ours.
pub(super) async fn turn(tx: &impl ConnectionTrait, now: DateTime<Utc>, asked: &Questionnaire) -> Result<Turn, DbErr> {
    if asked.asked_on.is_none()
        && let Some(day) = asked_beside(tx, asked).await?
    {
        return Ok(Turn::AskedOn(day));
    }
    if asked.side != QuestionnaireSide::YoungPerson {
        return Ok(Turn::Ours);
    }
    if asked.wave == Wave::End
        && let Some(survey) = exit_survey(tx, asked).await?
    {
        let is_open = survey.answered_on.is_none() && survey.not_reached_on.is_none();
        match sent(tx, survey.id).await? {
            Some(day) if asked.asked_on.is_none() => return Ok(Turn::AskedOn(day)),
            _ if is_open => return Ok(Turn::Wait),
            _ => {}
        }
    }
    let is_busy = was_surveyed(tx, now, asked).await? || is_asked_elsewhere(tx, local_date(now), asked).await?;
    Ok(if is_busy { Turn::Wait } else { Turn::Ours })
}

/// The day on which the same side was asked what stands on the same page.
async fn asked_beside(tx: &impl ConnectionTrait, asked: &Questionnaire) -> Result<Option<NaiveDate>, DbErr> {
    let beside = Entity::find()
        .filter(Column::CourseId.eq(asked.course_id))
        .filter(Column::Side.eq(asked.side))
        .filter(Column::Wave.eq(asked.wave))
        .filter(questionnaires::standing())
        .filter(Column::AskedOn.is_not_null());
    Ok(beside.one(tx).await?.and_then(|beside| beside.asked_on))
}

/// The survey at the end of the same course, by the same end.
async fn exit_survey(tx: &impl ConnectionTrait, asked: &Questionnaire) -> Result<Option<Survey>, DbErr> {
    let own = surveys::Entity::find()
        .filter(surveys::Column::CourseId.eq(asked.course_id))
        .filter(surveys::Column::Kind.eq(SurveyKind::Exit))
        .filter(surveys::Column::DueOn.eq(asked.due_on));
    own.one(tx).await
}

/// The day of the first letter of a survey that went to the young person.
async fn sent(tx: &impl ConnectionTrait, survey_id: Uuid) -> Result<Option<NaiveDate>, DbErr> {
    let first = messages::Entity::find()
        .filter(messages::Column::SubjectId.eq(survey_id))
        .filter(messages::Column::Addressee.eq(AddresseeKind::YoungPerson))
        .filter(messages::Column::AcceptedAt.is_not_null())
        .order_by_asc(messages::Column::AcceptedAt);
    Ok(first.one(tx).await?.and_then(|message| message.accepted_at).map(local_date))
}

/// The courses of the young person of one of them.
fn their_courses(course_id: Uuid) -> Select<courses::Entity> {
    let own = courses::Entity::find_by_id(course_id)
        .join(JoinType::InnerJoin, courses::to_referral())
        .select_only()
        .column(referrals::Column::YoungPersonId);
    courses::Entity::find()
        .join(JoinType::InnerJoin, courses::to_referral())
        .filter(referrals::Column::YoungPersonId.in_subquery(own.into_query()))
        .select_only()
        .column(courses::Column::Id)
}

/// Whether a letter of a survey went to the young person a few days ago, or is about to.
async fn was_surveyed(tx: &impl ConnectionTrait, now: DateTime<Utc>, asked: &Questionnaire) -> Result<bool, DbErr> {
    let courses = their_courses(asked.course_id).into_query();
    let own = surveys::Entity::find().filter(surveys::Column::CourseId.in_subquery(courses));
    let own = own.select_only().column(surveys::Column::Id).into_query();
    let lately = messages::Entity::find()
        .filter(messages::Column::SubjectId.in_subquery(own))
        .filter(messages::left_after(now - Duration::days(APART_DAYS)));
    Ok(lately.count(tx).await? > 0)
}

/// Whether a questionnaire about another time or another course waits for the young person's answer.
async fn is_asked_elsewhere(tx: &impl ConnectionTrait, today: NaiveDate, asked: &Questionnaire) -> Result<bool, DbErr> {
    let lately = today - Duration::days(BUSY_DAYS);
    let other = Condition::any().add(Column::CourseId.ne(asked.course_id)).add(Column::Wave.ne(asked.wave));
    let waiting = Entity::find()
        .filter(Column::CourseId.in_subquery(their_courses(asked.course_id).into_query()))
        .filter(Column::Side.eq(QuestionnaireSide::YoungPerson))
        .filter(other)
        .filter(questionnaires::standing())
        .filter(Column::ClosesOn.gte(today))
        .filter(Column::AskedOn.gt(lately).or(Column::AskedAgainOn.gt(lately)))
        .filter(Expr::exists(questionnaire_answers::beside_questionnaire()).not());
    Ok(waiting.count(tx).await? > 0)
}
